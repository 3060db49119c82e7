using System.Globalization;
using System.Text.RegularExpressions;
using Monitor.Core.Linking.Places;
using Monitor.Core.Model;

namespace Monitor.Core.Linking.Scoring;

/// <summary>A number of accounts that a text states.</summary>
/// <param name="Value">The number.</param>
/// <param name="Text">As written.</param>
/// <param name="Rough">True for "almost", "more than" and the like.</param>
internal readonly record struct StatedCount(double Value, string Text, bool Rough);

/// <summary>What a claim (or a document with its claims) says that archived records can be compared with.</summary>
internal sealed partial record ClaimFacts
{
    /// <summary>What is compared, in sentences: claim or document.</summary>
    public required string Noun { get; init; }

    public required IReadOnlyList<GroupMention> Groups { get; init; }

    public required IReadOnlyList<string> Handles { get; init; }

    public required string? SpeakerHandle { get; init; }

    /// <summary>Names of persons and bodies: the speaker, the actors, runs of capitalised words.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public required IReadOnlyList<string> Hashtags { get; init; }

    public required IReadOnlyList<CountryMention> Countries { get; init; }

    public required IReadOnlyList<string> Platforms { get; init; }

    /// <summary>Numbers of accounts that it states: value and the words.</summary>
    public required IReadOnlyList<StatedCount> Counts { get; init; }

    /// <summary>Sites that it names by address.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>BCP 47 language; <c>und</c> when unknown.</summary>
    public string Language { get; init; } = "und";

    /// <summary>Day on which it was said, or first published; null when unknown.</summary>
    public required DateTimeOffset? Date { get; init; }

    public required string Text { get; init; }

    public static ClaimFacts Of(Claim claim, DateTimeOffset? firstPublished)
    {
        var countries = Gazetteer.Countries(claim.Text).ToList();
        if (claim.Speaker.Country is { Length: 2 } home && !countries.Exists(c => c.Country == home))
        {
            countries.Add(new(home, $"speaker of {home}"));
        }

        var office = claim.Speaker.Office is { } text ? Gazetteer.Countries(text) : [];
        countries.AddRange(office.Where(o => !countries.Exists(c => c.Country == o.Country)));
        List<string> platforms = [.. Places.Platforms.In(claim.Text).Union(Places.Platforms.In(claim.Speaker.Name))];
        return new()
        {
            Noun = "claim",
            Groups = [.. GroupFinder.InClaim(claim.Text).DistinctBy(m => (m.Group, m.Text))],
            Handles = [.. claim.Handles.Select(h => h.TrimStart('@')).Where(h => h.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
            SpeakerHandle = claim.Speaker.Handle is { Length: > 0 } handle ? handle.TrimStart('@') : null,
            Names = [.. NamesIn(claim)],
            Hashtags = claim.Hashtags,
            Countries = countries,
            Platforms = platforms,
            Counts = [.. CountsIn(claim)],
            Date = claim.Said?.Time ?? firstPublished,
            Text = claim.Text,
            Language = claim.Language,
            Sites = [.. Address().Matches(claim.Text).Select(m => Accounts.AccountMarker.Site(m.Value)).OfType<string>().Distinct(StringComparer.Ordinal)],
        };
    }

    public static ClaimFacts Of(Document document, IReadOnlyList<Claim> claims)
    {
        var text = document.Title + "\n" + document.Text;
        return new()
        {
            Noun = "document",
            Groups = [],
            Handles = [],
            SpeakerHandle = null,
            Names = [],
            Hashtags = [],
            Countries = Gazetteer.Countries(text),
            Platforms = Places.Platforms.In(text),
            Counts = [.. claims.SelectMany(CountsIn).Concat(Written(text)).DistinctBy(c => c.Value)],
            Date = document.Published ?? claims.Select(c => c.Said?.Time).Where(t => t is not null).Order().FirstOrDefault(),
            Text = text,
        };
    }

    private static IEnumerable<string> NamesIn(Claim claim) =>
        new[] { claim.Speaker.Name }
            .Concat(claim.Parts.Where(p => p.Kind == "actor").Select(p => p.Text))
            .Concat(Capitalised().Matches(claim.Text).Select(m => m.Value))
            .Where(n => n.Contains(' ', StringComparison.Ordinal) && n.Length <= 60)
            .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Numbers of accounts that a claim states.</summary>
    public static IEnumerable<StatedCount> CountsIn(Claim claim)
    {
        var stated = claim.Quantities.Where(q => IsOfAccounts(q.Unit)).Select(q => new StatedCount(q.Value, q.Text, q.Qualifier is not ("" or "exactly")));
        return stated.Concat(claim.Quantities.Count == 0 ? Written(claim.Text) : []);
    }

    private static bool IsOfAccounts(string unit) =>
        unit.Length == 0 || unit.Contains("account", StringComparison.OrdinalIgnoreCase) || unit.Contains("profile", StringComparison.OrdinalIgnoreCase)
        || unit.Contains("user", StringComparison.OrdinalIgnoreCase) || unit.Contains("cuenta", StringComparison.OrdinalIgnoreCase) || unit.Contains("compte", StringComparison.OrdinalIgnoreCase)
        || unit.Contains("حساب", StringComparison.Ordinal) || unit.Contains("Konten", StringComparison.OrdinalIgnoreCase) || unit.Contains("аккаунт", StringComparison.OrdinalIgnoreCase);

    /// <summary>Written numbers of three digits and more that are no years; Persian and Arabic digits count too.</summary>
    private static IEnumerable<StatedCount> Written(string text)
    {
        foreach (Match match in Number().Matches(text))
        {
            var digits = string.Concat(match.Value.Where(char.IsDigit).Select(d => (char)('0' + (int)CharUnicodeInfo.GetNumericValue(d))));
            if (digits.Length is >= 3 and <= 9 && double.TryParse(digits, CultureInfo.InvariantCulture, out var value) && value is not (>= 1900 and <= 2100))
            {
                var before = text[Math.Max(0, match.Index - 14)..match.Index];
                yield return new(value, match.Value, Roughly().IsMatch(before));
            }
        }
    }

    [GeneratedRegex(@"\b(?:https?://|www\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|net|org|info|news|tv|ir|ru|co|io|me|cu|cat|co\.uk)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"\p{Lu}[\p{L}'’.-]*\p{L}(?: (?:\p{Lu}[\p{L}'’.-]*|bin|al|de|van|von))+", RegexOptions.NonBacktracking)]
    private static partial Regex Capitalised();

    [GeneratedRegex(@"\p{Nd}{1,3}(?:[,٬.  ]\p{Nd}{3})+|\p{Nd}{3,9}", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"almost|nearly|about|around|over|more than|some |casi|près de|fast |حدود|نزدیک|почти|около", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Roughly();
}
