using System.Text;

namespace Monitor.Core.Archives.Csv;

/// <summary>
/// Reads the rows of a csv file one by one, with the byte offset and the line of each, in constant memory, and never throws on what it reads.
/// <para>
/// Why not CsvHelper, which writes our exports and reads sound files about as fast (<c>ReadBenchmark</c> compares the two): a quoted field that does not
/// close runs to the end of its input, or throws at its size limit and cannot go on, so one stray quotation mark would hide every row behind it; and for files
/// in another encoding it counts the bytes of their UTF-8 form, not of the file. Rows here are evidence, cited by line and byte, and each must end as a record
/// or in quarantine.
/// </para>
/// <para>
/// Lines are counted by line feeds, as <c>sed -n</c> and editors do. A row that does not close, is malformed, or has the wrong number of fields and spans
/// several lines is cut before the first of its lines that begins a sound row, so that one stray quotation mark costs one row.
/// </para>
/// </summary>
internal sealed class CsvReader
{
    /// <summary>Longest row in bytes. The longest row in the known releases is below 20,000.</summary>
    public const int RowLimit = 1 << 20;

    /// <summary>Lines of a bad row at which a sound row is looked for; bounds the work on hostile input.</summary>
    private const int ResyncLines = 256;

    /// <summary>Longest sound row that is recognised there.</summary>
    private const int ResyncReach = 1 << 16;

    private readonly CsvSource source;
    private readonly byte delimiter;
    private readonly CsvFields fields = new();
    private readonly CsvFields trial = new();
    private long nextLine = 1;
    private bool damageTold;
    private string? cutRaw;

    public CsvReader(Stream stream, Encoding? encoding = null, char delimiter = ',')
    {
        source = new CsvSource(stream, RowLimit, encoding is null || KeepsDelimiters(encoding) ? null : encoding);
        this.delimiter = (byte)delimiter;
        Encoding = source.KnowsOffset && !source.IsMarkedUtf8 ? encoding ?? Encoding.UTF8 : Encoding.UTF8;
    }

    /// <summary>Encoding of the fields as they are read here: UTF-8 where the file's had to be turned into it.</summary>
    public Encoding Encoding { get; }

    /// <summary>Fields that a sound row has; 0 until the header is known.</summary>
    public int Width { get; set; }

    /// <summary>Line on which the current row begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Offset of the current row; -1 when not known.</summary>
    public long Offset { get; private set; }

    /// <summary>What is wrong with the current row.</summary>
    public CsvFault Fault { get; private set; }

    /// <summary>What stopped the reading of a damaged file.</summary>
    public string? Damage => source.Damage;

    /// <summary>Fields of the current row.</summary>
    public int Count => fields.Count;

    /// <summary>Bytes of the current row with its line end; they stay until <see cref="Next"/> is called again.</summary>
    public ReadOnlySpan<byte> Bytes => source.Unread[..fields.Length];

    /// <summary>The row as text for people, shortened.</summary>
    public string Raw => cutRaw ?? Shown(Bytes);

    /// <summary>Bytes of a field as they stand in the file (quotation marks may be doubled, see <see cref="Text"/>).</summary>
    public ReadOnlySpan<byte> FieldBytes(int index)
    {
        var (start, length, _) = fields[index];
        return source.Unread.Slice(start, length);
    }

    /// <summary>The text of a field.</summary>
    public string Text(int index)
    {
        var (start, length, escaped) = fields[index];
        if (length == 0)
        {
            return "";
        }

        var text = Encoding.GetString(source.Unread.Slice(start, length));
        return escaped ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    /// <summary>Moves on to the next row, passing empty lines; false at the end.</summary>
    public bool Next()
    {
        source.Skip(fields.Length);
        fields.Clear();
        cutRaw = null;
        while (true)
        {
            var end = Scan();
            if (source.Unread.IsEmpty)
            {
                return TellDamage();
            }

            (Line, Offset) = (nextLine, source.Offset);
            Fault = end switch
            {
                ScanEnd.NeedsMore => CsvFault.TooLong,
                ScanEnd.EndsInQuotes => CsvFault.EndsInQuotes,
                _ when fields.StrayQuote => CsvFault.StrayQuote,
                _ when Width > 0 && fields.Count != Width => CsvFault.Width,
                _ => CsvFault.None,
            };
            if (end == ScanEnd.Complete && Bytes is [(byte)'\n'] or [(byte)'\r', (byte)'\n'] or [(byte)'\r'])
            {
                nextLine += Bytes.Count((byte)'\n');
                source.Skip(fields.Length);
                continue;
            }

            Settle();
            return true;
        }
    }

    /// <summary>Goes to where a row begins, which <see cref="Next"/> gives then; false, and nothing is done, in files that cannot be entered there (packed ones).</summary>
    public bool TryMoveTo(long line, long offset)
    {
        if (!source.TryMoveTo(offset))
        {
            return false;
        }

        fields.Clear();
        nextLine = line;
        return true;
    }

    private ScanEnd Scan()
    {
        var end = CsvScanner.Scan(source.Unread, source.Final, delimiter, fields);
        if (end == ScanEnd.NeedsMore && !source.Full)
        {
            source.Fill();
            end = CsvScanner.Scan(source.Unread, source.Final, delimiter, fields);
        }

        return end;
    }

    /// <summary>Decides where a bad row ends, looks for what only whole rows can show, and counts lines.</summary>
    private void Settle()
    {
        if (Fault is CsvFault.TooLong or CsvFault.EndsInQuotes)
        {
            fields.Clear();
            fields.Length = source.Unread.Length;
        }

        if (Fault != CsvFault.None)
        {
            var sound = SoundRowWithin(fields.Length);
            if (sound > 0)
            {
                fields.Length = sound;
            }
            else if (Fault == CsvFault.TooLong)
            {
                PassToLineEnd();
                return;
            }
        }
        else if (Bytes.Contains((byte)0))
        {
            Fault = CsvFault.Nul;
        }
        else if (AllEmpty())
        {
            Fault = CsvFault.Empty;
        }

        nextLine += Bytes.Count((byte)'\n');
    }

    /// <summary>Start of the first line within a bad row that begins a sound row; 0 when there is none.</summary>
    private int SoundRowWithin(int length)
    {
        var data = source.Unread;
        var at = 0;
        for (var lines = 0; Width > 1 && lines < ResyncLines; lines++)
        {
            var feed = data[at..length].IndexOf((byte)'\n');
            at += feed + 1;
            if (feed < 0 || at >= length)
            {
                return 0;
            }

            var reach = Math.Min(ResyncReach, data.Length - at);
            var final = source.Final && at + reach == data.Length;
            if (CsvScanner.Scan(data.Slice(at, reach), final, delimiter, trial) == ScanEnd.Complete && !trial.StrayQuote && trial.Count == Width)
            {
                return at;
            }
        }

        return 0;
    }

    /// <summary>Passes the rest of a row that is too long to be held.</summary>
    private void PassToLineEnd()
    {
        cutRaw = Shown(source.Unread);
        fields.Clear();
        while (true)
        {
            nextLine += source.Unread.Count((byte)'\n');
            source.Skip(source.Unread.Length);
            source.Fill();
            var feed = source.Unread.IndexOf((byte)'\n');
            if (feed >= 0 || source.Unread.IsEmpty)
            {
                source.Skip(feed + 1);
                nextLine += feed >= 0 ? 1 : 0;
                return;
            }
        }
    }

    private bool AllEmpty()
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Length > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A file that cannot be read to its end gives one last bad row that says so.</summary>
    private bool TellDamage()
    {
        if (source.Damage is null || damageTold)
        {
            return false;
        }

        damageTold = true;
        (Fault, Line, Offset, cutRaw) = (CsvFault.Damaged, nextLine, source.Offset, "");
        return true;
    }

    /// <summary>True when the bytes of every delimiter stand for nothing else: UTF-8, and single bytes that agree with ASCII where delimiters and digits are.</summary>
    private static bool KeepsDelimiters(Encoding encoding) =>
        encoding.CodePage == Encoding.UTF8.CodePage || (encoding.IsSingleByte && encoding.GetBytes(",;|\t\"\r\n09AZaz").AsSpan().SequenceEqual(",;|\t\"\r\n09AZaz"u8));

    private string Shown(ReadOnlySpan<byte> bytes) =>
        Encoding.GetString(bytes[..Math.Min(bytes.Length, QuarantinedRow.RawLimit)]).TrimEnd('\n', '\r').Replace('\0', '\uFFFD');
}
