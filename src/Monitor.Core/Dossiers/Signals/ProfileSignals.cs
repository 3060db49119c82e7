using System.Globalization;
using Monitor.Core.Dossiers.Statistics;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Signals of one account row. Strength follows from how unusual the value is among all imported accounts, up to a cap that each states with its reason.</summary>
internal static class ProfileSignals
{
    public static IEnumerable<Finding> Of(Account account, Release? release, CorpusStatistics statistics)
    {
        var own = statistics.In(account.Source.Release);
        var all = statistics.All;
        Finding?[] findings =
        [
            Burst(account, own, all), SharedBio(account, own, statistics), DefaultHandle(account, own, all), FewFollowBack(account, own, all),
            YearsBefore(account, release, own, all),
        ];
        return findings.OfType<Finding>();
    }

    /// <summary>Capped at moderate: a public event can bring many real people on one day.</summary>
    private static Finding? Burst(Account account, AccountStatistics own, AccountStatistics all)
    {
        if (ProfileFacts.CreatedDay(account) is not { } day || !own.IsBurst(day))
        {
            return null;
        }

        var others = own.CreatedOn(day) - 1;
        return new(SignalFamily.Origin, new(
            "creation-burst", SignalSide.Operated, SignalStrength.Moderate,
            Text($"{others + 1} accounts on {day:yyyy-MM-dd}, usual {own.UsualOn(day):0.##} a day"),
            RateText.Accounts(own.InBursts, all.InBursts),
            Text($"It was created on the same day as {others} other accounts of this release, far more than in the weeks around. Accounts made in one go may have one maker; a public event can have the same effect."),
            [account.Source]));
    }

    /// <summary>Not capped, but rare only where few bios are shared. A quotation or a slogan can be shared by people who do not know each other.</summary>
    private static Finding? SharedBio(Account account, AccountStatistics own, CorpusStatistics statistics)
    {
        if (BioIndex.Key(account.Bio) is not { } key || statistics.Bios.Accounts(key) < 2)
        {
            return null;
        }

        var group = statistics.Bios.Accounts(key);
        var others = group - 1;
        var all = statistics.All.SharedBios(group);
        return new(SignalFamily.Profile, new(
            "bio-shared", SignalSide.Operated, all.Strength(SignalStrength.Strong),
            Text($"same bio as {others} other imported account{(others == 1 ? "" : "s")}"),
            $"bios shared by so many or more: {RateText.Accounts(own.SharedBios(group), all)}",
            Text($"Its bio has the same words as that of {others} other imported account{(others == 1 ? "" : "s")}. A copied bio speaks for one hand behind several accounts; a slogan or a quotation can be shared by chance."),
            [account.Source, .. statistics.Bios.OtherRows(key, account.Id)]));
    }

    /// <summary>Capped at weak: everybody who takes the handle that sign-up proposes has such a one.</summary>
    private static Finding? DefaultHandle(Account account, AccountStatistics own, AccountStatistics all) =>
        !ProfileFacts.IsHandleShown(account) || !ProfileFacts.HasDefaultHandle(account) ? null : new(SignalFamily.Profile, new(
            "handle-default", SignalSide.Operated, all.DefaultHandles.Strength(SignalStrength.Weak), $"@{account.Handle}",
            RateText.Accounts(own.DefaultHandles, all.DefaultHandles),
            "Its handle ends in eight digits, as the platform proposes them at sign-up. Many newcomers keep such a handle.",
            [account.Source]));

    /// <summary>Capped at weak: people who only read also follow many and are followed by few.</summary>
    private static Finding? FewFollowBack(Account account, AccountStatistics own, AccountStatistics all) =>
        !ProfileFacts.FewFollowBack(account) ? null : new(SignalFamily.Network, new(
            "few-follow-back", SignalSide.Operated, all.FewFollowBack.Strength(SignalStrength.Weak),
            Text($"{account.Followers} followers, {account.Following} followed"),
            RateText.Accounts(own.FewFollowBack, all.FewFollowBack),
            "It follows many accounts and few follow it. So do accounts that are made to be noticed, and people who only read.",
            [account.Source]));

    /// <summary>Capped at moderate: accounts are also sold, stolen and given away.</summary>
    private static Finding? YearsBefore(Account account, Release? release, AccountStatistics own, AccountStatistics all) =>
        ProfileFacts.YearsBefore(account, release) is not { } years || years < ProfileFacts.LongLife ? null : new(SignalFamily.Origin, new(
            "years-before", SignalSide.Person, all.YearsBefore.Strength(SignalStrength.Moderate),
            Text($"{years:0.0} years"),
            RateText.Accounts(own.YearsBefore, all.YearsBefore),
            Text($"It was created {account.Created}, {years:0.0} years before the release was announced. Accounts made for an operation are mostly younger; old accounts are also sold or stolen."),
            [account.Source]));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
