namespace Monitor.Core.Archives.Csv;

/// <summary>How a scan ended.</summary>
internal enum ScanEnd
{
    /// <summary>The row ends within the data.</summary>
    Complete,

    /// <summary>The row may go on behind the data.</summary>
    NeedsMore,

    /// <summary>The data are the file's last and end inside a quoted field.</summary>
    EndsInQuotes,
}

/// <summary>Where the fields of one row lie; used again for each row.</summary>
internal sealed class CsvFields
{
    private (int Start, int Length, bool Escaped)[] ranges = new (int, int, bool)[64];

    /// <summary>Fields of the row.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of the row with its line end.</summary>
    public int Length { get; set; }

    /// <summary>True when a closing quotation mark is followed by more of the field.</summary>
    public bool StrayQuote { get; set; }

    public (int Start, int Length, bool Escaped) this[int index] => ranges[index];

    public void Clear()
    {
        Count = 0;
        Length = 0;
        StrayQuote = false;
    }

    public void Add(int start, int length, bool escaped)
    {
        if (Count == ranges.Length)
        {
            Array.Resize(ref ranges, ranges.Length * 2);
        }

        ranges[Count++] = (start, length, escaped);
    }
}

/// <summary>Finds the fields and the end of one row by RFC 4180: quoted fields, doubled quotation marks, LF or CRLF.</summary>
internal static class CsvScanner
{
    private const byte Quote = (byte)'"';
    private const byte LineFeed = (byte)'\n';

    /// <summary>Scans the row at the beginning of <paramref name="data"/>; <paramref name="final"/> says that the file ends with them.</summary>
    public static ScanEnd Scan(ReadOnlySpan<byte> data, bool final, byte delimiter, CsvFields fields)
    {
        fields.Clear();
        var at = 0;
        while (true)
        {
            var start = at;
            var quoted = at < data.Length && data[at] == Quote;
            if (quoted)
            {
                var close = Close(data, at + 1, final, out var escaped);
                if (close < 0)
                {
                    return final ? ScanEnd.EndsInQuotes : ScanEnd.NeedsMore;
                }

                fields.Add(at + 1, close - at - 1, escaped);
                at = close + 1;
            }

            var stop = data[at..].IndexOfAny(delimiter, LineFeed);
            if (stop < 0 && !final)
            {
                return ScanEnd.NeedsMore;
            }

            var end = stop < 0 ? data.Length : at + stop;
            var atLineEnd = stop < 0 || data[end] == LineFeed;
            var content = atLineEnd && end > at && data[end - 1] == (byte)'\r' ? end - 1 : end;
            if (!quoted)
            {
                fields.Add(start, content - start, false);
            }
            else if (content > at)
            {
                fields.StrayQuote = true;
            }

            if (atLineEnd)
            {
                fields.Length = stop < 0 ? data.Length : end + 1;
                return ScanEnd.Complete;
            }

            at = end + 1;
        }
    }

    /// <summary>Index of the closing quotation mark; -1 when it is not within the data (or may be half of a doubled one).</summary>
    private static int Close(ReadOnlySpan<byte> data, int from, bool final, out bool escaped)
    {
        escaped = false;
        while (true)
        {
            var found = data[from..].IndexOf(Quote);
            if (found < 0)
            {
                return -1;
            }

            var at = from + found;
            if (at + 1 == data.Length)
            {
                return final ? at : -1;
            }

            if (data[at + 1] != Quote)
            {
                return at;
            }

            escaped = true;
            from = at + 2;
        }
    }
}
