namespace Monitor.Core.Corpus.Query;

/// <summary>The text fields of a record, in the order of their weights.</summary>
internal enum TextField
{
    /// <summary>Any of the others.</summary>
    Any,

    /// <summary>Headline, name of an account, title of a release.</summary>
    Title,

    /// <summary>Speaker, authors, handle.</summary>
    Speaker,

    /// <summary>The words themselves; the bio of an account.</summary>
    Body,

    /// <summary>Exact ids and hashes, each after a sign that begins no word; the place that an account names.</summary>
    Keys,
}

/// <summary>A query made ready for one kind of record: what the SQLite engine turns into SQL and the percolator evaluates, so that both mean the same.</summary>
internal abstract record Condition
{
    /// <summary>Matches every record.</summary>
    public static Condition All { get; } = new AllCondition();

    /// <summary>Matches no record.</summary>
    public static Condition None { get; } = new NoneCondition();
}

/// <summary>Every record.</summary>
internal sealed record AllCondition : Condition;

/// <summary>No record.</summary>
internal sealed record NoneCondition : Condition;

/// <summary>Terms side by side in one field; when <paramref name="Prefix"/>, the last is the beginning of a term.</summary>
internal sealed record TermsCondition(TextField Field, IReadOnlyList<string> Terms, bool Prefix) : Condition;

/// <summary>
/// Two runs of terms in one field, in either order, with at most <paramref name="Distance"/> terms between the end of the earlier and the beginning of the later; they may
/// overlap. Counted over the terms as they are indexed (<see cref="FieldTerms"/>), each gap as one. This is what FTS5's NEAR means.
/// </summary>
internal sealed record NearCondition(TextField Field, IReadOnlyList<string> First, IReadOnlyList<string> Second, int Distance) : Condition;

/// <summary>
/// A term of the field is at most one slip (<see cref="Text.OneEdit"/>) from this one. The sign of a hashtag or handle is no slip: a term that begins with # or @ matches only
/// terms that begin so too.
/// </summary>
internal sealed record FuzzyCondition(TextField Field, string Term) : Condition
{
    /// <summary>Terms shorter than this many characters are matched exactly, for nearly every short term is one slip from many others.</summary>
    public const int Shortest = 3;

    /// <summary>True for a term that is meant.</summary>
    public bool Means(ReadOnlySpan<char> term) => (Term[0] is not ('#' or '@') || (term.Length > 0 && term[0] == Term[0])) && Text.OneEdit.Apart(Term, term);
}

/// <summary>A keyword of the record (source, country, language, kind, release, platform, verdict) that equals the value but for the case of ASCII letters.</summary>
internal sealed record KeywordCondition(string Field, string Value) : Condition;

/// <summary>The record's date lies in [From, Before), in milliseconds of Unix time.</summary>
internal sealed record DateCondition(long From, long Before) : Condition;

/// <summary>A number of the record (followers, following) lies in [Least, Greatest].</summary>
internal sealed record NumberCondition(string Field, long Least, long Greatest) : Condition;

/// <summary>The record's id is this.</summary>
internal sealed record IdCondition(string Id) : Condition;

/// <summary>All of them; two or more.</summary>
internal sealed record AndCondition(IReadOnlyList<Condition> Parts) : Condition;

/// <summary>Any of them; two or more.</summary>
internal sealed record OrCondition(IReadOnlyList<Condition> Parts) : Condition;

/// <summary>Not this.</summary>
internal sealed record NotCondition(Condition Part) : Condition;
