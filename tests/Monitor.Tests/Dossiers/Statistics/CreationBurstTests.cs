using Monitor.Core.Dossiers.Statistics;

namespace Monitor.Tests.Dossiers.Statistics;

public sealed class CreationBurstTests
{
    private static readonly DateOnly Day = new(2014, 6, 3);

    [Theory]
    [InlineData(4, 0, false)] // too few for a burst
    [InlineData(5, 0, true)]
    [InlineData(5, 3, false)] // as busy as the season
    [InlineData(27, 3, false)] // nine times the usual: no chance, but no large effect
    [InlineData(30, 3, true)]
    public void A_day_is_a_burst_when_it_is_far_above_the_days_around_it(int onDay, int perDayAround, bool burst)
    {
        var created = new SortedDictionary<DateOnly, int> { [Day] = onDay };
        for (var distance = 1; distance <= 90 && perDayAround > 0; distance++)
        {
            created[Day.AddDays(distance)] = perDayAround;
            created[Day.AddDays(-distance)] = perDayAround;
        }

        Assert.Equal(burst, CreationBurst.Days(created).Contains(Day));
    }

    [Theory]
    [InlineData(250, true)]
    [InlineData(251, false)] // less than one in fifty
    public void A_burst_is_a_part_of_its_release_that_one_can_see(int accounts, bool burst)
    {
        var created = new SortedDictionary<DateOnly, int> { [Day] = 5 };
        for (var i = 0; i < accounts - 5; i++)
        {
            created[Day.AddDays(100 + (i * 3))] = 1;
        }

        Assert.Equal(burst, CreationBurst.Days(created).Contains(Day));
    }

    [Fact]
    public void Days_drawn_at_random_show_no_burst_in_ninety_nine_releases_of_a_hundred()
    {
        var found = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var created = new SortedDictionary<DateOnly, int>();
            for (var i = 0; i < 200; i++)
            {
                var day = Day.AddDays(random.Next(2_000));
                created[day] = created.GetValueOrDefault(day) + 1;
            }

            found += CreationBurst.Days(created).Count > 0 ? 1 : 0;
        }

        Assert.InRange(found, 0, 3);
    }

    [Fact]
    public void A_release_without_days_has_no_burst() => Assert.Empty(CreationBurst.Days(new SortedDictionary<DateOnly, int>()));

    [Theory]
    [InlineData(0, 2.0, 1.0)]
    [InlineData(1, 2.0, 0.864665)]
    [InlineData(5, 1.0, 0.00365985)]
    public void The_tail_is_that_of_Poisson(int count, double mean, double chance) => Assert.Equal(chance, CreationBurst.Tail(count, mean), 5);
}
