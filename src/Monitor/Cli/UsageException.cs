namespace Monitor.Cli;

/// <summary>The command line asks for something that is not there; the message says what to give instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
