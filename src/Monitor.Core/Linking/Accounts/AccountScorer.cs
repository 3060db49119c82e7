using Monitor.Core.Linking.Places;
using Monitor.Core.Linking.Scoring;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Linking.Accounts;

/// <summary>Compares a claim with an account: handle, name, groups of the bio, site, place, language, release, age.</summary>
internal sealed class AccountScorer(LinkSession session, ClaimFacts facts, IReadOnlyDictionary<string, Link> fittingReleases)
{
    /// <summary>Links of several groups to one account stay readable: at most this many mentions are told for a group.</summary>
    private const int MentionsTold = 3;

    private readonly IReadOnlyList<WantedName> names = [.. facts.Names.Select(WantedName.Of)];
    private readonly Dictionary<(string Group, string Release), string> rarities = [];

    /// <summary>The names that are looked up.</summary>
    public IReadOnlyList<WantedName> Names => names;

    /// <summary>The reasons that speak for the account, empty when there is no feature, and the groups both name.</summary>
    /// <param name="candidate">The account.</param>
    /// <param name="further">Features found elsewhere: renames, posts.</param>
    /// <param name="rarity">How many accounts carry a name of the claim, by name.</param>
    /// <param name="byGroup">False where a group alone is no reason.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<(IReadOnlyList<Reason> Reasons, IReadOnlyList<string> Groups)> Reasons(
        Candidate candidate, IReadOnlyList<Reason> further, IReadOnlyDictionary<string, int> rarity, bool byGroup, CancellationToken cancel)
    {
        var reasons = new List<Reason>(further);
        AddIdentity(candidate, rarity, reasons);
        var others = reasons.Count;
        await LearnRarities(candidate, cancel).ConfigureAwait(false);
        var groups = AddGroups(candidate.Account, candidate.Findings, reasons);
        if (others == 0 && !byGroup)
        {
            return ([], []);
        }

        if (LinkScore.HasFeature(reasons))
        {
            AddCircumstances(candidate, groups, reasons);
        }

        return LinkScore.HasFeature(reasons) ? (reasons, groups) : ([], []);
    }

    private void AddIdentity(Candidate candidate, IReadOnlyDictionary<string, int> rarity, List<Reason> reasons)
    {
        var account = candidate.Account;
        if (!account.Hidden.Contains("url") && facts.Sites.Count > 0 && AccountMarker.Site(account.Url) is { } site && facts.Sites.Contains(site))
        {
            reasons.Add(Weights.Site.Because(site, account.Url, $"The claim names {site}, which the profile links to.", account.Source));
        }

        if (account.Hashed || account.Handle.Length + account.Name.Length == 0)
        {
            return;
        }

        foreach (var handle in facts.Handles.Where(h => string.Equals(h, account.Handle, StringComparison.OrdinalIgnoreCase)))
        {
            reasons.Add(Weights.Handle.Because("@" + handle, "@" + account.Handle, $"The claim names @{handle}.", account.Source));
        }

        if (facts.SpeakerHandle is { } own && string.Equals(own, account.Handle, StringComparison.OrdinalIgnoreCase))
        {
            reasons.Add(Weights.SpeakerHandle.Because("@" + own, "@" + account.Handle, $"The claim was made from @{own}.", account.Source));
        }

        foreach (var wanted in names)
        {
            if (candidate.Compare(wanted) is { Verdict: NameVerdict.Same } same)
            {
                var bearers = rarity.GetValueOrDefault(wanted.Name, 1);
                var text = bearers == 1 ? "no other account of the corpus bears it" : $"{bearers:N0} accounts of the corpus bear it";
                reasons.Add(Weights.Name.Because(wanted.Name, account.Name, $"{same.Why}; {text}.", account.Source, same.Likeness));
            }
        }
    }

    /// <summary>How rare each group that the account names is among the readable bios of its release.</summary>
    private async Task LearnRarities(Candidate candidate, CancellationToken cancel)
    {
        var release = candidate.Account.Source.Release;
        foreach (var group in candidate.Findings.Groups.Where(g => !rarities.ContainsKey((g, release))))
        {
            var (naming, all) = (
                await session.Count(AccountMarker.Counted(group, release), cancel).ConfigureAwait(false),
                await session.Count(AccountMarker.Property("accounts", release), cancel).ConfigureAwait(false));
            rarities[(group, release)] = naming > 0 ? $"{naming:N0} of {all:N0} accounts of {release} name it" : "";
        }
    }

    private List<string> AddGroups(Account account, GroupFindings findings, List<Reason> reasons)
    {
        var groups = new List<string>();
        foreach (var named in facts.Groups.DistinctBy(g => g.Group))
        {
            foreach (var mention in findings.Mentions.Where(m => m.Group == named.Group).Take(MentionsTold))
            {
                groups.Add(mention.Group);
                reasons.Add(Because(named.Group == GroupFinder.Outlet ? Weights.OutletGroup : Weights.Group, named, mention, account));
            }

            foreach (var mention in findings.Mentions.Where(m => RelatedGroups.Of(named.Group).Contains(m.Group) && facts.Groups.All(g => g.Group != m.Group)).Take(MentionsTold))
            {
                groups.Add(mention.Group);
                reasons.Add(Because(mention.Group == GroupFinder.Outlet ? Weights.OutletGroup : Weights.RelatedGroup, named, mention, account));
            }
        }

        return [.. groups.Distinct()];
    }

    private Reason Because(Weight weight, GroupMention named, GroupMention mention, Account account)
    {
        var rarity = rarities.GetValueOrDefault((mention.Group, account.Source.Release), "");
        var same = mention.Group == named.Group ? "the same group" : mention.Group == GroupFinder.Outlet ? "an outlet, not a person" : "a related group";
        return weight.Because(
            named.Text, mention.Text, $"The claim speaks of '{named.Text}' ({GroupNames.Of(named.Group)}); the {mention.Field} says '{mention.Text}' ({GroupNames.Of(mention.Group)}): {same}{(rarity.Length > 0 ? "; " + rarity : "")}.", account.Source);
    }

    private void AddCircumstances(Candidate candidate, List<string> groups, List<Reason> reasons)
    {
        var account = candidate.Account;
        if (groups.Count(g => facts.Groups.Any(f => f.Group == g)) > 1)
        {
            reasons.Add(Weights.SecondGroup.Because(string.Join(", ", facts.Groups.Select(g => g.Group).Distinct()), string.Join(", ", groups), "The account names more than one of the claim's groups.", account.Source));
        }

        if (fittingReleases.TryGetValue(account.Source.Release, out var release))
        {
            reasons.Add(Weights.FittingRelease.Because(facts.Platforms.Count > 0 ? facts.Platforms[0] : "", account.Source.Release, $"The account stands in a release that fits the claim: {release.Reasons[0].Text}", account.Source));
        }
        else if (fittingReleases.Count > 0)
        {
            reasons.Add(Weights.OtherRelease.Because(string.Join(", ", fittingReleases.Keys.Order(StringComparer.Ordinal)), account.Source.Release, "The claim fits other releases than the one this account stands in.", account.Source));
        }

        if (candidate.Places.FirstOrDefault(p => facts.Countries.Any(c => c.Country == p.Country)) is { Country: not null } place)
        {
            reasons.Add(Weights.Place.Because(facts.Countries.First(c => c.Country == place.Country).Text, account.Location, $"The location '{account.Location}' is in {place.Country}.", account.Source));
        }

        if (facts.Language.Length > 0 && facts.Language != "und" && account.Language.Split('-', '_')[0] is var spoken && string.Equals(spoken, facts.Language, StringComparison.OrdinalIgnoreCase))
        {
            reasons.Add(Weights.Language.Because(facts.Language, account.Language, $"The account's interface language is the claim's, {facts.Language}.", account.Source));
        }

        if (!fittingReleases.ContainsKey(account.Source.Release) && facts.Platforms.Contains(account.Platform))
        {
            reasons.Add(Weights.OnPlatform.Because(account.Platform, account.Platform, $"The claim speaks of {Platforms.Name(account.Platform)}, where the account is.", account.Source));
        }

        if (facts.Date is { } date && account.Created is { } created && created.Time > date.AddDays(1))
        {
            reasons.Add(Weights.CreatedAfter.Because(PartialDate.Day(date.Year, date.Month, date.Day).ToString(), created.ToString(), $"The account was created on {created}, after the claim.", account.Source));
        }
    }
}
