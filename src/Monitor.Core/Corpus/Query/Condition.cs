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

/// <summary>A keyword of the record (source, country, language, kind, release, platform) that equals the value but for the case of ASCII letters.</summary>
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
