using Monitor.Core.Dossiers.Coordination.Chance;

namespace Monitor.Tests.Dossiers.Coordination;

/// <summary>The closed forms against counting every possibility, and against a seeded shuffle.</summary>
public sealed class MeetingChanceTests
{
    /// <summary>An hour of so few cells that every draw can be counted.</summary>
    private static readonly TimeGrid Coarse = new(600, 1);

    [Theory]
    [InlineData(600, 0, 1, 1)]
    [InlineData(600, 0, 3, 2)]
    [InlineData(600, 1, 1, 1)]
    [InlineData(600, 1, 2, 2)]
    [InlineData(600, 2, 3, 1)]
    [InlineData(450, 1, 3, 3)]
    [InlineData(450, 3, 2, 2)]
    public void In_one_hour_it_is_the_share_of_all_draws(int unit, int reach, int a, int b)
    {
        var grid = new TimeGrid(unit, reach);
        var (met, all) = Count(grid.Cells, a + b, draw => Meets(draw.AsSpan(0, a), draw.AsSpan(a), 0, reach));

        Assert.Equal((double)met / all, new MeetingChance(grid).Same(a, b), 12);
        Assert.Equal((double)met / all, 1 - MeetingChance.Apart(grid, a, b), 12);
    }

    [Theory]
    [InlineData(600, 1, 1, 1)]
    [InlineData(600, 3, 2, 1)]
    [InlineData(450, 2, 2, 3)]
    public void Across_the_end_of_an_hour_it_is_the_share_of_all_draws(int unit, int reach, int a, int b)
    {
        var grid = new TimeGrid(unit, reach);
        var (met, all) = Count(grid.Cells, a + b, draw => Meets(draw.AsSpan(0, a), draw.AsSpan(a), grid.Cells, reach));

        Assert.Equal((double)met / all, new MeetingChance(grid).Next(a, b), 12);
    }

    [Fact]
    public void The_windows_in_use_have_these_chances()
    {
        // 3,600 × 21 − 110 of 3,600² pairs; one minute of sixty.
        Assert.Equal(75_490 / 12_960_000.0, new MeetingChance(TimeGrid.Of(Core.Model.TimePrecision.Second, 10)).Same(1, 1), 15);
        Assert.Equal(1 / 60.0, new MeetingChance(TimeGrid.Of(Core.Model.TimePrecision.Minute, 10)).Same(1, 1), 15);
        Assert.Equal(55 / 12_960_000.0, new MeetingChance(TimeGrid.Of(Core.Model.TimePrecision.Second, 10)).Next(1, 1), 15);
        Assert.Equal(0, new MeetingChance(TimeGrid.Of(Core.Model.TimePrecision.Minute, 60)).Next(5, 5));
    }

    [Fact]
    public void More_actions_never_make_a_meeting_less_likely()
    {
        var chance = new MeetingChance(new TimeGrid(1, 10));
        for (var a = 1; a < 25; a++)
        {
            for (var b = 1; b < 25; b++)
            {
                Assert.InRange(chance.Same(a, b), 0, 1);
                Assert.True(chance.Same(a + 1, b) > chance.Same(a, b) || chance.Same(a, b) == 1, $"{a} and {b}");
                Assert.Equal(chance.Same(b, a), chance.Same(a, b), 9);
            }
        }
    }

    [Fact]
    public void A_certain_meeting_is_certain() => Assert.Equal(1, new MeetingChance(Coarse with { Reach = 5 }).Same(1, 2), 12);

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void The_tail_of_equal_chances_is_that_of_a_binomial(int count)
    {
        for (var least = 0; least <= count + 1; least++)
        {
            double expected = 0, ways = 1;
            for (var k = 0; k <= count; k++)
            {
                expected += k >= least ? ways * Math.Pow(0.3, k) * Math.Pow(0.7, count - k) : 0;
                ways = ways * (count - k) / (k + 1);
            }

            Assert.Equal(expected, JointTail.AtLeast(least, [(0.3, count)]), 12);
            Assert.Equal(expected, JointTail.AtLeast(least, [.. Enumerable.Repeat((0.3, 1), count)]), 12);
        }
    }

    [Fact]
    public void The_tail_of_unequal_chances_is_counted_out()
    {
        double[] chances = [0.1, 0.25, 0.5, 0.9, 0.9];
        for (var least = 0; least <= 6; least++)
        {
            double expected = 0;
            for (var which = 0; which < 32; which++)
            {
                if (int.PopCount(which) >= least)
                {
                    expected += chances.Select((p, i) => (which >> i & 1) == 1 ? p : 1 - p).Aggregate((x, y) => x * y);
                }
            }

            Assert.Equal(expected, JointTail.AtLeast(least, [(0.1, 1), (0.25, 1), (0.5, 1), (0.9, 2)]), 12);
        }
    }

    [Fact]
    public void A_tiny_tail_keeps_its_digits()
    {
        // All of 60: p to the 60th, in three ways of putting it.
        var p = 75_490 / 12_960_000.0;
        var all = Math.Pow(p, 60);

        Assert.Equal(1, JointTail.AtLeast(60, [(p, 60)]) / all, 9);
        Assert.Equal(1, JointTail.AtLeast(60, [(p, 59), (p, 1)]) / all, 9);
        Assert.Equal(1, JointTail.AtLeast(60, [(p, 30), (p, 30)]) / all, 9);
    }

    [Fact]
    public void Very_many_chances_are_counted_like_the_normal_law_says()
    {
        // 200,000 chances of a half: 100,000 or more come true in half of the cases, and 1,000 more (4.47 deviations) in 3.9e-6 (Abramowitz and Stegun, table 26.1).
        Assert.InRange(JointTail.AtLeast(100_000, [(0.5, 200_000)]), 0.5, 0.501);
        Assert.InRange(JointTail.AtLeast(101_000, [(0.5, 200_000)]), 3.7e-6, 4.1e-6);
    }

    private static bool Meets(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int later, int reach)
    {
        foreach (var x in a)
        {
            foreach (var y in b)
            {
                if (Math.Abs(x - (y + later)) <= reach)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static (long Met, long All) Count(int cells, int actions, Func<int[], bool> meets)
    {
        var draw = new int[actions];
        long met = 0, all = 0;
        while (true)
        {
            all++;
            met += meets(draw) ? 1 : 0;
            var i = 0;
            while (i < actions && ++draw[i] == cells)
            {
                draw[i++] = 0;
            }

            if (i == actions)
            {
                return (met, all);
            }
        }
    }
}
