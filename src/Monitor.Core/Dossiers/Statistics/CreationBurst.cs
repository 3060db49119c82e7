namespace Monitor.Core.Dossiers.Statistics;

/// <summary>
/// Days on which far more accounts of a release were created than on the days around them. Two conditions, both needed:
/// <list type="number">
/// <item>It is no chance, also when every day of the release's span is tried: the Poisson tail, under the usual rate of the season, lies below <see cref="FamilyChance"/>
/// divided by the number of days (Bonferroni, family-wise; Dunn 1961, JASA 56:52).</item>
/// <item>It is large: at least <see cref="Least"/> accounts, <see cref="TimesUsual"/> times the usual and <see cref="ShareOfRelease"/> of the release. In a large release the first condition alone
/// finds days with 8 instead of 1, since interest in a platform comes in waves (variance to mean within months: 1.3 to 2.2 in the published tables, where Poisson has 1).</item>
/// </list>
/// Measured on the published tables: no day of the Iranian release of October 2018 (770 accounts; 6 days with 52 accounts under the first condition alone), 3 days with 246 of 744 accounts of the
/// Chinese of August 2019, 2 days with 84 of 129 of the Catalan of June 2019, 1 day with 11 of 526 of the Cuban and 7 days with 544 of 926 of the Thai of October 2020. That a
/// burst holds a third of all accounts there is a fact of these releases, not of the rule.
/// </summary>
internal static class CreationBurst
{
    /// <summary>Fewest accounts that make a burst: two or three on one day happen in any list of hundreds (the birthday problem).</summary>
    public const int Least = 5;

    /// <summary>Chance that a release without any burst shows one.</summary>
    public const double FamilyChance = 0.01;

    /// <summary>Times the usual count of the season.</summary>
    public const double TimesUsual = 10;

    /// <summary>Share of the release's accounts with a known day.</summary>
    public const double ShareOfRelease = 0.02;

    /// <summary>Days before and after a day that say what is usual there: a season on each side.</summary>
    private const int Reach = 90;

    /// <summary>The days of bursts.</summary>
    public static IReadOnlySet<DateOnly> Days(IReadOnlyDictionary<DateOnly, int> createdOn)
    {
        if (createdOn.Count == 0)
        {
            return new HashSet<DateOnly>();
        }

        var chance = FamilyChance / (createdOn.Keys.Max().DayNumber - createdOn.Keys.Min().DayNumber + 1);
        var least = Math.Max(Least, ShareOfRelease * createdOn.Values.Sum());
        return createdOn.Where(d => d.Value >= least && Usual(createdOn, d.Key) is var usual && d.Value >= TimesUsual * usual && Tail(d.Value, usual) < chance)
            .Select(d => d.Key).ToHashSet();
    }

    /// <summary>Mean count of the days around, at least as if one account had been created there.</summary>
    public static double Usual(IReadOnlyDictionary<DateOnly, int> createdOn, DateOnly day)
    {
        var around = 0;
        for (var distance = 1; distance <= Reach; distance++)
        {
            around += day.DayNumber >= distance ? createdOn.GetValueOrDefault(day.AddDays(-distance)) : 0;
            around += day.DayNumber + distance <= DateOnly.MaxValue.DayNumber ? createdOn.GetValueOrDefault(day.AddDays(distance)) : 0;
        }

        return Math.Max(around, 1) / (2.0 * Reach);
    }

    /// <summary>Chance of <paramref name="count"/> or more where <paramref name="mean"/> is usual (upper tail of the Poisson distribution).</summary>
    internal static double Tail(int count, double mean)
    {
        var log = -mean;
        for (var k = 1; k <= count; k++)
        {
            log += Math.Log(mean / k);
        }

        var (term, sum) = (1.0, 0.0);
        for (var k = count; term > 1e-18 * sum && k < count + 100_000; k++)
        {
            sum += term;
            term *= mean / (k + 1);
        }

        return Math.Exp(log) * sum;
    }
}
