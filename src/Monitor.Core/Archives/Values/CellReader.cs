using System.Buffers.Text;
using System.Globalization;
using Monitor.Core.Archives.Csv;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Values;

/// <summary>Reads the cells of the current row as what they mean and notes in <see cref="Flags"/> what could not be read. Column -1 is one that the file lacks.</summary>
internal sealed class CellReader(CsvReader row)
{
    private readonly TextCache cache = new();
    private readonly List<string> flags = [];

    /// <summary>What is wrong with the row but was kept, in order of discovery.</summary>
    public IReadOnlyList<string> Flags => flags.Count == 0 ? [] : flags.ToArray();

    /// <summary>Forgets the flags of the row before.</summary>
    public void Begin() => flags.Clear();

    public void Flag(string flag)
    {
        if (!flags.Contains(flag))
        {
            flags.Add(flag);
        }
    }

    /// <summary>The text as written. Bytes that are no valid text show as U+FFFD and are flagged.</summary>
    public string Text(int column)
    {
        var text = column < 0 ? "" : row.Text(column);
        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            Flag("damaged-text");
        }

        return text;
    }

    /// <summary>A short text that recurs: id, client, language.</summary>
    public string Word(int column) => column < 0 ? "" : cache.Get(row.FieldBytes(column)) ?? Text(column);

    /// <summary>An id or reference, kept as text whatever it is.</summary>
    public string Id(int column, string flag)
    {
        var id = Word(column);
        if (MangledId.Is(id))
        {
            Flag(flag);
        }

        return id;
    }

    /// <summary>A count; <c>0.0</c> is 0; null when empty or no number.</summary>
    public long? Count(int column)
    {
        var bytes = column < 0 ? default : row.FieldBytes(column);
        if (bytes.IsEmpty)
        {
            return null;
        }

        if (Utf8Parser.TryParse(bytes, out long count, out var used) && used == bytes.Length)
        {
            return count;
        }

        if (double.TryParse(bytes, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < long.MaxValue && number == Math.Floor(number))
        {
            return (long)number;
        }

        Flag("unreadable-number");
        return null;
    }

    /// <summary>A moment in UTC, <c>yyyy-MM-dd HH:mm</c> with or without seconds; null when empty or unreadable.</summary>
    public DateTimeOffset? Moment(int column)
    {
        var bytes = column < 0 ? default : row.FieldBytes(column);
        var moment = IsoMoment.Parse(bytes);
        if (moment is null && !bytes.IsEmpty)
        {
            Flag("unreadable-time");
        }

        return moment;
    }

    /// <summary>A moment in another spelling (.NET format, invariant culture), UTC unless it says its offset; null when empty or unreadable.</summary>
    public DateTimeOffset? Moment(int column, string format)
    {
        var text = Text(column);
        if (DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment.ToUniversalTime();
        }

        if (text.Length > 0)
        {
            Flag("unreadable-time");
        }

        return null;
    }

    /// <summary>A day, <c>yyyy-MM-dd</c>; a moment is kept as one; null when empty or unreadable.</summary>
    public PartialDate? Day(int column)
    {
        var moment = Moment(column);
        return moment is null ? null : new PartialDate(moment.Value, row.FieldBytes(column).Length > 10 ? DatePrecision.Minute : DatePrecision.Day);
    }

    /// <summary>True, false, in either case; null when empty or something else.</summary>
    public bool? Truth(int column)
    {
        var word = Word(column);
        bool? truth = word switch { "true" or "True" or "TRUE" or "1" => true, "false" or "False" or "FALSE" or "0" => false, _ => null };
        if (truth is null && word.Length > 0)
        {
            Flag("unreadable-truth");
        }

        return truth;
    }

    /// <summary>The values of a Python list.</summary>
    public IReadOnlyList<string> List(int column)
    {
        var bytes = column < 0 ? default : row.FieldBytes(column);
        if (bytes.IsEmpty || bytes.SequenceEqual("[]"u8))
        {
            return [];
        }

        var values = PythonList.Parse(Text(column));
        if (values is null)
        {
            Flag("unreadable-list");
        }

        return values ?? [];
    }
}
