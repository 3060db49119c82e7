using System.Globalization;
using Monitor.Core.Linking.Accounts;
using Monitor.Core.Model;

namespace Monitor.Core.Linking.Scoring;

/// <summary>Says what a linking searched and what it could not have found.</summary>
internal static class CoverageReport
{
    public static Coverage Of(
        ClaimFacts facts, IReadOnlyList<Release> releases, IReadOnlyDictionary<string, Link> fitting, FoundAccounts accounts, Funnel funnel, IReadOnlySet<string>? judged, int claims)
    {
        var imported = releases.Where(r => r.Versions is [.., { Accounts: > 0 }]).ToList();
        var inForce = imported.Where(r => fitting.ContainsKey(r.Id)).ToList();
        var inside = accounts.Links.Where(l => l.Reasons.Any(r => r.Source is { } row && fitting.ContainsKey(row.Release))).ToList();
        var groups = GroupCandidates.Wanted(facts);
        List<string> searched =
        [
            $"{N(releases.Count)} releases of the catalogue, {N(imported.Count)} of them imported with {N(imported.Sum(r => r.Versions[^1].Accounts))} accounts; {N(fitting.Count)} fit the claim by counts, country, platform and date",
            inForce.Count > 0
                ? $"bios, names and locations of {N(funnel.Accounts)} accounts of {string.Join(", ", inForce.Select(r => r.Id))}"
                : accounts.Elsewhere && accounts.LookUps.Count > 0
                    ? $"no imported release fits; {string.Join(", ", accounts.LookUps.Select(l => l.Release))} of the claim's platform were looked at, for at most {N(GroupCandidates.MostElsewhere)} accounts"
                    : "no imported release fits the claim, so no bio was compared with its groups",
            $"handles, their recorded renames, names in all scripts and spellings, hashtags and words of posts in the whole corpus: {N(accounts.Compared)} accounts were compared with the claim",
            $"groups looked for: {Listed(facts.Groups.Select(g => GroupNames.Of(g.Group)))}{Near(facts, groups)}, in {GroupFinder.Languages.Count} languages ({string.Join(", ", GroupFinder.Languages)})",
            $"handles: {Listed(facts.Handles.Append(facts.SpeakerHandle ?? "").Where(h => h.Length > 0).Select(h => "@" + h))}; names: {Listed(facts.Names)}; hashtags: {Listed(facts.Hashtags.Select(h => "#" + h))}; sites: {Listed(facts.Sites)}; countries: {Listed(facts.Countries.Select(c => c.Country))}; platforms: {Listed(facts.Platforms)}",
            $"claims with words or numbers in common: {N(claims)} linked",
        ];
        return new(searched, [.. NotFindable(facts, releases, fitting, accounts, funnel)], [.. Steps(accounts, funnel, inForce.Count > 0, inside, judged)]);
    }

    private static IEnumerable<ValueCount> Steps(FoundAccounts accounts, Funnel funnel, bool fits, List<Link> inside, IReadOnlySet<string>? judged)
    {
        if (fits)
        {
            yield return new("accounts in the releases that fit", Int(funnel.Accounts));
            yield return new("names readable", Int(funnel.ReadableNames));
            yield return new("bios readable", Int(funnel.ReadableBios));
            yield return new("a group named", Int(funnel.GroupNamed));
            yield return new("linked", inside.Count);
            yield return new("linked as persons, not as outlets", inside.Count(l => l.Groups.Count == 0 || l.Groups.Any(g => g != GroupFinder.Outlet)));
            if (judged is not null)
            {
                yield return new("judged", inside.Count(l => judged.Contains(l.Target)));
            }

            yield return new("linked besides, from other releases", accounts.Links.Count - inside.Count);
        }
        else
        {
            yield return new("accounts linked, from releases that do not fit the claim as a whole", accounts.Links.Count);
            if (judged is not null)
            {
                yield return new("judged", accounts.Links.Count(l => judged.Contains(l.Target)));
            }
        }
    }

    private static IEnumerable<string> NotFindable(
        ClaimFacts facts, IReadOnlyList<Release> releases, IReadOnlyDictionary<string, Link> fitting, FoundAccounts accounts, Funnel funnel)
    {
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

        foreach (var release in releases.Where(r => fitting.ContainsKey(r.Id)))
        {
            foreach (var line in OfRelease(release, releases))
            {
                yield return line;
            }
        }

        foreach (var lookUp in accounts.LookUps.Where(l => l.Sample > 0))
        {
            yield return lookUp.Sample > AccountMarker.Samples
                ? $"{lookUp.Release} has {N(lookUp.Naming)} accounts that name such a group, too many beside those of releases that fit better: not read"
                : $"{lookUp.Release} has {N(lookUp.Naming)} accounts that name such a group, too many to be read: a fixed sample of one in {N(1L << lookUp.Sample)} was";
        }

        foreach (var line in accounts.TooCommon)
        {
            yield return line;
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

    private static IEnumerable<string> OfRelease(Release release, IReadOnlyList<Release> all)
    {
        if (release.Versions.Count == 0)
        {
            var elsewhere = all.FirstOrDefault(r => release.FileNames.Count == 0 && release.Related.Contains(r.Id) && r.Versions.Count > 0);
            yield return elsewhere is null
                ? $"{release.Id} fits the claim but is not imported: its accounts cannot be found"
                : $"{release.Id} fits the claim and has no files of its own: what was published of it is in {elsewhere.Id}";
            yield break;
        }

        var version = release.Versions[^1];
        var missing = release.FileNames.Where(f => version.Files.Count > 0 && !version.Files.Any(v => v.Name.Contains(Stem(f), StringComparison.Ordinal))).ToList();
        if (missing.Count > 0)
        {
            yield return $"{N(missing.Count)} of the {N(release.FileNames.Count)} files that the publisher lists for {release.Id} are not imported: {string.Join(", ", missing.Take(5))}{(missing.Count > 5 ? " …" : "")}";
        }

        if (release.AnnouncedCounts.Where(c => c.Of.Contains("account", StringComparison.OrdinalIgnoreCase)).Select(c => c.Value).DefaultIfEmpty(0).Max() is var announced && announced > version.Accounts && version.Accounts > 0)
        {
            yield return $"{N(announced)} accounts were announced for {release.Id}, {N(version.Accounts)} are imported";
        }

        if (version.Posts == 0)
        {
            yield return $"no posts of {release.Id} are imported: hashtags and wording of posts cannot be found there, for no month";
        }

        if (version.Quarantined > 0)
        {
            yield return $"{N(version.Quarantined)} rows of {release.Id} stand in quarantine and were not looked at";
        }
    }

    /// <summary>A publisher's zip is often kept unpacked.</summary>
    private static string Stem(string file) => file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? file[..^4] : file;

    private static string Near(ClaimFacts facts, IReadOnlyList<string> wanted) =>
        wanted.Except(facts.Groups.Select(g => g.Group)).Select(GroupNames.Of).ToList() is { Count: > 0 } near ? $" (and near them {string.Join(", ", near)})" : "";

    private static string Listed(IEnumerable<string> values) => string.Join(", ", values.Distinct()) is { Length: > 0 } list ? list : "none";

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static int Int(long number) => (int)Math.Min(int.MaxValue, number);
}
