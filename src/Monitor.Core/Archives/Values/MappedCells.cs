using System.Globalization;
using Monitor.Core.Definitions;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Values;

/// <summary>Reads the cells of a mapped table: which values mean nothing, which are hidden, how times, numbers and lists are spelled. Column -1 is one that the table lacks.</summary>
internal sealed class MappedCells
{
    private static readonly string[] Iso =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
        "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM", "yyyy",
    ];

    private readonly HashSet<string> empty;
    private readonly HashSet<string> hidden;
    private readonly IReadOnlyList<string> times;
    private readonly TimeSpan offset;
    private readonly string? listSeparator;
    private readonly string? thousands;

    public MappedCells(CellReader plain, TableMapping mapping)
    {
        Plain = plain;
        empty = [.. mapping.Empty.Select(e => e.Trim())];
        hidden = [.. mapping.Hidden.Select(h => h.Trim())];
        times = mapping.Times.Count > 0 ? mapping.Times : Iso;
        offset = mapping.Offset is { } given
            ? TimeSpan.ParseExact(given[1..], "hh\\:mm", CultureInfo.InvariantCulture) * (given[0] == '-' ? -1 : 1)
            : TimeSpan.Zero;
        listSeparator = mapping.ListSeparator is { } word ? Marks.Of(word).ToString() : null;
        thousands = mapping.Thousands is { } mark ? Marks.Of(mark).ToString() : null;
    }

    /// <summary>The cells as they stand.</summary>
    public CellReader Plain { get; }

    /// <summary>Forgets the flags of the row before.</summary>
    public void Begin() => Plain.Begin();

    /// <summary>The text as written; empty where it means that nothing is known, and where a word of the publisher's stands for something hidden.</summary>
    public string Known(int column)
    {
        var text = Plain.Text(column);
        if (text.Length == 0 || (empty.Count == 0 && hidden.Count == 0))
        {
            return text;
        }

        var trimmed = text.Trim();
        return empty.Contains(trimmed) || hidden.Contains(trimmed) ? "" : text;
    }

    /// <summary>True when the publisher hides what stood there, by a word or a hash.</summary>
    public bool IsHidden(int column)
    {
        var text = Plain.Text(column);
        return HiddenValue.Is(text) || (hidden.Count > 0 && hidden.Contains(text.Trim()));
    }

    /// <summary>A profile field, empty where it is hidden, which then stands in <paramref name="fields"/>.</summary>
    public string Shown(int column, string field, List<string> fields)
    {
        if (!IsHidden(column))
        {
            return Known(column);
        }

        fields.Add(field);
        return "";
    }

    /// <summary>An id of another account or post, kept as text whatever it is.</summary>
    public string Reference(int column)
    {
        var text = Known(column);
        if (MangledId.Is(text))
        {
            Plain.Flag("mangled-reference");
        }

        return text;
    }

    /// <summary>A count; null when nothing is known or it is no whole number.</summary>
    public long? Count(int column)
    {
        var text = Known(column).Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (thousands is not null)
        {
            text = text.Replace(thousands, "", StringComparison.Ordinal);
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
        {
            return count;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < long.MaxValue && number == Math.Floor(number))
        {
            return (long)number;
        }

        Plain.Flag("unreadable-number");
        return null;
    }

    /// <summary>True when the cell says so; flagged when it says neither.</summary>
    public bool Truth(int column) => Known(column).Length > 0 && (Plain.Truth(column) ?? false);

    /// <summary>A moment with the offset of its source; null when nothing is known or it cannot be read.</summary>
    public DateTimeOffset? Moment(int column) => Date(column)?.Time;

    /// <summary>A date as exactly as its spelling says it; null when nothing is known or it cannot be read.</summary>
    public PartialDate? Date(int column)
    {
        var text = Known(column).Trim();
        if (text.Length == 0)
        {
            return null;
        }

        foreach (var format in times)
        {
            if (Read(text, format) is { } date)
            {
                return date;
            }
        }

        Plain.Flag("unreadable-time");
        return null;
    }

    /// <summary>The values of a list.</summary>
    public IReadOnlyList<string> List(int column)
    {
        if (listSeparator is null)
        {
            return Known(column).Length == 0 ? [] : Plain.List(column);
        }

        return Known(column).Split(listSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private PartialDate? Read(string text, string format)
    {
        if (format is "unix" or "unix-ms")
        {
            // The years 1 to 9999 in seconds; what lies outside is no time.
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && (format == "unix" ? number : number / 1_000) is >= -62_135_596_800 and <= 253_402_300_799
                ? new PartialDate(format == "unix" ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number), DatePrecision.Minute)
                : null;
        }

        var precision = format.AsSpan().ContainsAny('H', 'h') ? DatePrecision.Minute
            : format.Contains('d', StringComparison.Ordinal) ? DatePrecision.Day
            : format.Contains('M', StringComparison.Ordinal) ? DatePrecision.Month
            : DatePrecision.Year;
        if (format.Contains('z', StringComparison.Ordinal) || (format.Contains('K', StringComparison.Ordinal) && SaysOffset(text)))
        {
            return DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var told) ? new PartialDate(told, precision) : null;
        }

        return DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && InRange(local)
            ? new PartialDate(new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset), precision)
            : null;
    }

    private static bool SaysOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^3] == ':' && text[^6] is '+' or '-');

    /// <summary>True when the moment can be told in UTC too: the first and last hours of the calendar cannot in every offset.</summary>
    private static bool InRange(DateTime time) => time.Year is > 1 and < 9999;
}
