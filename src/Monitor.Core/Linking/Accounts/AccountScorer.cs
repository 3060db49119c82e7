using Monitor.Core.Linking.Places;
using Monitor.Core.Linking.Scoring;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Linking.Accounts;

/// <summary>Compares a claim with an account: handle, name, groups of the bio, hashtags, place, release, age.</summary>
internal sealed class AccountScorer(ClaimFacts facts, IReadOnlyDictionary<string, Link> fittingReleases)
{
    /// <summary>Links of several groups to one account stay readable: at most this many mentions are told for a group.</summary>
    private const int MentionsTold = 3;

    /// <summary>The reasons that speak for the account, empty when there is no feature, and the groups both name.</summary>
    public (IReadOnlyList<Reason> Reasons, IReadOnlyList<string> Groups) Reasons(Account account, GroupFindings findings, int hashtagUsers, string? hashtag)
    {
        var reasons = new List<Reason>();
        AddIdentity(account, reasons);
        var groups = AddGroups(account, findings, reasons);
        if (hashtag is not null)
        {
            var many = hashtagUsers > 100;
            reasons.Add(Weights.Hashtag.Because("#" + hashtag, "#" + hashtag, $"The account used #{hashtag}, as {hashtagUsers} accounts of the corpus did.", account.Source, many ? .5 : 1));
        }

        if (LinkScore.HasFeature(reasons))
        {
            AddCircumstances(account, groups, reasons);
        }

        return LinkScore.HasFeature(reasons) ? (reasons, groups) : ([], []);
    }

    private void AddIdentity(Account account, List<Reason> reasons)
    {
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

        foreach (var name in account.Name.Length > 0 && !account.Hidden.Contains("name") ? facts.Names : [])
        {
            if (Names.Compare(name, account.Name) is { Verdict: NameVerdict.Same } same)
            {
                reasons.Add(Weights.Name.Because(name, account.Name, same.Why + ".", account.Source, same.Likeness));
            }
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

    private static Reason Because(Weight weight, GroupMention named, GroupMention mention, Account account)
    {
        var same = mention.Group == named.Group ? "the same group" : mention.Group == GroupFinder.Outlet ? "an outlet, not a person" : "a related group";
        return weight.Because(
            named.Text, mention.Text, $"The claim speaks of '{named.Text}' ({GroupNames.Of(named.Group)}); the {mention.Field} says '{mention.Text}' ({GroupNames.Of(mention.Group)}): {same}.", account.Source);
    }

    private void AddCircumstances(Account account, List<string> groups, List<Reason> reasons)
    {
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

        var places = account.Location.Length > 0 && !account.Hidden.Contains("location") ? Gazetteer.Countries(account.Location) : [];
        if (places.FirstOrDefault(p => facts.Countries.Any(c => c.Country == p.Country)) is { Country: not null } place)
        {
            reasons.Add(Weights.Place.Because(facts.Countries.First(c => c.Country == place.Country).Text, account.Location, $"The location '{account.Location}' is in {place.Country}.", account.Source));
        }

        if (facts.Date is { } date && account.Created is { } created && created.Time > date.AddDays(1))
        {
            reasons.Add(Weights.CreatedAfter.Because(PartialDate.Day(date.Year, date.Month, date.Day).ToString(), created.ToString(), $"The account was created on {created}, after the claim.", account.Source));
        }
    }
}
