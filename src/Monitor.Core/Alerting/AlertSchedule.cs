using Monitor.Core.Model;

namespace Monitor.Core.Alerting;

/// <summary>
/// The moments at which messages of a saved search go out, in the local time of its reader. Where a change of the clocks leaves the local time out, it is the first moment
/// behind the gap; where it comes twice, the first of the two: once each day, whatever the clocks do.
/// </summary>
public static class AlertSchedule
{
    /// <summary>The latest moment at or before a time at which messages of a search were due; null for a search that is told at once.</summary>
    public static DateTimeOffset? Latest(SavedSearch search, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(search);
        if (search.Rhythm == Rhythm.AtOnce)
        {
            return null;
        }

        var zone = Zone(search.Zone) ?? TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(now, zone);
        if (search.Rhythm == Rhythm.Hourly)
        {
            // Full hours as the reader's clock shows them; of zones with half hours, too.
            return (now - TimeSpan.FromTicks(local.TimeOfDay.Ticks % TimeSpan.TicksPerHour)).ToUniversalTime();
        }

        var day = DateOnly.FromDateTime(local.DateTime);
        while (true)
        {
            if ((search.Rhythm == Rhythm.Daily || day.DayOfWeek == search.Day) && Moment(day, search.At, zone) is var moment && moment <= now)
            {
                return moment;
            }

            day = day.AddDays(-1);
        }
    }

    /// <summary>The zone with this IANA name; null when there is none.</summary>
    public static TimeZoneInfo? Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary>The end of a day in a zone; UTC's when there is no such zone.</summary>
    public static DateTimeOffset EndOf(DateOnly day, string zone) => Moment(day.AddDays(1), TimeOnly.MinValue, Zone(zone) ?? TimeZoneInfo.Utc);

    /// <summary>The moment that a local time of a day means.</summary>
    internal static DateTimeOffset Moment(DateOnly day, TimeOnly at, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(at);
        if (zone.IsInvalidTime(local))
        {
            return EndOfGap(local, zone);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The first moment whose local time exists again: gaps end at full minutes.</summary>
    private static DateTimeOffset EndOfGap(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
