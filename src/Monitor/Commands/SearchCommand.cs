using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;

namespace Monitor.Commands;

/// <summary><c>monitor search</c>: search the corpus.</summary>
internal static class SearchCommand
{
    private static readonly Argument<string[]> Query = new("query") { Description = "Words, \"phrases\", -not, OR, (…), prefix*, speaker: handle: bio: location: source: country: lang: kind: release: from: to: …", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<SearchKind[]> In = new("--in") { Description = "What to search: claims, documents, accounts, posts, releases (default: all)", HelpName = "KIND", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<int> Limit = new("--limit") { Description = "Most hits, 1 to 1000", DefaultValueFactory = _ => 20, HelpName = "N" };
    private static readonly Option<SearchSort> Sort = new("--sort") { Description = "relevance, newest or oldest" };
    private static readonly Option<string> Cursor = new("--cursor") { Description = "Go on behind an earlier page, with the cursor it printed" };

    public static Command Create()
    {
        Kinds(In);
        Sort.AcceptOnlyFromAmong("relevance", "newest", "oldest");
        var command = new Command("search", "Search claims, documents, accounts, posts and releases") { Query, In, Limit, Sort, Cursor };
        command.SetAction(Run);
        return command;
    }

    /// <summary>Lets an option take the names of the kinds only.</summary>
    internal static void Kinds(Option<SearchKind[]> option) => option.AcceptOnlyFromAmong("claims", "documents", "accounts", "posts", "releases");

    /// <summary>Parses a query, or fails with position and mend.</summary>
    internal static QueryNode Parse(string query)
    {
        var parse = QueryParser.Parse(query);
        return parse.Tree ?? throw new UsageException($"{query}\n{new string(' ', parse.Error!.Position)}^ {parse.Error.Message}: {parse.Error.Mend}");
    }

    private static async Task<int> Run(ParseResult parse, CancellationToken cancel)
    {
        var tree = Parse(string.Join(' ', parse.GetRequiredValue(Query)));
        var limit = parse.GetValue(Limit);
        if (limit is < 1 or > 1000)
        {
            throw new UsageException($"--limit is {limit}; it lies between 1 and 1000.");
        }

        await using var session = Session.OpenExisting(parse);
        var page = await Page(session.Corpus, new SearchRequest(tree, parse.GetValue(In) ?? []) { Limit = limit, Sort = parse.GetValue(Sort), Cursor = parse.GetValue(Cursor) }, cancel);
        foreach (var hit in page.Hits)
        {
            if (parse.GetValue(CommonOptions.Json))
            {
                Output.Json(new { kind = Singular(hit.Kind), hit.Id, hit.Title, hit.Text, hit.Score, highlights = hit.Highlights.Select(h => h.Of(hit.Text)), hit.Source, hit.Date });
            }
            else
            {
                Output.Line($"{Singular(hit.Kind),-8} {hit.Id}  {hit.Title}{(hit.Date is { } d ? $"  {d:yyyy-MM-dd}" : "")}  {hit.Source}\n         {hit.Text.ReplaceLineEndings(" ")}");
            }
        }

        Output.Note(page.Total == 0
            ? $"Nothing found among {await Searched(session.Corpus, parse.GetValue(In) ?? [], cancel)}. Names and bios that a publisher hashed cannot be found by their words."
            : $"{page.Hits.Count} of {page.Total} hits{(page.Next is { } next ? $"; next page: --cursor {next}" : "")}");
        return ExitCode.Done;
    }

    private static async Task<SearchPage> Page(ICorpus corpus, SearchRequest request, CancellationToken cancel)
    {
        try
        {
            return await corpus.Search(request, cancel);
        }
        catch (ArgumentException e) when (request.Cursor is not null)
        {
            throw new UsageException($"--cursor '{request.Cursor}' does not fit: {e.Message} Give the cursor that the same query printed.");
        }
    }

    private static string Singular(SearchKind kind) => kind.ToString().ToLowerInvariant().TrimEnd('s');

    private static async Task<string> Searched(ICorpus corpus, SearchKind[] kinds, CancellationToken cancel)
    {
        var counts = await corpus.Counts(cancel);
        (SearchKind Kind, RecordKind Record)[] all =
        [
            (SearchKind.Claims, RecordKind.Claim), (SearchKind.Documents, RecordKind.Document), (SearchKind.Accounts, RecordKind.Account),
            (SearchKind.Posts, RecordKind.Post), (SearchKind.Releases, RecordKind.Release),
        ];
        return string.Join(", ", all.Where(a => kinds.Length == 0 || kinds.Contains(a.Kind)).Select(a => $"{counts.GetValueOrDefault(a.Record)} {a.Kind.ToString().ToLowerInvariant()}"));
    }
}
