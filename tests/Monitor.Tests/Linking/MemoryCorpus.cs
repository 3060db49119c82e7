using System.Runtime.CompilerServices;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Linking.Accounts;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Tests.Linking;

/// <summary>A corpus in memory that keeps records in the order in which they were given, to test that linking does not depend on it.</summary>
internal sealed class MemoryCorpus : ICorpus
{
    public List<Claim> Claims { get; } = [];

    public List<Account> Accounts { get; } = [];

    public List<Post> Posts { get; } = [];

    public List<StatusEvent> Events { get; } = [];

    public List<Release> Releases { get; } = [];

    public List<Appearance> Appearances { get; } = [];

    public Task<PutResult> PutPrepared(IReadOnlyList<PreparedBatch> batches, CancellationToken cancel = default) => throw new NotSupportedException("linking stores nothing");

    public PreparedBatch Prepare(CorpusBatch batch) => throw new NotSupportedException("linking stores nothing");

    public Task<Document?> Document(string id, CancellationToken cancel = default) => Task.FromResult<Document?>(null);

    public Task<Claim?> Claim(string id, CancellationToken cancel = default) => Task.FromResult(Claims.Find(c => c.Id == id));

    public Task<Release?> Release(string id, CancellationToken cancel = default) => Task.FromResult(Releases.Find(r => r.Id == id));

    public Task<Post?> Post(string id, CancellationToken cancel = default) => Task.FromResult(Posts.Find(p => p.Id == id));

    Task<IReadOnlyList<Account>> ICorpus.Accounts(string id, CancellationToken cancel) => List(Accounts.Where(a => a.Id == id));

    public Task<IReadOnlyList<Account>> AccountsByHandle(string handle, CancellationToken cancel = default) =>
        List(Accounts.Where(a => string.Equals(a.Handle, handle, StringComparison.OrdinalIgnoreCase)));

    Task<IReadOnlyList<Release>> ICorpus.Releases(CancellationToken cancel) => List(Releases.OrderBy(r => r.Id, StringComparer.Ordinal));

    public Task<IReadOnlyList<Appearance>> AppearancesOf(string claimId, CancellationToken cancel = default) => List(Appearances.Where(a => a.ClaimId == claimId));

    public Task<IReadOnlyList<Appearance>> AppearancesIn(string documentId, CancellationToken cancel = default) => List(Appearances.Where(a => a.DocumentId == documentId));

    public Task<IReadOnlyList<StatusEvent>> RenamesOf(string handle, CancellationToken cancel = default) =>
        List(Events.Where(e => e.Rename is { } r && (Same(r.Old, handle) || Same(r.New, handle))));

    public Task<IReadOnlyList<Account>> AccountsMarked(IReadOnlyList<IReadOnlyList<string>> anyOfAll, int most, CancellationToken cancel = default) =>
        List(Accounts.Where(a => AccountMarker.Of(a).Marks is var marks && anyOfAll.Any(l => l.Count > 0 && l.All(marks.Contains))).Take(most).OrderBy(a => a.Key, StringComparer.Ordinal));

    public Task<IReadOnlyDictionary<string, long>> MarkCounts(IReadOnlyList<string> marks, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyDictionary<string, long>>(Accounts.SelectMany(a => AccountMarker.Of(a).Marks).Where(marks.Contains).CountBy(m => m).ToDictionary(m => m.Key, m => (long)m.Value));

    public Task<IReadOnlyDictionary<string, string>> LinkInputs(CancellationToken cancel = default) => Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    public Task<IReadOnlyList<Link>> Links(string id, LinkKind? kind = null, CancellationToken cancel = default) => List<Link>([]);

    public Task<IReadOnlyList<StatusEvent>> StatusEvents(string accountId, CancellationToken cancel = default) => List(Events.Where(e => e.AccountId == accountId));

    public IAsyncEnumerable<StatusEvent> StatusEventsIn(string releaseId, CancellationToken cancel = default) =>
        Stream(Events.Where(e => e.Source.Release == releaseId), cancel);

    public IAsyncEnumerable<Post> PostsOf(string accountId, CancellationToken cancel = default) => Stream(Posts.Where(p => p.AccountId == accountId), cancel);

    public IAsyncEnumerable<Post> PostsIn(string? releaseId, CancellationToken cancel = default) =>
        Stream(Posts.Where(p => releaseId is null || p.Source.Release == releaseId), cancel);

    public IAsyncEnumerable<Post> PostsWithHashtag(string hashtag, CancellationToken cancel = default) =>
        Stream(Posts.Where(p => p.Hashtags.Contains(hashtag, StringComparer.OrdinalIgnoreCase)), cancel);

    public IAsyncEnumerable<Account> AccountsIn(string? releaseId, CancellationToken cancel = default) =>
        Stream(Accounts.Where(a => releaseId is null || a.Source.Release == releaseId), cancel);

    public IAsyncEnumerable<Document> AllDocuments(CancellationToken cancel = default) => Stream<Document>([], cancel);

    public IAsyncEnumerable<Claim> AllClaims(CancellationToken cancel = default) => Stream(Claims, cancel);

    public Task<SearchPage> Search(SearchRequest request, CancellationToken cancel = default)
    {
        var hits = new List<SearchHit>();
        void Add(SearchKind kind, string id, string text)
        {
            if (request.In.Contains(kind) && Matches(request.Query, text))
            {
                hits.Add(new(kind, id, "", text, 1, [], "", null));
            }
        }

        Claims.ForEach(c => Add(SearchKind.Claims, c.Id, c.Text));
        Accounts.ForEach(a => Add(SearchKind.Accounts, a.Id, $"{a.Name} {a.Bio} {a.Location}"));
        Posts.ForEach(p => Add(SearchKind.Posts, p.Id, p.Text));
        return Task.FromResult(new SearchPage([.. hits.Take(request.Limit)], hits.Count, null, new Dictionary<string, IReadOnlyList<ValueCount>>()));
    }

    public Task<IReadOnlyDictionary<RecordKind, long>> Counts(CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyDictionary<RecordKind, long>>(new Dictionary<RecordKind, long> { [RecordKind.Account] = Accounts.Count });

    public Task Clear(CancellationToken cancel = default) => throw new NotSupportedException("linking stores nothing");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool Matches(QueryNode node, string text) => node switch
    {
        OrNode or => or.Parts.Any(p => Matches(p, text)),
        AndNode and => and.Parts.All(p => Matches(p, text)),
        WordNode word => Holds(text, word.Text),
        PhraseNode phrase => Holds(text, phrase.Text),
        FieldNode { Field: "hashtag" } field => text.Contains("#" + field.Value, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool Holds(string text, string words)
    {
        var wanted = Analyzer.Terms(words).Select(t => t.Value).ToList();
        var there = Analyzer.Terms(text).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
        return wanted.Count > 0 && wanted.TrueForAll(there.Contains);
    }

    private static Task<IReadOnlyList<T>> List<T>(IEnumerable<T> items) => Task.FromResult<IReadOnlyList<T>>([.. items]);

    private static async IAsyncEnumerable<T> Stream<T>(IEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var item in items.ToList())
        {
            cancel.ThrowIfCancellationRequested();
            yield return item;
        }

        await Task.CompletedTask;
    }
}
