namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>The kinds of records that have indexes of their own; the first five are searched, in the order of <see cref="SearchKind"/>.</summary>
internal enum IndexKind
{
    /// <summary>Claims.</summary>
    Claims,

    /// <summary>Documents; a new index each month.</summary>
    Documents,

    /// <summary>Accounts.</summary>
    Accounts,

    /// <summary>Posts; a new index each month.</summary>
    Posts,

    /// <summary>Releases.</summary>
    Releases,

    /// <summary>Places where claims were made.</summary>
    Appearances,

    /// <summary>Dated observations about accounts.</summary>
    Events,

    /// <summary>Links.</summary>
    Links,

    /// <summary>Marks of accounts.</summary>
    Marks,

    /// <summary>Fingerprints of what links were made from.</summary>
    Inputs,

    /// <summary>Verdicts on claims and accounts, by subject; the records carry them, too, so that they are found and counted by them.</summary>
    Verdicts,
}
