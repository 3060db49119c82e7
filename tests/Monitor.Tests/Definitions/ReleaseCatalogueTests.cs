using Monitor.Core.Definitions;
using Monitor.Core.Model;

namespace Monitor.Tests.Definitions;

public sealed class ReleaseCatalogueTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("releases").FullName;

    [Fact]
    public void Every_committed_release_loads_under_an_id_of_its_own()
    {
        var set = Committed();

        Assert.Empty(set.Errors);
        Assert.Distinct(set.Items.Select(r => r.Id));
        Assert.Distinct(set.Items.SelectMany(r => r.FileNames));
        Assert.All(set.Items, r => Assert.NotEmpty(r.AnnouncedCounts));
        Assert.All(set.Items, r => Assert.NotEmpty(r.Citation));
        Assert.All(set.Items, r => Assert.StartsWith(r.Platform + "-", r.Id, StringComparison.Ordinal));
        Assert.All(set.Items, r => Assert.Contains("-" + r.Announced!.Value.ToString()[..7], r.Id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("twitter-ira-2018-10", 3841)]
    [InlineData("twitter-iran-2018-10", 770)]
    [InlineData("twitter-russia-2019-06", 4)]
    [InlineData("twitter-catalonia-2019-06", 130)]
    [InlineData("twitter-venezuela-2019-06", 33)]
    [InlineData("twitter-iran-2020-10", 104)]
    [InlineData("twitter-cuba-2020-10", 526)]
    [InlineData("twitter-thailand-2020-10", 926)]
    [InlineData("twitter-qatar-2020-10", 33)]
    [InlineData("twitter-rna-2021-12", 50)]
    public void The_numbers_of_the_founding_case_are_there(string id, long accounts) =>
        Assert.Equal(accounts, Assert.Single(Find(id).AnnouncedCounts).Value);

    [Fact]
    public void The_sets_of_June_2019_add_up_to_the_number_announced()
    {
        var counts = Find("twitter-iran-2019-06").AnnouncedCounts.Select(c => c.Value).ToList();

        Assert.Equal([4779, 1666, 248, 2865], counts);
        Assert.Equal(counts[0], counts.Skip(1).Sum());
    }

    [Fact]
    public void The_suspensions_of_August_2018_add_up_and_have_no_files()
    {
        var release = Find("twitter-iran-2018-08");

        Assert.Equal([770, 284, 486], release.AnnouncedCounts.Select(c => c.Value));
        Assert.Equal(PartialDate.Day(2018, 8, 21), release.AnnouncedCounts[1].On);
        Assert.Empty(release.FileNames);
    }

    [Fact]
    public void The_networks_of_October_2020_and_December_2021_add_up_to_the_totals_that_Twitter_named()
    {
        var releases = Committed().Items;

        Assert.Equal(1594, releases.Where(r => r.Id.EndsWith("-2020-10", StringComparison.Ordinal)).Sum(r => r.AnnouncedCounts[0].Value));
        Assert.Equal(373, releases.Where(r => r.Id.EndsWith("-2021-02", StringComparison.Ordinal)).Sum(r => r.AnnouncedCounts[0].Value));
        Assert.Equal(3465, releases.Where(r => r.Id.EndsWith("-2021-12", StringComparison.Ordinal)).Sum(r => r.AnnouncedCounts[0].Value));
        Assert.Equal(32242, releases.Where(r => r.Id.EndsWith("-2020-06", StringComparison.Ordinal)).Sum(r => r.AnnouncedCounts[0].Value));
    }

    [Fact]
    public void A_number_that_is_not_sure_says_why() => Assert.All(
        Committed().Items.Where(r => r.AnnouncedCounts.Any(c => !c.Sure)),
        r => Assert.NotEmpty(r.Unsure));

    [Theory]
    [InlineData("announced: 2018-10-17", "announced: October 2018", 5, "is no date")]
    [InlineData("announced: 2018-10-17", "announced: 2018", 5, "is the number 2018, not text")]
    [InlineData("qualifier: exactly", "qualifier: exact", 6, "'qualifier' is 'exact'")]
    [InlineData("value: 770", "value: 770.5", 6, "not a whole number")]
    [InlineData("countries: [IR]", "countries: []", 4, "has 0 members")]
    [InlineData("platform: twitter", "platform: Twitter", 3, "is no id")]
    public void A_bad_entry_is_refused_with_its_line(string good, string bad, int line, string message)
    {
        var error = Assert.Single(Load(good, bad).Errors);

        Assert.Equal(line, error.Line);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_related_release_without_an_entry_is_named()
    {
        var set = Load("citation: C", "citation: C\nrelated: [example-iran-2018-11]");

        Assert.Single(set.Items);
        Assert.Equal("did you mean 'example-iran-2018-10'?", Assert.Single(set.Errors).Mend);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static DefinitionSet<Release> Committed() => ReleaseCatalogue.Load(CommittedDefinitions.Releases);

    private static Release Find(string id) => Committed().Items.Single(r => r.Id == id);

    private DefinitionSet<Release> Load(string good, string bad)
    {
        const string entry = """
            # yaml-language-server: $schema=schema.json
            title: Example
            platform: twitter
            countries: [IR]
            announced: 2018-10-17
            counts: [{ value: 770, of: accounts, qualifier: exactly }]
            source: https://example.org/announcement
            citation: C
            description: D
            """;
        Assert.Contains(good, entry, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "example-iran-2018-10.yaml"), entry.Replace(good, bad, StringComparison.Ordinal));
        return ReleaseCatalogue.Load(folder);
    }
}
