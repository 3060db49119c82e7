using System.Globalization;
using Monitor.Core.Linking.Accounts;
using Monitor.Core.Model;

namespace Monitor.Core.Linking.Scoring;

/// <summary>Says what a linking searched and what it could not have found.</summary>
internal static class CoverageReport
{
    public static Coverage Of(ClaimFacts facts, IReadOnlyList<Release> releases, IReadOnlyDictionary<string, Link> fitting, FoundAccounts accounts, int claims)
    {
        var funnel = accounts.Funnel;
        var imported = releases.Where(r => r.Versions.Count > 0).ToList();
        var inside = accounts.Links.Where(l => l.Reasons.Any(r => r.Source is { } row && accounts.ReadThrough.Contains(row.Release))).ToList();
        List<string> searched =
        [
            $"{N(releases.Count)} releases of the catalogue, {N(imported.Count)} of them imported; {N(fitting.Count)} fit the claim by counts, country, platform and date",
            accounts.ReadThrough.Count > 0
                ? $"{N(funnel.Accounts)} accounts of {string.Join(", ", accounts.ReadThrough)} read one by one: bios, names, locations"
                : "no release that fits was read account by account",
            $"{N(accounts.Searched)} further accounts that the search for handles, names, groups and hashtags delivered",
            $"groups looked for: {Listed(facts.Groups.Select(g => GroupNames.Of(g.Group)))}, in {GroupFinder.Languages.Count} languages ({string.Join(", ", GroupFinder.Languages)})",
            $"handles: {Listed(facts.Handles.Append(facts.SpeakerHandle ?? "").Where(h => h.Length > 0).Select(h => "@" + h))}; names: {Listed(facts.Names)}; hashtags: {Listed(facts.Hashtags.Select(h => "#" + h))}; countries: {Listed(facts.Countries.Select(c => c.Country))}; platforms: {Listed(facts.Platforms)}",
            $"claims with words or numbers in common: {N(claims)} linked",
        ];
        return new(
            searched,
            [.. NotFindable(facts, releases, fitting, accounts)],
            accounts.ReadThrough.Count == 0
                ? [new("accounts linked, from releases that do not fit the claim as a whole", accounts.Links.Count)]
                :
                [
                    new("accounts in the releases that fit", funnel.Accounts),
                    new("names readable", funnel.ReadableNames),
                    new("bios readable", funnel.ReadableBios),
                    new("a group named", funnel.GroupNamed),
                    new("linked", inside.Count),
                    new("linked as persons, not as outlets", inside.Count(l => l.Groups.Any(g => g != GroupFinder.Outlet))),
                    new("linked besides, from other releases", accounts.Links.Count - inside.Count),
                ]);
    }

    private static IEnumerable<string> NotFindable(ClaimFacts facts, IReadOnlyList<Release> releases, IReadOnlyDictionary<string, Link> fitting, FoundAccounts accounts)
    {
        var funnel = accounts.Funnel;
        if (funnel.HashedNames > 0)
        {
            yield return $"{N(funnel.HashedNames)} of {N(funnel.Accounts)} accounts have hashed ids, handles and names: they cannot be found by handle or name";
        }

        if (funnel.EmptyBios > 0)
        {
            yield return $"{N(funnel.EmptyBios)} of {N(funnel.Accounts)} accounts have an empty bio: they cannot be found by group";
        }

        if (funnel.HiddenBios > 0)
        {
            yield return $"{N(funnel.HiddenBios)} of {N(funnel.Accounts)} accounts have a bio that the publisher hides";
        }

        if (funnel.OnlyRefused > 0)
        {
            yield return $"{N(funnel.OnlyRefused)} accounts name a group only as a former or wished-for role, a liking, another person or a joke: not linked";
        }

        foreach (var (language, count) in funnel.UnknownLanguages)
        {
            yield return $"{N(count)} bios in {language}, for which the lexicon of groups has no words";
        }

        foreach (var release in releases.Where(r => r.Versions.Count == 0 && fitting.ContainsKey(r.Id)))
        {
            yield return $"{release.Id} fits the claim but is not imported: its accounts cannot be found";
        }

        foreach (var release in releases.Where(r => r.Versions is [.., { Accounts: > 0 } v] && fitting.ContainsKey(r.Id) && !accounts.ReadThrough.Contains(r.Id)))
        {
            yield return $"{release.Id} has {N(release.Versions[^1].Accounts)} accounts, too many to be read one by one: only what the search delivered was looked at";
        }

        foreach (var release in releases.Where(r => fitting.ContainsKey(r.Id) && r.Versions is [.., { Posts: 0 }]))
        {
            yield return $"no posts of {release.Id} are imported: hashtags and wording of posts cannot be found there";
        }

        if (facts.Groups.Count == 0)
        {
            yield return "the claim names no group of the lexicon, so bios were not searched for groups";
        }

        if (facts.Date is null)
        {
            yield return "the claim has no date, so announcements could not be compared in time";
        }

        if (accounts.Cut > 0)
        {
            yield return $"{N(accounts.Cut)} weaker account links are left out";
        }
    }

    private static string Listed(IEnumerable<string> values) => string.Join(", ", values.Distinct()) is { Length: > 0 } list ? list : "none";

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
