using Monitor.Core.Pipeline;

namespace Monitor.Cli;

/// <summary>Rows, rate and file of a running import, on one line of a terminal or on a line every hundred thousand rows of a log.</summary>
internal sealed class ImportProgressBar : IProgress<ImportReport>, IDisposable
{
    private const long LogEvery = 100_000;
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private long _lastLogged;

    public void Report(ImportReport value)
    {
        var text = $"{value.File}: {value.Counts.Rows:N0} rows, {value.Counts.Rows / Math.Max(0.001, value.Seconds):N0} a second, {value.Counts.Quarantined} quarantined";
        if (_terminal)
        {
            Console.Error.Write($"\r\u001b[K{Output.Printable(text)}");
        }
        else if (value.Counts.Rows - _lastLogged >= LogEvery)
        {
            _lastLogged = value.Counts.Rows;
            Output.Note(text);
        }
    }

    /// <summary>Clears the line, so that what follows stands alone.</summary>
    public void Done()
    {
        if (_terminal)
        {
            Console.Error.Write("\r\u001b[K");
        }
    }

    public void Dispose() => Done();
}
