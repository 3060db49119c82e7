using Monitor.Core.Pipeline;

namespace Monitor.Cli;

/// <summary>How far a running import is, its rate and the time left, on one line of a terminal or on a line every ten seconds of a log.</summary>
internal sealed class ImportProgressBar : IProgress<ImportReport>, IDisposable
{
    private const double LogEverySeconds = 10;

    private readonly bool _terminal = !Console.IsErrorRedirected;
    private string _file = "";
    private double _nextLog;

    public void Report(ImportReport value)
    {
        if (_file != value.File)
        {
            (_file, _nextLog) = (value.File, LogEverySeconds);
            if (value.Before > 0)
            {
                Done();
                Output.Note($"{value.File}: continuing behind row {value.Before:N0}, where the import was interrupted");
            }
        }

        if (_terminal)
        {
            Console.Error.Write($"\r\u001b[K{Output.Printable(Line(value))}");
        }
        else if (value.Seconds >= _nextLog)
        {
            _nextLog = value.Seconds + LogEverySeconds;
            Output.Note(Line(value));
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

    /// <summary>The line; what is not known yet is left out.</summary>
    internal static string Line(ImportReport report)
    {
        var rows = report.Counts.Rows - report.Before;
        var rate = report.Seconds > 0 && rows > 0 ? $", {rows / report.Seconds:N0} a second" : "";
        var part = report.Part is { } p ? $", {p:P0}" : "";
        var done = (report.Part - report.PartBefore) ?? 0;
        var left = done > 0 && report.Part < 1 ? $", {Time((1 - report.Part!.Value) / done * report.Seconds)} left" : "";
        return $"{report.File}: {report.Counts.Rows:N0} rows{part}{rate}{left}{(report.Counts.Quarantined > 0 ? $", {report.Counts.Quarantined:N0} quarantined" : "")}";
    }

    private static string Time(double seconds) => seconds switch
    {
        < 59.5 => $"{Math.Ceiling(seconds):0} s",
        < 3600 => $"{Math.Ceiling(seconds / 60):0} min",
        _ => $"{seconds / 3600:0.0} h",
    };
}
