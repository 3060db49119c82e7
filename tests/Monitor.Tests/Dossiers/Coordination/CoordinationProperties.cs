using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Dossiers.Coordination;
using Monitor.Core.Model;
using static Monitor.Tests.Dossiers.Coordination.SamplePosts;

namespace Monitor.Tests.Dossiers.Coordination;

/// <summary>What holds for all posts.</summary>
public sealed class CoordinationProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(80);
    private static readonly CoordinationOptions Once = new() { Least = 1, Window = 60 };

    private sealed record Act(int Account, int Object, int Second);

    /// <summary>Few accounts and objects in few hours, so that they meet often, at the ends of hours too.</summary>
    private static Arbitrary<List<Act>> Acts() =>
        (from account in Gen.Choose(0, 6)
         from target in Gen.Choose(0, 4)
         from hour in Gen.Choose(0, 4)
         from second in Gen.OneOf(Gen.Choose(0, 3_599), Gen.Choose(0, 40), Gen.Choose(3_560, 3_599))
         select new Act(account, target, (hour * 3_600) + second)).ListOf().Select(a => a.ToList()).ToArbitrary();

    [Fact]
    public void The_order_of_posts_and_the_number_of_threads_change_nothing() => Check.One(Many, Prop.ForAll(Acts(), acts =>
    {
        var posts = Posts(acts);
        var shuffled = posts.OrderBy(p => Core.Model.Ids.Of('x', p.Id)).ToList();
        return Print(Find(posts, Once with { Threads = 1 })) == Print(Find(shuffled, Once with { Threads = 3 }));
    }));

    [Fact]
    public void Whole_days_later_everything_is_the_same() => Check.One(Many, Prop.ForAll(Acts(), acts =>
    {
        var later = Find(Posts(acts.ConvertAll(a => a with { Second = a.Second + (86_400 * 11) })), Once);
        return Print(Find(Posts(acts), Once)) == Print(later with { Edges = [.. later.Edges.Select(e => e with { First = e.First.AddDays(-11), Last = e.Last.AddDays(-11) })] });
    }));

    [Fact]
    public void A_lone_account_changes_no_edge() => Check.One(Many, Prop.ForAll(Acts(), acts =>
    {
        var posts = Posts(acts);
        var alone = Enumerable.Range(0, 30).Select(i => Repost("aaa", $"own{i}", i * 400));
        return Counts(Find(posts, Once)).SequenceEqual(Counts(Find([.. posts, .. alone], Once)));
    }));

    [Fact]
    public void A_post_that_comes_twice_counts_once() => Check.One(Many, Prop.ForAll(Acts(), acts =>
    {
        var posts = Posts(acts);
        return Counts(Find(posts, Once)).SequenceEqual(Counts(Find([.. posts, .. posts], Once)));
    }));

    [Fact]
    public void Pairs_are_those_that_counting_all_of_them_gives() => Check.One(Many, Prop.ForAll(Acts(), acts =>
    {
        var network = Find(Posts(acts), Once);
        var expected = Enumerable.Range(0, 7).SelectMany(a => Enumerable.Range(a + 1, 6 - a).Select(b => ($"twitter:{a}", $"twitter:{b}", Joint(acts, a, b)))).Where(e => e.Item3 > 0);
        return network.Edges.Select(e => (e.A, e.B, e.Joint)).Order().SequenceEqual(expected.Order())
            && network.Joint == network.Edges.Sum(e => e.Joint)
            && network.Expected >= network.Edges.Sum(e => e.Expected) - 1e-9;
    }));

    [Fact]
    public void Expected_numbers_of_all_pairs_sum_to_that_of_the_network() => Check.One(Many, Prop.ForAll(Acts(), acts =>
    {
        // With everybody in one cell of each hour, and no neighbouring hours, every pair with a chance is an edge.
        var together = acts.ConvertAll(a => a with { Second = (a.Second / 3_600 * 7_200) + 1_800 });
        var network = Find(Posts(together), Once);
        return Math.Abs(network.Expected - network.Edges.Sum(e => e.Expected)) < 1e-9;
    }));

    /// <summary>The definition, slowly: hours and objects of both, or neighbouring hours where neither acted in the other's.</summary>
    private static int Joint(List<Act> acts, int a, int b)
    {
        var joint = 0;
        foreach (var of in acts.GroupBy(x => x.Object))
        {
            var (mine, yours) = (of.Where(x => x.Account == a).ToLookup(x => x.Second / 3_600), of.Where(x => x.Account == b).ToLookup(x => x.Second / 3_600));
            bool Meets(int i, int j) => mine[i].Any(x => yours[j].Any(y => Math.Abs(x.Second - y.Second) <= 60));
            for (var hour = 0; hour < 5; hour++)
            {
                joint += Meets(hour, hour) ? 1 : 0;
                joint += Meets(hour, hour + 1) && !mine[hour + 1].Any() && !yours[hour].Any() ? 1 : 0;
                joint += Meets(hour + 1, hour) && !mine[hour].Any() && !yours[hour + 1].Any() ? 1 : 0;
            }
        }

        return joint;
    }

    private static List<Post> Posts(List<Act> acts) => [.. acts.Select(a => Repost($"{a.Account}", $"{a.Object}", a.Second)), .. Seconds()];

    private static CoordinationNetwork Find(IEnumerable<Post> posts, CoordinationOptions options) => Network(posts, options: options).GetAwaiter().GetResult();

    private static IEnumerable<(string, string, int, int, double)> Counts(CoordinationNetwork network) =>
        network.Edges.Select(e => (e.A, e.B, e.Joint, e.Chances, e.Expected)).Order();

    private static string Print(CoordinationNetwork network) => System.Text.Json.JsonSerializer.Serialize(network);
}
