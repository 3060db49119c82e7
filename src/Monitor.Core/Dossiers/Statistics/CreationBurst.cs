namespace Monitor.Core.Dossiers.Statistics;

/// <summary>Days on which far more accounts of a release were created than on the days around them.</summary>
internal static class CreationBurst
{
    /// <summary>Fewest accounts that make a burst: two or three on one day happen in any list of hundreds (the birthday problem).</summary>
    public const int Least = 5;

    /// <summary>Days before and after a day that say what is usual there: a season on each side.</summary>
    private const int Reach = 90;

    /// <summary>
    /// Largest chance, under the usual rate (Poisson), of at least as many: with some 4,000 days of Twitter's life about one day in 250 releases would be called a
    /// burst by chance.
    /// </summary>
    private const double Chance = 1e-6;

    /// <summary>True for the day of a burst.</summary>
    public static bool Is(IReadOnlyDictionary<DateOnly, int> createdOn, DateOnly day)
    {
        var count = createdOn.GetValueOrDefault(day);
        return count >= Least && Tail(count, Usual(createdOn, day)) < Chance;
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
    private static double Tail(int count, double mean)
    {
        var term = Math.Exp(-mean);
        for (var k = 1; k <= count; k++)
        {
            term *= mean / k;
        }

        var sum = 0.0;
        for (var k = count; k < count + 1_000 && term > 0; k++)
        {
            sum += term;
            term *= mean / (k + 1);
        }

        return sum;
    }
}
