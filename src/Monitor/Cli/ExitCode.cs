namespace Monitor.Cli;

/// <summary>Exit codes of every command.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Finished with failures, each named on stderr.</summary>
    public const int Failures = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;
}
