using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Monitor.Core.Model;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>A batch whose records are bytes already.</summary>
internal sealed class ElasticsearchBatch : PreparedBatch
{
    /// <summary>Records made by one thread at a time.</summary>
    private const int Together = 256;

    /// <summary>Prepares a batch.</summary>
    /// <exception cref="CorpusBatchException">It breaks a rule.</exception>
    public ElasticsearchBatch(CorpusBatch batch)
    {
        BatchRules.Check(batch);
        var json = CorpusJson.Default;
        Batch = batch;
        Releases = Searched(IndexKind.Releases, batch.Releases, json.Release, RecordTerms.Fill, RecordKeys.Of, r => r.Id, null);
        Documents = Searched(IndexKind.Documents, batch.Documents, json.Document, RecordTerms.Fill, RecordKeys.Of, d => d.Id, null);
        Claims = Of(batch.Claims);
        Accounts = Of(batch.Accounts);
        AllPosts = Searched(IndexKind.Posts, batch.Posts, json.Post, RecordTerms.Fill, RecordKeys.Of, p => p.Id, (w, p) => SourceWriter.Text(w, "account", p.AccountId));
        Appearances = Parts(
            IndexKind.Appearances, batch.Appearances, json.Appearance, a => a.Id, (w, a) => Ends(w, a.DocumentId, a.ClaimId, a.Published?.ToUnixTimeMilliseconds(), a.Start));
        var outlets = batch.Documents.GroupBy(d => d.Id, StringComparer.Ordinal).ToDictionary(d => d.Key, d => RecordKeys.OutletOf(d.Last()), StringComparer.Ordinal);
        Appearances = [.. Appearances.Select(r => outlets[((Appearance)r.Record).DocumentId] is var outlet
            ? r.With(IndexNames.Id(outlet), w => SourceWriter.Text(w, "outlet", outlet)) : r)];
        Events = Parts(IndexKind.Events, batch.StatusEvents, json.StatusEvent, e => e.Key, Event);
        Links = Parts(IndexKind.Links, batch.Links, json.Link, l => l.Id, (w, l) => Ends(w, l.From, l.Target, null, l.Score));
        Marks = Made(batch.AccountMarks, (writer, m) => writer.Write(IndexKind.Marks, m.AccountKey, m, Encoding.UTF8.GetBytes(string.Join(' ', m.Marks)), w =>
        {
            SourceWriter.Texts(w, "account", [m.AccountKey]);
            SourceWriter.Texts(w, "marks", m.Marks.Where(t => t[0] != '#').Select(IndexTerm.Lower));
            SourceWriter.Texts(w, "counted", m.Marks.Where(t => t[0] == '#'));
        }));
        Verdicts = Made(batch.Verdicts, (writer, v) => writer.Write(
            IndexKind.Verdicts, v.Subject, v, JsonSerializer.SerializeToUtf8Bytes<string[]>([v.Subject, .. SubjectStates.Distinct(v.Verdicts)]), _ => { }));
        Inputs = Made(batch.LinkInputs, (writer, i) => writer.Write(IndexKind.Inputs, i.Of, i, JsonSerializer.SerializeToUtf8Bytes<string[]>([i.Of, i.Fingerprint]), _ => { }));
    }

    /// <summary>Several batches as one; none of them holds what replaces something else.</summary>
    private ElasticsearchBatch(IReadOnlyList<ElasticsearchBatch> parts)
    {
        Batch = new()
        {
            Accounts = [.. parts.SelectMany(p => p.Batch.Accounts)],
            AccountMarks = [.. parts.SelectMany(p => p.Batch.AccountMarks)],
        };
        Releases = [.. parts.SelectMany(p => p.Releases)];
        Accounts = [.. parts.SelectMany(p => p.Accounts)];
        AllPosts = [.. parts.SelectMany(p => p.AllPosts)];
        Events = [.. parts.SelectMany(p => p.Events)];
        Marks = [.. parts.SelectMany(p => p.Marks)];
        Inputs = [.. parts.SelectMany(p => p.Inputs)];
    }

    /// <summary>Claims as records.</summary>
    public static IReadOnlyList<IndexedRecord> Of(IReadOnlyList<Claim> claims) =>
        Searched(IndexKind.Claims, claims, CorpusJson.Default.Claim, RecordTerms.Fill, RecordKeys.Of, c => c.Id, null);

    /// <summary>Accounts as records.</summary>
    public static IReadOnlyList<IndexedRecord> Of(IReadOnlyList<Account> accounts) => Searched(
        IndexKind.Accounts, accounts, CorpusJson.Default.Account, RecordTerms.Fill, RecordKeys.Of, a => a.Key, (w, a) => SourceWriter.Text(w, "handle", IndexTerm.Lower(a.Handle)));

    /// <inheritdoc/>
    public override int Posts => AllPosts.Count;

    /// <summary>The batch as it was given.</summary>
    public CorpusBatch Batch { get; }

    /// <summary>Its records by kind; those that are not counted belong to others.</summary>
    public IEnumerable<(IndexKind Kind, IReadOnlyList<IndexedRecord> Records, RecordKind? Counted)> ByKind()
    {
        yield return (IndexKind.Releases, Releases, RecordKind.Release);
        yield return (IndexKind.Documents, Documents, RecordKind.Document);
        yield return (IndexKind.Claims, Claims, RecordKind.Claim);
        yield return (IndexKind.Appearances, Appearances, RecordKind.Appearance);
        yield return (IndexKind.Accounts, Accounts, RecordKind.Account);
        yield return (IndexKind.Posts, AllPosts, RecordKind.Post);
        yield return (IndexKind.Events, Events, RecordKind.StatusEvent);
        yield return (IndexKind.Links, Links, RecordKind.Link);
        yield return (IndexKind.Marks, Marks, null);
        yield return (IndexKind.Inputs, Inputs, null);
        yield return (IndexKind.Verdicts, Verdicts, null);
    }

    /// <summary>Appearances of its documents.</summary>
    public IReadOnlyList<IndexedRecord> Appearances { get; } = [];

    /// <summary>Its links.</summary>
    public IReadOnlyList<IndexedRecord> Links { get; } = [];

    private IReadOnlyList<IndexedRecord> Releases { get; }

    private IReadOnlyList<IndexedRecord> Documents { get; } = [];

    private IReadOnlyList<IndexedRecord> Claims { get; } = [];

    private IReadOnlyList<IndexedRecord> Accounts { get; }

    private List<IndexedRecord> AllPosts { get; }

    private IReadOnlyList<IndexedRecord> Events { get; }

    private IReadOnlyList<IndexedRecord> Marks { get; }

    private IReadOnlyList<IndexedRecord> Inputs { get; }

    private IReadOnlyList<IndexedRecord> Verdicts { get; } = [];

    /// <summary>Puts batches that follow one another together where that changes nothing: those of an import, which replace nothing but the same record.</summary>
    public static IEnumerable<ElasticsearchBatch> Joined(IReadOnlyList<ElasticsearchBatch> batches)
    {
        for (var i = 0; i < batches.Count;)
        {
            var simple = batches.Skip(i).TakeWhile(b => b.IsSimple).ToList();
            yield return simple.Count > 1 ? new ElasticsearchBatch(simple) : batches[i];
            i += Math.Max(1, simple.Count);
        }
    }

    private bool IsSimple => Batch is { Documents.Count: 0, Claims.Count: 0, Appearances.Count: 0, Links.Count: 0, ReplaceLinksFrom.Count: 0, Verdicts.Count: 0 };

    private static void Ends(Utf8JsonWriter writer, string a, string b, long? date, double start)
    {
        SourceWriter.Text(writer, "a", a);
        SourceWriter.Text(writer, "b", b);
        SourceWriter.Number(writer, "date", date);
        writer.WriteNumber("start", start);
    }

    private static void Event(Utf8JsonWriter writer, StatusEvent seen)
    {
        Ends(writer, seen.AccountId, seen.Source.Release, seen.Time?.Time.ToUnixTimeMilliseconds(), seen.Source.Line);
        if (seen.Rename is { } rename)
        {
            SourceWriter.Texts(writer, "handles", [IndexTerm.Lower(rename.Old), IndexTerm.Lower(rename.New)]);
        }
    }

    private static List<IndexedRecord> Searched<T>(
        IndexKind kind, IReadOnlyList<T> records, JsonTypeInfo<T> json, Action<FieldTerms, T> fill, Func<T, RecordKeys> keys, Func<T, string> key, Action<Utf8JsonWriter, T>? more)
        where T : class => Made(records, (writer, record, terms) =>
    {
        fill(terms, record);
        return writer.Write(kind, key(record), record, json, w =>
        {
            writer.Searched(w, terms, keys(record));
            more?.Invoke(w, record);
        });
    });

    private static List<IndexedRecord> Parts<T>(IndexKind kind, IReadOnlyList<T> records, JsonTypeInfo<T> json, Func<T, string> key, Action<Utf8JsonWriter, T> more)
        where T : class => Made(records, (writer, record) => writer.Write(kind, key(record), record, json, w => more(w, record)));

    private static List<IndexedRecord> Made<T>(IReadOnlyList<T> records, Func<SourceWriter, T, IndexedRecord> make) => Made(records, (w, r, _) => make(w, r));

    private static List<IndexedRecord> Made<T>(IReadOnlyList<T> records, Func<SourceWriter, T, FieldTerms, IndexedRecord> make)
    {
        return records.Count <= Together ? Chunk(records) : [.. records.Chunk(Together).AsParallel().AsOrdered().SelectMany(c => Chunk(c))];

        List<IndexedRecord> Chunk(IReadOnlyList<T> chunk)
        {
            var (writer, terms) = (new SourceWriter(), new FieldTerms());
            return [.. chunk.Select(r => make(writer, r, terms))];
        }
    }
}
