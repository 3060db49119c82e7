namespace Monitor.Core.Claims;

/// <summary>Someone whom a document names.</summary>
/// <param name="Name">Full name.</param>
internal sealed record Person(string Name)
{
    /// <summary>Handle without @, when an embedded post or the text tells.</summary>
    public string? Handle { get; set; }

    /// <summary>Office as written.</summary>
    public string? Office { get; set; }

    /// <summary>ISO 3166-1 alpha-2 country.</summary>
    public string? Country { get; set; }
}
