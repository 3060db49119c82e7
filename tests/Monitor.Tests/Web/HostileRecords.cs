using Monitor.Core.Corpus;
using Monitor.Core.Ledger;
using Monitor.Core.Model;

namespace Monitor.Tests.Web;

/// <summary>Records whose every foreign field tries to break out of the page.</summary>
internal static class HostileRecords
{
    public const string ClaimId = "c0000000000000000000dead";
    public const string DocumentId = "d0000000000000000000dead";
    public const string PostDocumentId = "d0000000000000000000beef";
    public const string AccountId = "twitter:\"><svg onload=alert(1)>/../<script>";
    public const string PostId = "twitter:'><script>alert(2)</script>";
    public const string SampleId = "s0000000000000000000dead";
    public const string ReleaseId = "hostile-release";

    /// <summary>Breaks out of attributes and elements, names its field, and reverses the direction of what follows.</summary>
    public static string Bad(string field) => $"\"'></a></title></textarea><script>alert('{field}')</script><img src=x onerror=alert(1)>&lt;{field}\u202e";

    public static string BadUrl(string field) => $"javascript:alert('{field}')//\"><script>";

    public static async Task Put(Site site)
    {
        await site.Corpus.Put(Batch());
        var ledger = site.Ledger;
        ledger.Captures.Record(new Capture("w666", Bad("crawler"), BadUrl("asked"), BadUrl("final"), site.Time.Now, Bad("media"), 200, Bad("digest"), Bad("warc"), 1, 2), CaptureRole.Page);
        ledger.Runs.Finish(ledger.Runs.Start(Bad("run-crawler")) with { State = "failed", Message = Bad("run-message") });
        ledger.BackOff.Failed(Bad("run-crawler"), Bad("back-off"));
        ledger.Issues.Report(new Issue(Bad("issue-kind"), Bad("issue-subject"), Bad("issue-place"), Bad("issue-message"), site.Time.Now));
        ledger.SavedSearches.Put(new SavedSearch("hostile", Bad("search-name"), "\"<script>alert(1)</script>\"", "claims", Bad("recipient"), Rhythm.AtOnce, site.Time.Now) { Paused = Bad("paused") });
        ledger.Outbox.Record(null, [("hostile", Bad("match"), "claims")]);
        ledger.Outbox.Keep(ledger.Outbox.Gather("hostile", Bad("host"))! with { LastError = Bad("smtp-error") });
        ledger.Samples.Keep(new(
            SampleId, ReleaseId, 1, Bad("where"), 7, 2, "language", site.Time.Now, new(1, 0, 1, 0, 0, 0, 0, 0, [new(Bad("script"), 1)], [new(Bad("frame-language"), 20, 0)]),
            [new(Bad("stratum"), 1, 1), new("other", 1, 0)], [new(AccountId, Bad("stratum"), Row())]));
        foreach (var subject in new[] { ClaimId, AccountId })
        {
            ledger.Reviews.Append(subject, Bad("verdict"), Bad("reviewer"), Bad("note"), [new Core.Model.Evidence("url", BadUrl("evidence"), Bad("quote")), new Core.Model.Evidence("row", Bad("reference"), Bad("quote"))], null);
        }
    }

    private static CorpusBatch Batch() => new()
    {
        Documents = [Document(), new Document(PostDocumentId, DocumentKind.Post, "https://hostile.example/post", Bad("post-text")) { EmbeddedIn = DocumentId, Handle = Bad("handle"), Authors = [Bad("author")] }],
        Claims = [Claim()],
        Appearances =
        [
            new Appearance("a666", ClaimId, DocumentId, 3, 20, Bad("appearance"), ClaimKind.Quote, Bad("speaker-text")) { Differences = [new WordChange(Bad("before"), Bad("after"))] },
            new Appearance("a667", ClaimId, DocumentId, 10, 50, Bad("beyond"), ClaimKind.Quote, ""),
        ],
        Releases = [Release()],
        Accounts =
        [
            new Account(AccountId, "twitter", AccountId["twitter:".Length..], Row())
            {
                Handle = Bad("handle"),
                Name = Bad("name"),
                Bio = Bad("bio"),
                Location = Bad("location"),
                Url = BadUrl("profile"),
                Language = Bad("language"),
                Flags = [Bad("flag")],
            },
        ],
        Posts =
        [
            new Post(PostId, AccountId, Bad("post"), new DateTimeOffset(2018, 1, 1, 1, 1, 0, TimeSpan.Zero), Row())
            {
                Language = Bad("lang"),
                Client = Bad("client"),
                Hashtags = [Bad("tag"), Bad("tag-two"), "sample-hostile"],
                Urls = [BadUrl("link")],
                Mentions = [Bad("mention")],
                ReplyToUser = Bad("reply"),
                RepostedUser = Bad("repost"),
                QuotedPost = Bad("quoted"),
                Place = Bad("place"),
                Flags = [Bad("post-flag")],
            },
        ],
        StatusEvents = [new StatusEvent(AccountId, StatusKind.Renamed, PartialDate.Day(2018, 1, 1), Bad("detail"), Row())],
        Links =
        [
            Link("l666", LinkKind.Account, ClaimId, AccountId),
            Link("l667", LinkKind.Release, ClaimId, ReleaseId),
            Link("l668", LinkKind.Document, DocumentId, ReleaseId),
            Link("l669", LinkKind.Claim, ClaimId, ClaimId),
        ],
    };

    private static Claim Claim() => new(ClaimId, Bad("claim"), ClaimKind.Post, new Speaker(Bad("speaker")) { Handle = Bad("speaker-handle"), Office = Bad("office"), Country = Bad("country") })
    {
        Language = Bad("claim-language"),
        Quantities = [new Quantity(1, Bad("unit"), Bad("of"), Bad("qualifier"), Bad("quantity"))],
        Parts = [new ClaimPart(Bad("part-kind"), Bad("part"), 0, 1)],
    };

    private static Document Document() => new(DocumentId, DocumentKind.Article, BadUrl("document"), Bad("text") + "\n" + Bad("second"))
    {
        Title = Bad("title"),
        Authors = [Bad("author")],
        Handle = Bad("handle"),
        Language = Bad("language"),
        Site = Bad("site"),
        SourceId = Bad("source"),
        Country = Bad("country"),
        CaptureId = "w666",
        Note = Bad("note"),
        Posts = [new EmbeddedPost(PostDocumentId, Bad("embed-author"), Bad("embed-handle"), Bad("embed-text"), null, BadUrl("embed"), [], 0, 5)],
        ClaimReviews = [new ClaimReview(Bad("reviewed"), Bad("claimant"), null, Bad("rating"), Bad("checker"), null, BadUrl("check"))],
        Cuts = [new CutPart(CutReason.Comments, Bad("cut"))],
    };

    private static Release Release() => new(ReleaseId, Bad("release-title"), Bad("platform"))
    {
        Countries = [Bad("release-country")],
        AnnouncedCounts = [new AnnouncedCount(1, Bad("count-of"), Bad("count-qualifier"), false, null)],
        Source = BadUrl("release-source"),
        Citation = Bad("citation"),
        Description = Bad("description"),
        Unsure = [Bad("unsure")],
        FileNames = [Bad("file-name")],
        Related = [Bad("related")],
        Versions = [new ReleaseVersion(1, new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), [new ReleaseFile(Bad("file"), 1, Bad("sha"), Bad("format"), 1)]) { Accounts = 1, HashedAccounts = 1 }],
    };

    private static Link Link(string id, LinkKind kind, string from, string target) =>
        new(id, kind, from, target, 0.5, [new Reason("f", Bad("claim-value"), Bad("target-value"), 0.5, Bad("reason"), Row())]) { Groups = [Bad("group")] };

    private static RowRef Row() => new(ReleaseId, 1, Bad("row-file"), 2, 3);
}
