using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Dossiers.Statistics;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Signals of facts that hold. Strength follows from how unusual the fact is among all imported accounts, up to a cap that each fact states with its reason.</summary>
internal static class FactSignals
{
    /// <summary>Facts of an account's row.</summary>
    public static IEnumerable<Signal> Of(Account account, Release? release, CorpusStatistics statistics) => ProfileFact.All
        .Where(f => f.CanTell(account, release) && f.Is(account, release))
        .Select(f =>
        {
            var all = statistics.All.Fact(f.Name);
            return new Signal(
                f.Name, f.Family, f.Side, all.Strength(f.Cap), f.Value(account, release), RateText.Accounts(statistics.In(account.Source.Release).Fact(f.Name), all), f.Text, [account.Source]);
        });

    /// <summary>Facts of an account's posts.</summary>
    public static IEnumerable<Signal> Of(ActivityTally tally, PostMeasures measures, string release, CorpusStatistics statistics) => PostFact.All
        .Where(f => f.CanTell(measures) && f.Is(measures))
        .Select(f =>
        {
            var all = statistics.Posts(null, f);
            return new Signal(f.Name, f.Family, f.Side, all.Strength(f.Cap), f.Value(measures), RateText.Sampled(statistics.Posts(release, f), all), f.Text, f.Rows(tally, measures));
        });
}
