using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>One record as it is sent: its source, and what decides whether it is sent at all.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its key as an <c>_id</c>.</param>
/// <param name="Hash">Digest of the record; the same for the same words.</param>
/// <param name="Source">The source in UTF-8, without a line break.</param>
/// <param name="Record">The record.</param>
internal sealed record IndexedRecord(IndexKind Kind, string Id, string Hash, ReadOnlyMemory<byte> Source, object Record)
{
    /// <summary>What stands in the source and is none of the record's words: made of other records, so that a change of it is no change of the record. Empty when there is nothing.</summary>
    public string Beside { get; init; } = "";

    /// <summary>The same record with what is known beside it.</summary>
    /// <param name="beside">What is known, in a few characters that differ when it does.</param>
    /// <param name="write">Writes it as further properties of the source.</param>
    public IndexedRecord With(string beside, Action<Utf8JsonWriter> write)
    {
        var added = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(added, CorpusJson.Writing))
        {
            writer.WriteStartObject();
            writer.WriteString("beside", beside);
            write(writer);
            writer.WriteEndObject();
        }

        var source = new byte[Source.Length + added.WrittenCount - 1];
        Source.Span.CopyTo(source);
        source[Source.Length - 1] = (byte)',';
        added.WrittenSpan[1..].CopyTo(source.AsSpan(Source.Length));
        return this with { Beside = beside, Source = source };
    }
}

/// <summary>Makes sources. For one thread.</summary>
internal sealed class SourceWriter
{
    private readonly ArrayBufferWriter<byte> _json = new(4096);
    private readonly ArrayBufferWriter<byte> _source = new(8192);
    private readonly StringBuilder _terms = new();

    /// <summary>A record with whatever its kind adds.</summary>
    public IndexedRecord Write<T>(IndexKind kind, string key, T record, JsonTypeInfo<T> type, Action<Utf8JsonWriter> more)
        where T : class
    {
        _json.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_json, CorpusJson.Writing))
        {
            JsonSerializer.Serialize(writer, record, type);
        }

        return Write(kind, key, record, _json.WrittenSpan, more);
    }

    /// <summary>A record whose words are given as they are.</summary>
    public IndexedRecord Write(IndexKind kind, string key, object record, ReadOnlySpan<byte> json, Action<Utf8JsonWriter> more)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json, digest);
        var (id, hash) = (IndexNames.Id(key), Convert.ToHexStringLower(digest[..16]));
        _source.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_source, CorpusJson.Writing))
        {
            writer.WriteStartObject();
            writer.WriteString("key", id);
            writer.WriteNumber("k", (int)kind);
            writer.WriteString("hash", hash);
            writer.WriteString("json", json);
            more(writer);
            writer.WriteEndObject();
        }

        return new(kind, id, hash, _source.WrittenSpan.ToArray(), record);
    }

    /// <summary>Writes what of a record is searched.</summary>
    public void Searched(Utf8JsonWriter writer, FieldTerms terms, RecordKeys keys)
    {
        Text(writer, "id", keys.Id);
        Text(writer, "user_id", keys.UserId);
        Number(writer, "date", keys.Date);
        Number(writer, "followers", keys.Followers);
        Number(writer, "following", keys.Following);
        var countries = keys.Country.Split(',');
        writer.WriteStartArray("is");
        Is("source", keys.Source);
        Is("kind", keys.Kind);
        Is("release", keys.Release);
        Is("platform", keys.Platform);
        foreach (var country in countries)
        {
            Is("country", country);
        }

        for (var end = keys.Language.IndexOf('-', StringComparison.Ordinal); end >= 0; end = keys.Language.IndexOf('-', end + 1))
        {
            Is("language", keys.Language[..end]);
        }

        Is("language", keys.Language);
        writer.WriteEndArray();
        Text(writer, "source", keys.Source);
        Text(writer, "kind", keys.Kind);
        Text(writer, "release", keys.Release);
        Text(writer, "platform", keys.Platform);
        Text(writer, "language", keys.Language);
        Text(writer, "speaker", keys.Speaker);
        if (keys.Country.Length > 0)
        {
            Texts(writer, "country", countries);
        }

        Terms(writer, "t_title", terms.Title);
        Terms(writer, "t_speaker", terms.Speaker);
        Terms(writer, "t_body", terms.Body);
        Terms(writer, "t_keys", terms.Keys);

        void Is(string field, string value) => writer.WriteStringValue(IndexTerm.Is(field, value));
    }

    /// <summary>A keyword; nothing when it is empty.</summary>
    public static void Text(Utf8JsonWriter writer, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(name, IndexTerm.Keyword(value));
        }
    }

    /// <summary>Several keywords.</summary>
    public static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(IndexTerm.Keyword(value));
        }

        writer.WriteEndArray();
    }

    /// <summary>A number; nothing when it is not known.</summary>
    public static void Number(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private void Terms(Utf8JsonWriter writer, string name, List<string> terms)
    {
        if (terms.Count == 0)
        {
            return;
        }

        _terms.Clear();
        foreach (var term in terms)
        {
            _terms.Append(_terms.Length > 0 ? " " : "").Append(IndexTerm.Of(term));
        }

        writer.WriteString(name, _terms.ToString());
    }
}
