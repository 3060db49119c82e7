using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Quartz;

namespace Monitor.Core.Definitions;

/// <summary>
/// When a definition runs: every so often (<see cref="Every"/>), or at the times of a cron expression (<see cref="Cron"/>); exactly one is set.
/// </summary>
/// <param name="Every">Pause between two runs, for a simple trigger.</param>
/// <param name="Cron">Quartz cron expression (seconds first), read in UTC.</param>
public sealed record Schedule(TimeSpan? Every, string? Cron)
{
    /// <summary>Shortest pause; sources ask for politeness, and feeds rarely change faster.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <summary>Longest pause; a source that is read less often than yearly is not watched.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Reads <c>15m</c>, <c>2h</c>, <c>1d</c> or a Quartz cron expression.</summary>
    /// <exception cref="FormatException">The text is neither; the message says why.</exception>
    public static Schedule Parse(string text) => TryParse(text, out var schedule, out var why) ? schedule : throw new FormatException($"schedule '{text}': {why}");

    /// <summary>As <see cref="Parse"/>, with the reason in <paramref name="why"/> instead of an exception.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Schedule? schedule, out string why)
    {
        ArgumentNullException.ThrowIfNull(text);
        schedule = null;
        why = "";
        if (text.Contains(' ', StringComparison.Ordinal))
        {
            return TryCron(text, out schedule, out why);
        }

        var unit = text.Length > 1 ? text[^1] : ' ';
        var minutes = unit switch { 'm' => 1, 'h' => 60, 'd' => 24 * 60, _ => 0 };
        if (minutes == 0 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            why = "not a number with m, h or d";
            return false;
        }

        var every = TimeSpan.FromMinutes(Math.Min((long)count * minutes, 1_000_000));
        if (every < Shortest || every > Longest)
        {
            why = "not between 1m and 366d";
            return false;
        }

        schedule = new(every, null);
        return true;
    }

    private static bool TryCron(string text, [NotNullWhen(true)] out Schedule? schedule, out string why)
    {
        schedule = null;
        try
        {
            var cron = new CronExpression(text, TimeZoneInfo.Utc);
            if (cron.GetNextValidTimeAfter(DateTimeOffset.UnixEpoch.AddYears(50)) is not { } first)
            {
                why = "never comes";
                return false;
            }

            if (cron.GetNextValidTimeAfter(first) is { } second && second - first < Shortest)
            {
                why = "comes more than once a minute";
                return false;
            }

            schedule = new(null, text);
            why = "";
            return true;
        }
        catch (FormatException e)
        {
            why = e.Message.TrimEnd('.');
            return false;
        }
    }
}
