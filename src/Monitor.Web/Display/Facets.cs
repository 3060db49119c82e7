using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Model;

namespace Monitor.Web.Display;

/// <summary>Facets as links that narrow a search.</summary>
internal static class Facets
{
    private const int MostValues = 8;

    /// <summary>Facet, field of the query language that narrows to it, and its name for people.</summary>
    private static readonly (string Facet, string Field, string Name)[] Known =
    [
        ("speaker", "speaker", "Speaker"), ("source", "source", "Source"), ("country", "country", "Country"), ("language", "lang", "Language"),
        ("kind", "kind", "Kind"), ("release", "release", "Release"), ("platform", "platform", "Platform"),
    ];

    public static IReadOnlyList<string> Wanted { get; } = [.. Known.Select(k => k.Facet)];

    /// <summary>Facets with at least two values, each value with the address of the narrower search.</summary>
    public static IReadOnlyList<FacetView> Of(SearchPage page, QueryNode tree, string typed, Func<string, string> addressOf) =>
    [
        .. from known in Known
           let values = page.Facets.GetValueOrDefault(known.Facet, [])
           where values.Count > 1
           select new FacetView(
               known.Name,
               [.. values.Take(MostValues).Select(v => new FacetValue(Name(known.Facet, v), v.Count, addressOf(Narrow(tree, typed, known.Field, v.Value))))]),
    ];

    /// <summary>The query with one more condition; alternatives are bracketed, since AND binds more closely than OR.</summary>
    public static string Narrow(QueryNode tree, string typed, string field, string value)
    {
        var condition = $"{field}:\"{value.Replace("\"", "", StringComparison.Ordinal)}\"";
        return tree switch
        {
            AllNode => condition,
            OrNode => $"({typed.Trim()}) {condition}",
            _ => $"{typed.Trim()} {condition}",
        };
    }

    private static string Name(string facet, ValueCount value) => value.Value.Length == 0 ? "not known" : facet switch
    {
        "country" => Wording.Country(value.Value),
        "language" => Wording.Language(value.Value),
        _ => value.Value,
    };
}
