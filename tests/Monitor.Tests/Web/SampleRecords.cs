using Monitor.Core.Corpus;
using Monitor.Core.Ledger;
using Monitor.Core.Model;

namespace Monitor.Tests.Web;

/// <summary>A small world in which every page has something to show: a claim that drifts, an account with a name and one without, a release with files and one without.</summary>
internal static class SampleRecords
{
    /// <summary>Verdicts in the sample's ledger.</summary>
    public const int Reviews = 3;

    public const string ClaimId = "c00000000000000000000001";
    public const string DocumentId = "d00000000000000000000001";
    public const string NamedAccount = "twitter:1001";
    public const string SampleId = "s000000000000000000000001";

    /// <summary>Drawn into a sample, and no longer in the corpus.</summary>
    public const string GoneAccount = "twitter:1003";
    public const string HashedAccount = "twitter:q+Zr/7//w==%2F";

    private const string Words = "The platform removed 284 accounts, among them TV presenters and students";

    public static async Task Put(Site site)
    {
        await site.Corpus.Put(Batch());
        var ledger = site.Ledger;
        ledger.Captures.Record(
            new Capture("w1", "sample-wire", "https://sample.example/a", "https://sample.example/a", site.Time.Now, "text/html; charset=utf-8", 200, "sha256:00ff", "sample.warc.gz", 1024, 2048),
            CaptureRole.Page);
        ledger.Runs.Finish(ledger.Runs.Start("sample-wire") with { State = "done", Found = 12, Captured = 3, Failed = 1 });
        ledger.BackOff.Failed("sample-silent", "connection refused");
        ledger.Issues.Report(new Issue("yield-low", "sample-wire", "feed.xml", "The feed lists 0 urls, at least 5 are expected. Look at the feed and mend the definition.", site.Time.Now));
        ledger.SavedSearches.Put(new SavedSearch("removed", "Removed accounts", "removed accounts", "claims", "desk@newsroom.example", Rhythm.Daily, site.Time.Now));
        ledger.Outbox.Record(null, [("removed", ClaimId, "claims")]);
        ledger.Outbox.Gather("removed", "monitor.example");
        ledger.Reviews.Append(ClaimId, "unproven", "A. Reviewer", "The platform gave no list.", [new Core.Model.Evidence("document", $"{DocumentId}:0-72", Words)], null);
        ledger.Reviews.Append(GoneAccount, "real person", "A. Reviewer", "", [], null);
        ledger.Reviews.Append(GoneAccount, "unclear", "B. Reviewer", "", [], null);
        ledger.Samples.Keep(Sample(site));
    }

    private static SamplePlan Sample(Site site) => new(
        SampleId, "sample-release", 1, "bio:presenter OR bio:student", 7, 3, "language", site.Time.Now, new(40, 0, 9, 1, 20, 4, 3, 24, [new("Arabic", 11)], [new("en", 20, 5), new("fa", 14, 0)]),
        [new("en", 6, 2), new("fa", 3, 1)], [new(GoneAccount, "en", Row(4)), new(HashedAccount, "en", Row(3)), new(NamedAccount, "fa", Row(2))]);

    private static CorpusBatch Batch() => new()
    {
        Documents = [Article(), Persian(), EmbeddedPostDocument()],
        Claims = [Claim()],
        Appearances =
        [
            new Appearance("a1", ClaimId, DocumentId, 0, Words.Length, Words, ClaimKind.Quote, "the spokesman") { Published = At("2018-08-22T10:00Z") },
            new Appearance("a2", ClaimId, "d00000000000000000000002", 0, 24, "این سکو ۷۷۰ حساب را بست.", ClaimKind.Reported, "سخنگو")
            {
                Published = At("2018-09-17T08:00+04:30"),
                Differences = [new WordChange("284", "۷۷۰"), new WordChange("among them TV presenters and students", "")],
            },
        ],
        Releases = [Received(), OnlyAnnounced()],
        Accounts =
        [
            new Account(NamedAccount, "twitter", "1001", Row(2))
            {
                Handle = "sample_presenter",
                Name = "مجری نمونه",
                Bio = "TV presenter. مجری تلویزیون",
                Location = "Tehran",
                Url = "https://sample.example/",
                Followers = 6200,
                Following = 310,
                Created = PartialDate.Day(2014, 3, 9), Language = "fa",
            },
            new Account(HashedAccount, "twitter", "q+Zr/7//w==%2F", Row(3))
            {
                Handle = "q+Zr/7//w==%2F",
                Name = "q+Zr/7//w==%2F",
                Bio = "Student of law",
                Followers = 41,
                Following = 90,
                Created = PartialDate.Day(2017, 1, 2),
                Language = "en",
                Hashed = true, Hidden = ["userid", "handle", "name"],
            },
        ],
        Posts = [.. Enumerable.Range(0, 12).Select(Post)],
        StatusEvents = [new StatusEvent(NamedAccount, StatusKind.Suspended, PartialDate.Day(2018, 8, 21), "", Row(2))],
        Links =
        [
            new Link("l1", LinkKind.Account, ClaimId, NamedAccount, 0.71, [new Reason("group-in-bio", "TV presenters", "TV presenter", 0.7, "The bio names a group that the claim names.", Row(2))])
            {
                Groups = ["presenter"],
            },
            new Link("l2", LinkKind.Release, ClaimId, "sample-release", 0.5, [new Reason("count", "284", "284", 0.5, "The claim’s number is the one announced.", null)]),
            new Link("l3", LinkKind.Document, DocumentId, "sample-release", 0.5, [new Reason("count", "284", "284", 0.5, "The document states the announced number.", null)]),
        ],
    };

    private static Claim Claim() => new(ClaimId, Words, ClaimKind.Quote, new Speaker("Sample Platform") { Handle = "sampleplatform", Office = "company", Country = "US" })
    {
        Said = PartialDate.Day(2018, 8, 22),
        Language = "en",
        Quantities = [new Quantity(284, "accounts", "", "exactly", "284 accounts")],
        Parts = [new ClaimPart("actor", "The platform", 0, 12), new ClaimPart("number", "284 accounts", 21, 33), new ClaimPart("group", "TV presenters and students", 46, 72)],
    };

    private static Document Article() => new(DocumentId, DocumentKind.Article, "https://sample.example/a", Words + ".\nIt did not say how it knew.\nThis page is a sample.")
    {
        Title = "Platform removes accounts",
        Authors = ["S. Writer"],
        Published = At("2018-08-22T10:00Z"),
        Language = "en",
        Site = "Sample Wire",
        SourceId = "sample-wire",
        Country = "US",
        CaptureId = "w1",
        Posts = [new EmbeddedPost("d00000000000000000000003", "Sample Minister", "sampleminister", "Real people, not bots.", PartialDate.Day(2018, 9, 16), "https://posts.example/1", [], -1, -1)],
        ClaimReviews = [new ClaimReview("All removed accounts were bots", "Sample Platform", null, "Unproven", "Sample Desk", PartialDate.Day(2018, 10, 1), "")],
        Cuts = [new CutPart(CutReason.Advertising, "Buy a sample today"), new CutPart(CutReason.Navigation, "Home News Sport")],
    };

    private static Document Persian() => new("d00000000000000000000002", DocumentKind.Article, "https://rooz.example/b", "این سکو ۷۷۰ حساب را بست.")
    {
        Title = "بستن حساب‌ها",
        Language = "fa",
        Country = "IR",
        Site = "روز نمونه",
        SourceId = "sample-rooz",
        Published = At("2018-09-17T08:00+04:30"),
    };

    private static Document EmbeddedPostDocument() => new("d00000000000000000000003", DocumentKind.Post, "https://posts.example/1", "Real people, not bots.")
    {
        Authors = ["Sample Minister"],
        Handle = "sampleminister",
        EmbeddedIn = DocumentId,
        Language = "en",
        Published = At("2018-09-16T00:00Z"),
    };

    private static Release Received() => new("sample-release", "Sample release of October 2018", "twitter")
    {
        Countries = ["IR"],
        Announced = PartialDate.Day(2018, 10, 17),
        AnnouncedCounts = [new AnnouncedCount(284, "accounts", "exactly", true, PartialDate.Day(2018, 8, 21)), new AnnouncedCount(2, "accounts", "exactly", true, null), new AnnouncedCount(1_000_000, "tweets", "more than", false, null)],
        Source = "https://sample.example/announcement",
        Citation = "Sample Platform (2018): Sample release.",
        Description = "Accounts that the sample platform removed.",
        Unsure = ["The number of posts was not seen in the announcement."],
        FileNames = ["users.csv", "posts.csv"],
        Versions =
        [
            new ReleaseVersion(1, At("2026-01-02T03:00Z"), [new ReleaseFile("users.csv", 4096, new string('a', 64), "twitter-users", 2), new ReleaseFile("posts.csv", 9999, new string('b', 64), "twitter-tweets", 12)])
            {
                Accounts = 2,
                HashedAccounts = 1,
                Posts = 12,
                Quarantined = 0,
            },
        ],
    };

    private static Release OnlyAnnounced() => new("sample-announcement", "Suspension of August 2018", "twitter")
    {
        Countries = ["IR"],
        Announced = PartialDate.Day(2018, 8, 21),
        AnnouncedCounts = [new AnnouncedCount(770, "accounts", "exactly", true, null)],
    };

    private static Post Post(int n) => new($"twitter:{5000 + n}", NamedAccount, $"Sample post {n} about the news #sample", At("2018-01-01T09:30Z").AddDays(n * 2).AddHours(n % 4), new RowRef("sample-release", 1, "posts.csv", n + 2, -1))
    {
        Language = "en",
        Client = "Sample Web",
        Hashtags = ["sample"],
        IsRepost = n % 5 == 0,
    };

    private static RowRef Row(long line) => new("sample-release", 1, "users.csv", line, 100 * line);

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
