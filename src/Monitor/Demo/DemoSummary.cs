using Monitor.Cli;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Linking;
using Monitor.Core.Model;
using Monitor.Core.Pipeline;

namespace Monitor.Demo;

/// <summary>Says in a few lines what the demo found and where to look.</summary>
internal static class DemoSummary
{
    private const string FoundingQuery = "\"real Iranians\" speaker:zarif";

    public static async Task Print(Session session, MonitorOptions options, CancellationToken cancel)
    {
        var counts = await session.Corpus.Counts(cancel);
        var url = options.Urls.Split(';')[0].TrimEnd('/');
        Output.Line();
        Output.Line($"In the corpus: {Of(RecordKind.Document)} documents with {Of(RecordKind.Claim)} claims, {Of(RecordKind.Account)} accounts with {Of(RecordKind.Post)} posts, " +
            $"{Of(RecordKind.Release)} releases in the catalogue, {Of(RecordKind.Link)} links.");
        var page = await session.Corpus.Search(new SearchRequest(QueryParser.Parse(FoundingQuery).Tree!, [SearchKind.Claims]), cancel);
        var founding = page.Hits.Count == 0 ? null : await MostRepeated(session.Corpus, page.Hits.Select(h => h.Id), cancel);
        if (founding is not null)
        {
            await PrintClaim(session.Corpus, founding, url, cancel);
        }

        Output.Line($"Alert mails: {Directory.EnumerateFiles(session.Data.Outbox, "*.eml").Count()} in {Path.GetFullPath(session.Data.Outbox)}");
        var issues = session.Ledger.Issues.OpenByKind();
        Output.Line($"Issues to look at: {(issues.Count == 0 ? "none" : string.Join(", ", issues.Select(i => $"{i.Count} {i.Value}")))}  {url}/issues");
        Output.Line($"Who used #YouAreBots, and the sample release as a whole: {url}/hashtags/YouAreBots  {url}/releases/sample-release");
        Output.Line($"Try: monitor search '{FoundingQuery}' --in claims --data {session.Data.Root}");

        long Of(RecordKind kind) => counts.GetValueOrDefault(kind);
    }

    private static async Task<string> MostRepeated(ICorpus corpus, IEnumerable<string> claims, CancellationToken cancel)
    {
        var repeated = new List<(string Id, int Places)>();
        foreach (var id in claims)
        {
            repeated.Add((id, (await corpus.AppearancesOf(id, cancel)).Count));
        }

        return repeated.MaxBy(r => r.Places).Id;
    }

    private static async Task PrintClaim(ICorpus corpus, string id, string url, CancellationToken cancel)
    {
        var claim = (await corpus.Claim(id, cancel))!;
        var appearances = await corpus.AppearancesOf(id, cancel);
        var links = await corpus.Links(id, cancel: cancel);
        var accounts = links.Where(l => l.Kind == LinkKind.Account).ToList();
        var groups = accounts.SelectMany(l => l.Groups).GroupBy(g => g).OrderByDescending(g => g.Count()).Select(g => $"{g.Count()} {GroupNames.Of(g.Key)}");
        Output.Line();
        Output.Line($"The founding claim, {claim.Speaker.Name}{(claim.Speaker.Handle is { } h ? $" (@{h})" : "")}, {claim.Said}:");
        Output.Line($"  {claim.Text.ReplaceLineEndings(" ")}");
        Output.Line($"  seen {appearances.Count} times in {appearances.Select(a => a.DocumentId).Distinct().Count()} documents");
        Output.Line($"  {accounts.Count} archived accounts bear on it ({string.Join(", ", groups)}), {links.Count(l => l.Kind == LinkKind.Release)} releases");
        Output.Line($"  {url}/claims/{claim.Id}");
        Output.Line();
    }
}
