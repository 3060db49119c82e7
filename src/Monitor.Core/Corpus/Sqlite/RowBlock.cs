using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>How records of one kind become rows.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Json">How they are written.</param>
/// <param name="Terms">How they are found.</param>
/// <param name="Keys">What they are filtered by.</param>
/// <param name="Extras">What only some kinds keep.</param>
/// <param name="Prefers">True when the first is to take the place of the second, which is stored; null when the later always does.</param>
internal sealed record RowShape<T>(
    SearchKind Kind, JsonTypeInfo<T> Json, Action<FieldTerms, T> Terms, Func<T, RecordKeys> Keys, Func<T, RowExtras> Extras, Func<T, T, bool>? Prefers = null);

/// <summary>What only some kinds keep beside their keys.</summary>
internal readonly record struct RowExtras(string? Key, string? Handle);

/// <summary>
/// Some records of a batch as the bytes that go into the file: JSON and the terms of four fields, one after another in one buffer. Blocks are made on other
/// threads while the writer writes the block before.
/// </summary>
internal sealed class RowBlock<T>(RowShape<T> shape, IReadOnlyList<T> records, int from, int count)
{
    private const int Parts = 5;

    private readonly ArrayBufferWriter<byte> _bytes = new(Math.Min(count, 256) * 768);
    private readonly int[] _ends = new int[count * Parts];

    /// <summary>Records in it.</summary>
    public int Count => count;

    /// <summary>A record.</summary>
    public T Record(int index) => records[from + index];

    /// <summary>The JSON of a record.</summary>
    public ReadOnlySpan<byte> Json(int index) => Part(index, 0);

    /// <summary>Terms of a record: 0 title, 1 speaker, 2 body, 3 keys.</summary>
    public ReadOnlySpan<byte> Terms(int index, int field) => Part(index, field + 1);

    /// <summary>Fills the buffer.</summary>
    public RowBlock<T> Prepare()
    {
        var terms = new FieldTerms();
        using var writer = new Utf8JsonWriter(_bytes, CorpusJson.Writing);
        for (var i = 0; i < count; i++)
        {
            writer.Reset(_bytes);
            shape.Json.SerializeHandler!(writer, Record(i));
            writer.Flush();
            _ends[i * Parts] = _bytes.WrittenCount;
            shape.Terms(terms, Record(i));
            Write(terms.Title, i, 1);
            Write(terms.Speaker, i, 2);
            Write(terms.Body, i, 3);
            Write(terms.Keys, i, 4);
        }

        return this;
    }

    private ReadOnlySpan<byte> Part(int index, int part)
    {
        var at = (index * Parts) + part;
        var start = at == 0 ? 0 : _ends[at - 1];
        return _bytes.WrittenSpan[start.._ends[at]];
    }

    private void Write(List<string> terms, int index, int part)
    {
        foreach (var term in terms)
        {
            var span = _bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(term.Length) + 1);
            var length = Encoding.UTF8.GetBytes(term, span);
            span[length] = (byte)' ';
            _bytes.Advance(length + 1);
        }

        _ends[(index * Parts) + part] = _bytes.WrittenCount;
    }
}
