using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Corpus;
using Monitor.Core.Exports;

namespace Monitor.Commands;

/// <summary><c>monitor export</c>: take hits or links away as a table or a data package.</summary>
internal static class ExportCommand
{
    private const string Package = "package";

    private static readonly Argument<string> Query = new("query") { Description = "A query as for 'monitor search'" };
    private static readonly Option<SearchKind[]> In = new("--in") { Description = "claims, documents, accounts, posts, releases (default: all)", HelpName = "KIND" };
    private static readonly Argument<string> Claim = new("claim") { Description = "Claim id" };
    private static readonly Option<string> Format = new("--format") { Description = "csv, jsonl or package (a Frictionless data package: a folder)", DefaultValueFactory = _ => "csv" };
    private static readonly Option<string> To = new("--to") { Description = "File, or folder for a package", Required = true, HelpName = "PATH" };
    private static readonly Option<bool> LeaveOutPersons = new("--leave-out-persons") { Description = "Leave out names, handles and bios of accounts; ids and rows stay" };

    public static Command Create()
    {
        Format.AcceptOnlyFromAmong("csv", "jsonl", Package);
        SearchCommand.Kinds(In);
        var search = new Command("search", "Export every hit of a query") { Query, In, Format, To, LeaveOutPersons };
        search.SetAction(Search);
        var links = new Command("links", "Export the links of a claim with their reasons") { Claim, Format, To, LeaveOutPersons };
        links.SetAction(Links);
        return new Command("export", "Export hits or links as CSV, JSON Lines or a data package with citations and checksums") { search, links };
    }

    private static async Task<int> Search(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var query = parse.GetRequiredValue(Query);
        var request = new SearchRequest(SearchCommand.Parse(query), parse.GetValue(In) ?? []);
        var exporter = session.Get<Exporter>();
        return await Write(
            parse,
            (format, output, options) => exporter.Search(request, format, output, options, cancel),
            (folder, options) => exporter.SearchPackage(request, query, folder, options, cancel));
    }

    private static async Task<int> Links(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var id = parse.GetRequiredValue(Claim);
        _ = await session.Corpus.Claim(id, cancel) ?? throw new UsageException($"There is no claim '{id}'. Find its id with 'monitor search … --in claims'.");
        var exporter = session.Get<Exporter>();
        return await Write(
            parse,
            (format, output, options) => exporter.Links(id, format, output, options, cancel),
            (folder, options) => exporter.LinksPackage(id, folder, options, cancel));
    }

    private static async Task<int> Write(
        ParseResult parse, Func<ExportFormat, Stream, ExportOptions, Task<ExportReport>> table, Func<string, ExportOptions, Task<ExportReport>> package)
    {
        var (to, format) = (parse.GetRequiredValue(To), parse.GetValue(Format));
        var options = new ExportOptions { OnlyOfficialsByName = parse.GetValue(LeaveOutPersons) };
        ExportReport report;
        if (format == Package)
        {
            report = await package(to, options);
        }
        else
        {
            report = await WriteFile(to, file => table(format == "csv" ? ExportFormat.Csv : ExportFormat.JsonLines, file, options));
        }

        Output.Line($"{report.Rows} rows in {to}{(report.Complete ? "" : $"; cut at {options.MaxRows}")}");
        return ExitCode.Done;
    }

    /// <summary>Writes beside the target and renames at the end: a fault leaves what was there before.</summary>
    private static async Task<ExportReport> WriteFile(string to, Func<Stream, Task<ExportReport>> write)
    {
        var part = to + ".part";
        ExportReport report;
        await using (var file = File.Create(part))
        {
            report = await write(file);
        }

        File.Move(part, to, overwrite: true);
        return report;
    }
}
