using System.CommandLine;

namespace Monitor.Cli;

/// <summary>Options that every command takes.</summary>
internal static class CommonOptions
{
    /// <summary>Where the data lies.</summary>
    public static Option<string> Data { get; } = new("--data")
    {
        Description = "Folder of evidence, releases, corpus and ledger (default: MONITOR_DATA, else ./data)",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Where settings are read from.</summary>
    public static Option<string> Config { get; } = new("--config")
    {
        Description = "Settings file (default: ./monitor.yaml when it is there); MONITOR__… variables win over it",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>Machine output.</summary>
    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON object a line on stdout; messages and progress go to stderr",
        Recursive = true,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Option> All { get; } = [Data, Config, Json];
}
