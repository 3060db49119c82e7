using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Monitor.Core.Model;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>
/// The corpus on an Elasticsearch or OpenSearch cluster. Nothing is asked before it is used, so Monitor starts while the cluster is away. The server knows no transactions: a put
/// that breaks a rule stores nothing, one that an outage cuts short may have stored a part, and the same put again completes it. Safe for many threads, one of which writes at a time.
/// </summary>
public sealed class ElasticsearchCorpus : ICorpus
{
    private readonly Cluster _cluster;
    private readonly IndexHome _home;
    private readonly StoredRecords _stored;
    private readonly ElasticsearchWriter _writer;
    private readonly PointsInTime _moments;
    private readonly MomentBook _book;
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>Prepares the connection to a cluster; nothing is asked yet.</summary>
    /// <exception cref="ArgumentException">A setting cannot be.</exception>
    public ElasticsearchCorpus(ElasticsearchOptions options, TimeProvider time)
        : this(options, time, null)
    {
    }

    private ElasticsearchCorpus(ElasticsearchOptions options, TimeProvider time, int? generation)
    {
        ArgumentNullException.ThrowIfNull(options);
        (Options, Time) = (options, time);
        _cluster = new(options, time);
        _home = new(_cluster, new IndexNames(options.Prefix), options.Shards, time, generation);
        _stored = new(_cluster, _home);
        _writer = new(_stored, _home, new BulkWriter(_cluster, options.BulkMegabytes << 20));
        _moments = new(_cluster);
        _book = new(_moments);
    }

    private ElasticsearchOptions Options { get; }

    private TimeProvider Time { get; }

    /// <summary>An empty corpus beside the one in use, of which readers see nothing until <see cref="TakeOver"/>.</summary>
    public async Task<ElasticsearchCorpus> Beside(CancellationToken cancel = default)
    {
        // What an earlier attempt left behind begins anew with it.
        var names = new IndexNames(Options.Prefix);
        using var reply = await _cluster.Send(Elastic.Transport.HttpMethod.GET, $"/{names.Everything}/_alias?expand_wildcards=open", cancel: cancel);
        var used = reply.Require().Body.EnumerateObject().Select(i => names.Read(i.Name)?.Generation ?? 0).Append(0).Max();
        return new(Options, Time, used + 1);
    }

    /// <summary>Puts this corpus, made by <see cref="Beside"/>, in the place of the one in use, at one stroke for all readers, and deletes that one.</summary>
    public Task TakeOver(CancellationToken cancel = default) => _home.Switch(cancel);

    /// <summary>Which server answers, and how the cluster is: its version, its nodes, and green, yellow or red.</summary>
    /// <exception cref="CorpusAwayException">Nobody answers.</exception>
    public async Task<string> Health(CancellationToken cancel = default)
    {
        _cluster.Forget();
        var product = await _cluster.Product(cancel);
        using var reply = await _cluster.Send(Elastic.Transport.HttpMethod.GET, "/_cluster/health", cancel: cancel);
        var body = reply.Require().Body;
        return $"{product}, {body.GetProperty("number_of_nodes").GetInt32()} nodes, {body.GetProperty("status").GetString()}";
    }

    /// <inheritdoc/>
    public Task<PutResult> Put(CorpusBatch batch, CancellationToken cancel = default) => PutPrepared([Prepare(batch)], cancel);

    /// <inheritdoc/>
    public Task<PutResult> PutPrepared(IReadOnlyList<PreparedBatch> batches, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(batches);
        return Write(() => _writer.Put([.. batches.Cast<ElasticsearchBatch>()], cancel), cancel);
    }

    /// <inheritdoc/>
    public PreparedBatch Prepare(CorpusBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return new ElasticsearchBatch(batch);
    }

    /// <inheritdoc/>
    public Task<Document?> Document(string id, CancellationToken cancel = default) => One(IndexKind.Documents, id, CorpusJson.Default.Document, cancel);

    /// <inheritdoc/>
    public Task<Claim?> Claim(string id, CancellationToken cancel = default) => One(IndexKind.Claims, id, CorpusJson.Default.Claim, cancel);

    /// <inheritdoc/>
    public Task<Release?> Release(string id, CancellationToken cancel = default) => One(IndexKind.Releases, id, CorpusJson.Default.Release, cancel);

    /// <inheritdoc/>
    public Task<Post?> Post(string id, CancellationToken cancel = default) => One(IndexKind.Posts, id, CorpusJson.Default.Post, cancel);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Account>> Accounts(string id, CancellationToken cancel = default) =>
        [.. (await Many(IndexKind.Accounts, Term("id", id), CorpusJson.Default.Account, cancel)).OrderBy(a => a.Source.Release, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public Task<IReadOnlyList<Account>> AccountsByHandle(string handle, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return Many(IndexKind.Accounts, StoredRecords.Term("handle", IndexTerm.Lower(handle.TrimStart('@'))), CorpusJson.Default.Account, cancel);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StatusEvent>> RenamesOf(string handle, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return Many(IndexKind.Events, StoredRecords.Term("handles", IndexTerm.Lower(handle.TrimStart('@'))), CorpusJson.Default.StatusEvent, cancel, ByDate());
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Account>> AccountsMarked(IReadOnlyList<IReadOnlyList<string>> anyOfAll, int most, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(anyOfAll);
        var lists = anyOfAll.Where(l => l.Count > 0).Select(l => (JsonNode)new JsonObject
        {
            ["bool"] = new JsonObject { ["filter"] = new JsonArray([.. l.Select(m => StoredRecords.Term("marks", IndexTerm.Lower(m)))]) },
        }).ToList();
        if (lists.Count == 0)
        {
            return [];
        }

        var keys = new List<string>();
        var query = new JsonObject { ["bool"] = new JsonObject { ["should"] = new JsonArray([.. lists]), ["minimum_should_match"] = 1 } };
        await foreach (var hit in _stored.Stream([IndexKind.Marks], query, source: ["key"], most: most, cancel: cancel))
        {
            keys.Add(hit.GetProperty("_source").GetProperty("key").GetString()!);
        }

        var accounts = new List<Account>();
        foreach (var some in keys.Chunk(5_000))
        {
            accounts.AddRange(await Many(IndexKind.Accounts, StoredRecords.Terms("key", some), CorpusJson.Default.Account, cancel));
        }

        return [.. accounts.OrderBy(a => a.Key, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, long>> MarkCounts(IReadOnlyList<string> marks, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(marks);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var some in marks.Where(m => m.Length > 0 && m[0] == '#').Distinct(StringComparer.Ordinal).Chunk(1_000))
        {
            var terms = new JsonObject { ["field"] = "counted", ["size"] = some.Length, ["include"] = Json.Array(some) };
            foreach (var (mark, count) in await Buckets(_home.Reading(IndexKind.Marks), terms, cancel))
            {
                counts[mark.GetString()!] = count;
            }
        }

        return counts;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> LinkInputs(CancellationToken cancel = default)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var hit in _stored.Stream([IndexKind.Inputs], All(), source: ["json"], cancel: cancel))
        {
            var pair = JsonSerializer.Deserialize<string[]>(hit.GetProperty("_source").GetProperty("json").GetString()!)!;
            inputs[pair[0]] = pair[1];
        }

        return inputs;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Release>> Releases(CancellationToken cancel = default) => Many(IndexKind.Releases, All(), CorpusJson.Default.Release, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Appearance>> AppearancesOf(string claimId, CancellationToken cancel = default) =>
        Many(IndexKind.Appearances, Term("b", claimId), CorpusJson.Default.Appearance, cancel, ByDate("a", "start"));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Appearance>> AppearancesIn(string documentId, CancellationToken cancel = default) =>
        Many(IndexKind.Appearances, Term("a", documentId), CorpusJson.Default.Appearance, cancel, new JsonArray("start"));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Link>> Links(string id, LinkKind? kind = null, CancellationToken cancel = default)
    {
        var ends = new JsonObject { ["bool"] = new JsonObject { ["should"] = new JsonArray(Term("a", id), Term("b", id)), ["minimum_should_match"] = 1 } };
        var links = await Many(IndexKind.Links, ends, CorpusJson.Default.Link, cancel);
        return [.. links.Where(l => kind is null || l.Kind == kind).OrderByDescending(l => l.Score).ThenBy(l => l.Target, StringComparer.Ordinal).ThenBy(l => l.From, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StatusEvent>> StatusEvents(string accountId, CancellationToken cancel = default) =>
        Many(IndexKind.Events, Term("a", accountId), CorpusJson.Default.StatusEvent, cancel, ByDate("start"));

    /// <inheritdoc/>
    public IAsyncEnumerable<StatusEvent> StatusEventsIn(string releaseId, CancellationToken cancel = default) =>
        Stream(IndexKind.Events, Term("b", releaseId), CorpusJson.Default.StatusEvent, new JsonArray(["a", .. ByDate("key").Select(s => s!.DeepClone())]), cancel);

    /// <inheritdoc/>
    public IAsyncEnumerable<Post> PostsOf(string accountId, CancellationToken cancel = default) => Stream(IndexKind.Posts, Term("account", accountId), CorpusJson.Default.Post, ByDate(), cancel);

    /// <inheritdoc/>
    public IAsyncEnumerable<Post> PostsIn(string? releaseId, CancellationToken cancel = default) => Stream(IndexKind.Posts, OfRelease(releaseId), CorpusJson.Default.Post, null, cancel);

    /// <inheritdoc/>
    public IAsyncEnumerable<Post> PostsWithHashtag(string hashtag, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(hashtag);
        return Stream(IndexKind.Posts, StoredRecords.Term("t_body", IndexTerm.Of(RecordTerms.Hashtag(hashtag))), CorpusJson.Default.Post, ByDate(), cancel);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Account> AccountsIn(string? releaseId, CancellationToken cancel = default) =>
        Stream(IndexKind.Accounts, OfRelease(releaseId), CorpusJson.Default.Account, null, cancel);

    /// <inheritdoc/>
    public IAsyncEnumerable<Document> AllDocuments(CancellationToken cancel = default) => Stream(IndexKind.Documents, All(), CorpusJson.Default.Document, null, cancel);

    /// <inheritdoc/>
    public IAsyncEnumerable<Claim> AllClaims(CancellationToken cancel = default) => Stream(IndexKind.Claims, All(), CorpusJson.Default.Claim, null, cancel);

    /// <inheritdoc/>
    public Task<SearchPage> Search(SearchRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new ElasticsearchSearch(_stored, _home, _moments, _book, request).Page(cancel);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<RecordKind, long>> Counts(CancellationToken cancel = default)
    {
        var terms = new JsonObject { ["field"] = "k", ["size"] = Enum.GetValues<IndexKind>().Length };
        var found = (await Buckets(_home.Reading(Enum.GetValues<IndexKind>()), terms, cancel)).ToDictionary(b => (IndexKind)b.Value.GetInt32(), b => b.Count);
        return new (RecordKind Kind, IndexKind Index)[]
        {
            (RecordKind.Document, IndexKind.Documents), (RecordKind.Claim, IndexKind.Claims), (RecordKind.Appearance, IndexKind.Appearances), (RecordKind.Release, IndexKind.Releases),
            (RecordKind.Account, IndexKind.Accounts), (RecordKind.Post, IndexKind.Posts), (RecordKind.StatusEvent, IndexKind.Events), (RecordKind.Link, IndexKind.Links),
        }.ToDictionary(k => k.Kind, k => found.GetValueOrDefault(k.Index));
    }

    /// <inheritdoc/>
    public Task Clear(CancellationToken cancel = default) => Write(
        async () =>
        {
            await _home.Delete(cancel);
            return 0;
        },
        cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _book.CloseAll();
        _cluster.Dispose();
        _writing.Dispose();
    }

    private static JsonObject All() => new() { ["match_all"] = new JsonObject() };

    private static JsonObject Term(string field, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return StoredRecords.Term(field, IndexTerm.Keyword(value));
    }

    private static JsonObject OfRelease(string? release) => release is null ? All() : Term("release", release);

    private static JsonArray ByDate(params string[] then) =>
        [new JsonObject { ["date"] = new JsonObject { ["order"] = "asc", ["missing"] = "_last" } }, .. then.Select(t => (JsonNode)new JsonObject { [t] = "asc" })];

    private async Task<T> Write<T>(Func<Task<T>> write, CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel);
        try
        {
            return await write();
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task<T?> One<T>(IndexKind kind, string id, JsonTypeInfo<T> json, CancellationToken cancel)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(id);
        var found = await Many(kind, StoredRecords.Term("key", IndexNames.Id(id)), json, cancel);
        return found.Count > 0 ? found[0] : null;
    }

    private async Task<IReadOnlyList<T>> Many<T>(IndexKind kind, JsonObject query, JsonTypeInfo<T> json, CancellationToken cancel, JsonArray? sort = null)
    {
        var found = new List<T>();
        await foreach (var record in Stream(kind, query, json, sort, cancel))
        {
            found.Add(record);
        }

        return found;
    }

    private async IAsyncEnumerable<T> Stream<T>(IndexKind kind, JsonObject query, JsonTypeInfo<T> json, JsonArray? sort, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var hit in _stored.Stream([kind], query, sort, ["json"], cancel: cancel))
        {
            yield return JsonSerializer.Deserialize(hit.GetProperty("_source").GetProperty("json").GetString()!, json)!;
        }
    }

    private async Task<IReadOnlyList<(JsonElement Value, long Count)>> Buckets(string indexes, JsonObject terms, CancellationToken cancel)
    {
        var body = new JsonObject { ["size"] = 0, ["track_total_hits"] = false, ["aggs"] = new JsonObject { ["of"] = new JsonObject { ["terms"] = terms } } };
        using var reply = await _stored.Ask(indexes, body, cancel);
        return reply.Document is not null && reply.Body.TryGetProperty("aggregations", out var found)
            ? [.. found.GetProperty("of").GetProperty("buckets").EnumerateArray().Select(b => (b.GetProperty("key").Clone(), b.GetProperty("doc_count").GetInt64()))]
            : [];
    }
}
