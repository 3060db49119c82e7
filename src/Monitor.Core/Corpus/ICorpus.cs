using Monitor.Core.Model;

namespace Monitor.Core.Corpus;

/// <summary>
/// The derived, disposable store of documents, claims, accounts, posts and links, and the search over them. Two engines implement it and one contract
/// suite tests both. Every put is idempotent: the same record again changes nothing and counts as unchanged.
/// </summary>
public interface ICorpus : IAsyncDisposable
{
    /// <summary>
    /// Stores a batch as a whole or not at all. A document in the batch replaces its former self, and its appearances are replaced by the batch's; a claim
    /// that is left without any appearance is removed with its links. Of two different rows for one post, or for one account or event in one release, the one that
    /// <see cref="RowPreference"/> and <see cref="AccountPreference"/> prefer stays, whichever came first. Says what was added, changed and unchanged.
    /// </summary>
    /// <exception cref="CorpusBatchException">The batch breaks a rule; nothing of it was stored.</exception>
    Task<PutResult> Put(CorpusBatch batch, CancellationToken cancel = default) => PutPrepared([Prepare(batch)], cancel);

    /// <summary>Stores batches that this corpus prepared, one after the other, all of them or none.</summary>
    /// <exception cref="CorpusBatchException">A batch breaks a rule; nothing was stored.</exception>
    Task<PutResult> PutPrepared(IReadOnlyList<PreparedBatch> batches, CancellationToken cancel = default);

    /// <summary>Does the part of a put that needs no store. Safe for many threads, so that the next batch of a large import is made ready while one is written.</summary>
    PreparedBatch Prepare(CorpusBatch batch);

    /// <summary>The document with this id, or null.</summary>
    Task<Document?> Document(string id, CancellationToken cancel = default);

    /// <summary>The claim with this id, or null.</summary>
    Task<Claim?> Claim(string id, CancellationToken cancel = default);

    /// <summary>The release with this id, or null.</summary>
    Task<Release?> Release(string id, CancellationToken cancel = default);

    /// <summary>The post with this id, or null.</summary>
    Task<Post?> Post(string id, CancellationToken cancel = default);

    /// <summary>The account with this id as each release shows it, by release id; empty when unknown.</summary>
    Task<IReadOnlyList<Account>> Accounts(string id, CancellationToken cancel = default);

    /// <summary>Accounts with this handle (without @, compared without case), in any release.</summary>
    Task<IReadOnlyList<Account>> AccountsByHandle(string handle, CancellationToken cancel = default);

    /// <summary>Renames from or to this handle (without @, compared without case), in order of time.</summary>
    Task<IReadOnlyList<StatusEvent>> RenamesOf(string handle, CancellationToken cancel = default);

    /// <summary>Accounts that carry all marks of at least one of the lists, by key; at most so many are read.</summary>
    Task<IReadOnlyList<Account>> AccountsMarked(IReadOnlyList<IReadOnlyList<string>> anyOfAll, int most, CancellationToken cancel = default);

    /// <summary>How many accounts carry each of these counted marks (those that begin with #); marks that none carries are left out.</summary>
    Task<IReadOnlyDictionary<string, long>> MarkCounts(IReadOnlyList<string> marks, CancellationToken cancel = default);

    /// <summary>The fingerprints of what the stored links were made from, by what they are of.</summary>
    Task<IReadOnlyDictionary<string, string>> LinkInputs(CancellationToken cancel = default);

    /// <summary>Every release, by id.</summary>
    Task<IReadOnlyList<Release>> Releases(CancellationToken cancel = default);

    /// <summary>Appearances of a claim, the oldest publication first (unknown dates last), then by document id and offset.</summary>
    Task<IReadOnlyList<Appearance>> AppearancesOf(string claimId, CancellationToken cancel = default);

    /// <summary>Appearances in a document, by offset.</summary>
    Task<IReadOnlyList<Appearance>> AppearancesIn(string documentId, CancellationToken cancel = default);

    /// <summary>Links that begin or end at this id, best score first, then by target; of one kind when given.</summary>
    Task<IReadOnlyList<Link>> Links(string id, LinkKind? kind = null, CancellationToken cancel = default);

    /// <summary>Dated observations about an account, in order of time.</summary>
    Task<IReadOnlyList<StatusEvent>> StatusEvents(string accountId, CancellationToken cancel = default);

    /// <summary>Dated observations that a release tells, by account; streams.</summary>
    IAsyncEnumerable<StatusEvent> StatusEventsIn(string releaseId, CancellationToken cancel = default);

    /// <summary>Posts of an account in order of time.</summary>
    IAsyncEnumerable<Post> PostsOf(string accountId, CancellationToken cancel = default);

    /// <summary>Posts of a release (all when null), in no order that may be relied on; streams.</summary>
    IAsyncEnumerable<Post> PostsIn(string? releaseId, CancellationToken cancel = default);

    /// <summary>Posts with this hashtag as a whole (without #, in the analyzer's folding), in order of time; streams.</summary>
    IAsyncEnumerable<Post> PostsWithHashtag(string hashtag, CancellationToken cancel = default);

    /// <summary>Accounts of a release (all when null), by key; streams.</summary>
    IAsyncEnumerable<Account> AccountsIn(string? releaseId, CancellationToken cancel = default);

    /// <summary>Every document, by id; streams.</summary>
    IAsyncEnumerable<Document> AllDocuments(CancellationToken cancel = default);

    /// <summary>Every claim, by id; streams.</summary>
    IAsyncEnumerable<Claim> AllClaims(CancellationToken cancel = default);

    /// <summary>One page of hits.</summary>
    Task<SearchPage> Search(SearchRequest request, CancellationToken cancel = default);

    /// <summary>How many records of each kind there are.</summary>
    Task<IReadOnlyDictionary<RecordKind, long>> Counts(CancellationToken cancel = default);

    /// <summary>Empties the corpus, for a rebuild.</summary>
    Task Clear(CancellationToken cancel = default);
}
