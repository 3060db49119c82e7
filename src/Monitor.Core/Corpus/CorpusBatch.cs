using Monitor.Core.Model;

namespace Monitor.Core.Corpus;

/// <summary>The kinds of records that the corpus keeps.</summary>
public enum RecordKind
{
    /// <summary>Articles, statements, posts found in articles, fact-checks.</summary>
    Document,

    /// <summary>Claims.</summary>
    Claim,

    /// <summary>Places where claims were made.</summary>
    Appearance,

    /// <summary>Datasets of accounts.</summary>
    Release,

    /// <summary>Accounts as releases show them.</summary>
    Account,

    /// <summary>Posts from releases.</summary>
    Post,

    /// <summary>Dated observations about accounts.</summary>
    StatusEvent,

    /// <summary>Links.</summary>
    Link,
}

/// <summary>Records to be stored together.</summary>
public sealed record CorpusBatch
{
    /// <summary>Documents; each replaces its former self and its appearances.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];

    /// <summary>Claims.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>Appearances of the batch's documents.</summary>
    public IReadOnlyList<Appearance> Appearances { get; init; } = [];

    /// <summary>Releases.</summary>
    public IReadOnlyList<Release> Releases { get; init; } = [];

    /// <summary>Accounts.</summary>
    public IReadOnlyList<Account> Accounts { get; init; } = [];

    /// <summary>Marks of the batch's accounts, or of accounts that are stored; each replaces the account's former ones.</summary>
    public IReadOnlyList<AccountMarks> AccountMarks { get; init; } = [];

    /// <summary>Posts.</summary>
    public IReadOnlyList<Post> Posts { get; init; } = [];

    /// <summary>Status events.</summary>
    public IReadOnlyList<StatusEvent> StatusEvents { get; init; } = [];

    /// <summary>Links.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>Verdicts of claims and accounts, of the batch or not; each replaces the subject's former ones. They stay when the record is put again.</summary>
    public IReadOnlyList<SubjectVerdicts> Verdicts { get; init; } = [];

    /// <summary>Ids whose links (as <see cref="Link.From"/>) are replaced as a whole by <see cref="Links"/>.</summary>
    public IReadOnlyList<string> ReplaceLinksFrom { get; init; } = [];

    /// <summary>States of what the stored links were made from; each replaces its former self.</summary>
    public IReadOnlyList<LinkInput> LinkInputs { get; init; } = [];
}

/// <summary>
/// What was found in an account once, when it came in, so that a claim's candidates come by looking up instead of by reading all accounts.
/// </summary>
/// <param name="AccountKey">Key of the account, see <see cref="Account.Key"/>.</param>
/// <param name="Marks">Terms without blanks and quotation marks, compared without case. Those that begin with # are counted, all others are looked up.</param>
public sealed record AccountMarks(string AccountKey, IReadOnlyList<string> Marks);

/// <summary>The verdicts in force on a claim or an account, which the ledger keeps and the corpus only finds by.</summary>
/// <param name="Subject">Claim id or account id.</param>
/// <param name="Verdicts">Each once; none takes the subject's verdicts away.</param>
public sealed record SubjectVerdicts(string Subject, IReadOnlyList<string> Verdicts);

/// <summary>A fingerprint of something that stored links rest on: unchanged since, so nothing is to be linked anew.</summary>
/// <param name="Of">What it is of, such as a release id.</param>
/// <param name="Fingerprint">Its state; empty when it is no longer there.</param>
public sealed record LinkInput(string Of, string Fingerprint);

/// <summary>What a put did, by kind.</summary>
/// <param name="Counts">Only kinds that the batch held.</param>
public sealed record PutResult(IReadOnlyDictionary<RecordKind, PutCount> Counts)
{
    /// <summary>The count of one kind; zeros when the batch held none.</summary>
    public PutCount this[RecordKind kind] => Counts.GetValueOrDefault(kind);
}

/// <summary>What a put did to one kind.</summary>
/// <param name="Added">New records.</param>
/// <param name="Changed">Records that differed from what was stored.</param>
/// <param name="Unchanged">Records stored before in the same words.</param>
public readonly record struct PutCount(int Added, int Changed, int Unchanged)
{
    /// <summary>Adds two counts.</summary>
    public static PutCount operator +(PutCount a, PutCount b) => new(a.Added + b.Added, a.Changed + b.Changed, a.Unchanged + b.Unchanged);

    /// <summary>Adds two counts.</summary>
    public static PutCount Add(PutCount left, PutCount right) => left + right;
}
