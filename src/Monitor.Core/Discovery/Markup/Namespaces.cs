namespace Monitor.Core.Discovery.Markup;

/// <summary>Prefixes in force at a place of a feed.</summary>
internal sealed class Namespaces
{
    /// <summary>Atom 1.0, RFC 4287.</summary>
    public const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Atom 0.3.</summary>
    public const string Atom03 = "http://purl.org/atom/ns#";

    /// <summary>Dublin Core elements.</summary>
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>Dublin Core terms.</summary>
    public const string DublinTerms = "http://purl.org/dc/terms/";

    /// <summary>RSS content module.</summary>
    public const string Content = "http://purl.org/rss/1.0/modules/content/";

    /// <summary>FeedBurner, which keeps the address before redirection.</summary>
    public const string FeedBurner = "http://rssnamespace.org/feedburner/ext/1.0";

    /// <summary>Those that feeds use without declaring them.</summary>
    public static readonly Namespaces Usual = new(new (string Prefix, string Space)[]
    {
        ("atom", Atom), ("a10", Atom), ("dc", DublinCore), ("dcterms", DublinTerms), ("content", Content), ("feedburner", FeedBurner),
        ("media", "http://search.yahoo.com/mrss/"), ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), ("xml", "http://www.w3.org/XML/1998/namespace"),
    }.ToDictionary(p => p.Prefix, p => p.Space, StringComparer.Ordinal));

    private readonly Dictionary<string, string> prefixes;

    private Namespaces(Dictionary<string, string> prefixes) => this.prefixes = prefixes;

    /// <summary>With the declarations among the attributes of an element; itself when there are none.</summary>
    public Namespaces With(Dictionary<string, string> attributes)
    {
        Dictionary<string, string>? more = null;
        foreach (var (name, value) in attributes)
        {
            if (name == "xmlns" || name.StartsWith("xmlns:", StringComparison.Ordinal))
            {
                more ??= new(prefixes, StringComparer.Ordinal);
                more[name == "xmlns" ? "" : name[6..]] = Known(value.Trim());
            }
        }

        return more is null ? this : new(more);
    }

    /// <summary>The namespace of a tag name; a prefix that nobody declared is its own namespace.</summary>
    public string Of(string tag)
    {
        var colon = tag.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon < 0 ? "" : tag[..colon].ToLowerInvariant();
        return prefixes.TryGetValue(prefix, out var space) ? space : prefix;
    }

    /// <summary>Spellings that mean one namespace: https for http, a missing or an extra slash.</summary>
    private static string Known(string uri)
    {
        var plain = Plain(uri);
        return plain == Plain(Atom) ? Atom : plain == Plain(Atom03) ? Atom03 : plain == Plain(DublinCore) || plain == "purl.org/dc/elements/1.0" ? DublinCore
            : plain == Plain(DublinTerms) ? DublinTerms : plain == Plain(Content) ? Content : plain == Plain(FeedBurner) ? FeedBurner
            : plain == "search.yahoo.com/mrss" ? "http://search.yahoo.com/mrss/" : uri;
    }

    private static string Plain(string uri) =>
        uri.Replace("https://", "", StringComparison.OrdinalIgnoreCase).Replace("http://", "", StringComparison.OrdinalIgnoreCase).TrimEnd('/', '#').ToLowerInvariant();
}
