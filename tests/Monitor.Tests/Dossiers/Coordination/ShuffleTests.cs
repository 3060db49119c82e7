using Monitor.Core.Dossiers.Coordination;
using Monitor.Core.Model;
using static Monitor.Tests.Dossiers.Coordination.SamplePosts;

namespace Monitor.Tests.Dossiers.Coordination;

/// <summary>The computed expectation and p against what shuffling the times really gives: 2,000 seeded shuffles within account and hour.</summary>
public sealed class ShuffleTests
{
    private const int Rounds = 2_000;

    [Fact]
    public async Task Computed_numbers_are_those_of_shuffled_times()
    {
        // Two accounts with one to four actions an hour on three objects; window 60 s.
        var random = new Random(20_180_816);
        var acts = (from hour in Enumerable.Range(0, 40)
                    from account in (string[])["a", "b"]
                    from n in Enumerable.Range(0, 1 + random.Next(4))
                    select (account, target: $"{random.Next(3)}", hour)).ToList();
        var options = new CoordinationOptions { Window = 60, Least = 1 };
        IEnumerable<Post> Drawn() => acts.Select(a => Repost(a.account, a.target, (a.hour * 3_600L) + random.Next(3_600)));

        var counts = new int[200];
        double chance = 0;
        CoordinationEdge? edge = null;
        for (var round = 0; round < Rounds; round++)
        {
            var network = await Network([.. Drawn()], options: options);
            counts[network.Joint]++;
            chance = network.Expected;
            edge = network.Edges.SingleOrDefault() ?? edge;
        }

        var mean = counts.Select((n, joint) => (double)n * joint).Sum() / Rounds;
        var deviation = Math.Sqrt(chance / Rounds); // a sum of rare chances varies like its mean
        Assert.InRange(mean, chance - (4 * deviation), chance + (4 * deviation));
        Assert.Equal(chance, edge!.Expected, 9);

        var reached = counts.Skip(edge.Joint).Sum() / (double)Rounds;
        var error = 4 * Math.Sqrt(edge.P * (1 - edge.P) / Rounds);
        Assert.InRange(reached, edge.P - error, edge.P + error);
    }
}
