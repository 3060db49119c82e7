using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Linking;

namespace Monitor.Tests.Linking;

public sealed class ClaimMatcherTests
{
    private static readonly CheckedClaim[] Claims =
    [
        new("k1", "A video shows a bear riding a tram in Gothenburg.", "Did a Bear Ride a Tram?"),
        new("k2", "The harbour of Ystad was closed for 14 days in 2019.", "Was the Harbour Closed?") { Date = new(2019, 5, 20, 0, 0, 0, TimeSpan.Zero) },
        new("k3", "Drinking pine tea cures the flu.", "Does Pine Tea Cure Flu?"),
        new("k4", "The Harbour of Ystad was closed for 14 days in 2019.", "Harbour Closed, Again"),
        new("k5", "A bear was seen on the beach of Ystad.", "Bear on the Beach"),
    ];

    [Fact]
    public void The_check_with_the_rare_words_of_the_post_comes_first_with_reasons()
    {
        var matches = new ClaimMatcher(Claims).Match(CheckedClaimReader.Query("q", "omg this bear really took the tram!! #Gothenburg pic.twitter.com/xyz — Some One (@someone) May 2, 2020"), 3);
        Assert.Equal("k1", matches[0].Checked.Id);
        Assert.Contains(matches[0].Reasons, r => r.Feature == "picture");
        Assert.All(matches, m => Assert.Equal(m.Score, m.Reasons.Sum(r => r.Weight), 9));
    }

    [Fact]
    public void Copies_of_a_claim_are_one_match_and_stand_together_in_a_run()
    {
        var matcher = new ClaimMatcher(Claims);
        var query = CheckedClaimReader.Query("7", "Ystad closes harbour for 14 days — Harbour Watch (@hw) May 12, 2019");
        Assert.Equal(["k4"], matcher.Match(query, 5)[0].Copies);
        Assert.Equal(["7 Q0 k2 1", "7 Q0 k4 2"], matcher.TrecRun([query], 2, "monitor").Select(l => string.Join(' ', l.Split(' ')[..4])));
    }

    [Fact]
    public void The_signature_of_a_post_becomes_author_and_date()
    {
        var query = CheckedClaimReader.Query("1", "Snow in June? https://t.co/abc — Weather Desk (@weatherdesk) June 3, 2018");
        Assert.Equal(("Snow in June?", "Weather Desk (@weatherdesk)", new DateTimeOffset(2018, 6, 3, 0, 0, 0, TimeSpan.Zero)), (query.Text, query.Author, query.Date));
    }

    [Fact]
    public void Dates_can_be_switched_off()
    {
        var query = CheckedClaimReader.Query("1", "harbour closed — A B (@ab) May 12, 2019");
        Assert.Contains(new ClaimMatcher(Claims).Match(query, 1)[0].Reasons, r => r.Feature == "fortnight");
        Assert.DoesNotContain(new ClaimMatcher(Claims, useDates: false).Match(query, 1)[0].Reasons, r => r.Feature == "fortnight");
    }

    [Fact]
    public void Json_lines_and_tables_are_read()
    {
        using var folder = new Folder();
        var json = folder.Write("a.jsonl", "{\"vclaim_id\":\"x\",\"vclaim\":\"It snows.\",\"title\":\"Snow\",\"date\":\"3 June 2018\"}\n");
        var table = folder.Write("b.tsv", "\tvclaim\ttitle\n0\t\"It \"\"snows\"\"\nagain.\"\tSnow\n1\tIt rains.\tRain\n");
        var queries = folder.Write("c.tsv", "t1\tSnow again\nt2\t\"Is it so?\n");
        Assert.Equal("x", Assert.Single(CheckedClaimReader.Claims(json)).Id);
        Assert.Equal(["It \"snows\"\nagain.", "It rains."], CheckedClaimReader.Claims(table).Select(c => c.Claim));
        Assert.Equal(["t1", "t2"], CheckedClaimReader.Queries(queries).Select(q => q.Id));
    }

    [Fact]
    public void A_line_without_a_claim_is_named()
    {
        using var folder = new Folder();
        var file = folder.Write("a.jsonl", "{\"vclaim\":\"fine\"}\n{\"title\":\"no claim\"}\n");
        Assert.Contains("a.jsonl:2", Assert.Throws<InvalidDataException>(() => CheckedClaimReader.Claims(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_the_claims_changes_nothing() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<bool>(), (seed, dates) =>
        {
            var mixed = Claims.ToArray();
            new Random(seed).Shuffle(mixed);
            return Told(new ClaimMatcher(mixed, dates)) == Told(new ClaimMatcher(Claims, dates));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_copy_folds_into_its_claim_and_moves_no_other_claim_to_another_rank() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte>(), place =>
        {
            var copied = Claims[place % Claims.Length];
            var matches = new ClaimMatcher([.. Claims, copied with { Id = "copy" }]).Match(Query, 5);
            var folded = matches.SelectMany(m => m.Copies.Append(m.Checked.Id)).ToList();
            return folded.Distinct().Count() == folded.Count && matches.Select(m => m.Checked.Claim.ToUpperInvariant()).Distinct().Count() == matches.Count
                && (!folded.Contains("copy") || matches.Any(m => m.Copies.Append(m.Checked.Id).Count() > 1 && m.Checked.Claim.Equals(copied.Claim, StringComparison.OrdinalIgnoreCase)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_posts_spell_differently_is_one_word_and_tags_are_split_by_the_collections_words()
    {
        CheckedClaim[] claims =
        [
            new("a", "The United States gave 5 million dollars for trams, 20 percent of the price.", "Trams"),
            new("b", "A bear was seen on the beach of Ystad.", "Bear on the Beach"),
            new("c", "Drinking pine tea cures the flu.", "Pine Tea"),
        ];
        var matcher = new ClaimMatcher(claims);
        Assert.Equal("a", matcher.Match(CheckedClaimReader.Query("q", "U.S. pays $5m, 20%!"), 1)[0].Checked.Id);
        Assert.Equal("b", matcher.Match(CheckedClaimReader.Query("q", "wow #bearbeach"), 1)[0].Checked.Id);
    }

    private static CheckQuery Query => CheckedClaimReader.Query("q", "harbour of Ystad closed for 14 days, bear seen on the tram — Harbour Watch (@hw) May 12, 2019");

    private static string Told(ClaimMatcher matcher) => string.Join('\n', matcher.Match(Query, 5).Select(m => $"{m.Checked.Id} {m.Score:R} {string.Join(' ', m.Copies)} {string.Join(' ', m.Reasons.Select(r => r.Text))}"));

    [Fact]
    public void Any_text_can_be_matched_always_alike() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var query = CheckedClaimReader.Query("q", text + " bear");
            return new ClaimMatcher(Claims).TrecRun([query], 5, "a").SequenceEqual(new ClaimMatcher(Claims).TrecRun([query], 5, "a"));
        }).QuickCheckThrowOnFailure();

    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("monitor");

        public string Write(string name, string text)
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllText(path, text);
            return path;
        }

        public void Dispose() => folder.Delete(true);
    }
}
