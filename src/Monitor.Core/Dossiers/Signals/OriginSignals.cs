using System.Globalization;
using Monitor.Core.Dossiers.Bios;
using Monitor.Core.Dossiers.Statistics;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Signals of how an account was made that need the other accounts of its release.</summary>
internal static class OriginSignals
{
    /// <summary>Signals of one row.</summary>
    public static IEnumerable<Signal> Of(Account account, CorpusStatistics statistics)
    {
        var own = statistics.In(account.Source.Release);
        return new[] { Burst(account, own, statistics.All), Series(account, own, statistics.All) }.OfType<Signal>();
    }

    /// <summary>Moderate: the rule asks for a large effect already (see <see cref="CreationBurst"/>), and a public event can bring many real people on one day.</summary>
    private static Signal? Burst(Account account, AccountStatistics own, AccountStatistics all)
    {
        if (OriginFacts.CreatedDay(account) is not { } day || !own.IsBurst(day) || account.Flags.Contains(BioIndex.NoUserId))
        {
            return null;
        }

        var others = own.CreatedOn(day) - 1;
        return new(
            "creation-burst", SignalFamily.Origin, SignalSide.Operated, SignalStrength.Moderate,
            Said($"{others + 1} accounts on {day:yyyy-MM-dd}, usual {own.UsualOn(day):0.##} a day"),
            RateText.Accounts(own.InBursts, all.InBursts),
            Said($"It was created on the same day as {others} other accounts of this release, far more than in the months around. Accounts made in one go may have one maker; a public event can have the same effect."),
            [account.Source]);
    }

    /// <summary>Capped at moderate: whoever comes back after suspensions counts on, too.</summary>
    private static Signal? Series(Account account, AccountStatistics own, AccountStatistics all)
    {
        if (!OriginFacts.IsHandleShown(account) || HandleSeries.Stem(account.Handle) is not { } stem || own.Handles.With(stem) is not { Count: >= HandleSeries.Least } series)
        {
            return null;
        }

        return new(
            "handle-series", SignalFamily.Origin, SignalSide.Operated, all.InSeries.Strength(SignalStrength.Moderate),
            Said($"{series.Count} handles of this release are \"{stem}\" and a number"),
            RateText.Accounts(own.InSeries, all.InSeries),
            "Its handle is one of a series. Accounts numbered on may have one maker; so do the accounts of a person who comes back after each suspension.",
            [account.Source, .. series.Rows.Where(r => r != account.Source)]);
    }

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
