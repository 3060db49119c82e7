using Monitor.Core.Model;

namespace Monitor.Core.Corpus;

/// <summary>What of a record is compared as a whole: the values of facets and filters, its date and its ids.</summary>
/// <param name="Id">The record's id.</param>
internal readonly record struct RecordKeys(string Id)
{
    /// <summary>Platforms that an id may be given without.</summary>
    private static readonly string[] Platforms = ["twitter", "facebook", "instagram", "youtube", "telegram", "reddit"];

    /// <summary>Second id of an account: the user id.</summary>
    public string UserId { get; init; } = "";

    /// <summary>Crawler definition.</summary>
    public string Source { get; init; } = "";

    /// <summary>ISO countries, joined by commas when there are several.</summary>
    public string Country { get; init; } = "";

    /// <summary>BCP 47 language.</summary>
    public string Language { get; init; } = "";

    /// <summary>Name of the speaker, for the facet.</summary>
    public string Speaker { get; init; } = "";

    /// <summary>Kind in lower case.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Release id.</summary>
    public string Release { get; init; } = "";

    /// <summary>Platform.</summary>
    public string Platform { get; init; } = "";

    /// <summary>Verdicts in force on a claim or an account; they stand beside the record, see <see cref="CorpusBatch.Verdicts"/>.</summary>
    public IReadOnlyList<string> Verdicts { get; init; } = [];

    /// <summary>Who published a document, see <see cref="OutletOf"/>.</summary>
    public string Outlet { get; init; } = "";

    /// <summary>Followers of an account.</summary>
    public long? Followers { get; init; }

    /// <summary>Accounts that an account follows.</summary>
    public long? Following { get; init; }

    /// <summary>Publication, saying, creation, announcement or post time, in milliseconds of Unix time.</summary>
    public long? Date { get; init; }

    /// <summary>Keys of a document.</summary>
    public static RecordKeys Of(Document d) => new(d.Id)
    {
        Source = d.SourceId,
        Country = d.Country,
        Language = d.Language,
        Kind = Name(d.Kind),
        Date = d.Published?.ToUnixTimeMilliseconds(),
        Speaker = d.Authors.Count > 0 ? d.Authors[0] : "",
        Outlet = OutletOf(d),
    };

    /// <summary>The outlet that published a document: its source, else the site it names, else the host of its address. Spread counts these.</summary>
    public static string OutletOf(Document d) =>
        d.SourceId.Length > 0 ? d.SourceId : d.Site.Length > 0 ? d.Site : Uri.TryCreate(d.Url, UriKind.Absolute, out var url) ? url.Host : "";

    /// <summary>Keys of a claim.</summary>
    public static RecordKeys Of(Claim c) => new(c.Id)
    {
        Country = c.Speaker.Country ?? "",
        Language = c.Language,
        Kind = Name(c.Kind),
        Date = Milliseconds(c.Said),
        Speaker = c.Speaker.Name,
    };

    /// <summary>Keys of an account.</summary>
    public static RecordKeys Of(Account a) => new(a.Id)
    {
        UserId = a.UserId,
        Language = a.Language,
        Release = a.Source.Release,
        Platform = a.Platform,
        Followers = a.Followers,
        Following = a.Following,
        Date = Milliseconds(a.Created),
    };

    /// <summary>Keys of a post.</summary>
    public static RecordKeys Of(Post p) => new(p.Id)
    {
        Language = p.Language,
        Release = p.Source.Release,
        Platform = PlatformOf(p.Id),
        Date = p.Time?.ToUnixTimeMilliseconds(),
    };

    /// <summary>Keys of a release.</summary>
    public static RecordKeys Of(Release r) => new(r.Id)
    {
        Country = string.Join(',', r.Countries),
        Release = r.Id,
        Platform = r.Platform,
        Date = Milliseconds(r.Announced),
    };

    /// <summary>True when the record has this id; the platform may be left out.</summary>
    public bool HasId(string id) => IdsFor(id).Contains(Id) || (UserId.Length > 0 && UserId == id);

    /// <summary>The ids that an id as typed may stand for.</summary>
    public static string[] IdsFor(string typed) => typed.Contains(':', StringComparison.Ordinal) ? [typed] : [typed, .. Platforms.Select(p => $"{p}:{typed}")];

    /// <summary>True when a keyword equals the value but for the case of ASCII letters; a language also when it is a variety of it (pt and pt-BR).</summary>
    public bool Matches(string field, string value) => field switch
    {
        "language" => Same(Language, value) || (Language.Length > value.Length && Language[value.Length] == '-' && Same(Language[..value.Length], value)),
        "country" => Country.Split(',').Any(c => Same(c, value)),
        "source" => Same(Source, value),
        "kind" => Same(Kind, value),
        "release" => Same(Release, value),
        "platform" => Same(Platform, value),
        "verdict" => Verdicts.Any(v => Same(v, value)),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no such keyword"),
    };

    /// <summary>A number of the record; null where it is not known.</summary>
    public long? Number(string field) => field == "followers" ? Followers : Following;

    private static bool Same(string a, string b) => a.Length == b.Length && a.AsSpan().CommonPrefixLength(b) is var n
        && (n == a.Length || EqualAscii(a.AsSpan(n), b.AsSpan(n)));

    private static bool EqualAscii(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i] && !(char.IsAsciiLetter(a[i]) && char.IsAsciiLetter(b[i]) && (a[i] | 0x20) == (b[i] | 0x20)))
            {
                return false;
            }
        }

        return true;
    }

    private static string PlatformOf(string id) => id.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? string.Intern(id[..colon]) : "";

    private static long? Milliseconds(PartialDate? date) => date?.Time.ToUnixTimeMilliseconds();

    private static string Name<T>(T kind)
        where T : struct, Enum => Enum.GetName(kind)!.ToLowerInvariant();
}
