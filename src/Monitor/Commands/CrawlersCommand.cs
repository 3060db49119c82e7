using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Capturing;
using Monitor.Core.Definitions;
using Monitor.Core.Evidence;

namespace Monitor.Commands;

/// <summary><c>monitor crawlers</c>: look after the definitions.</summary>
internal static class CrawlersCommand
{
    private static readonly Argument<string> Id = new("id") { Description = "Id of a definition: the stem of its file" };
    private static readonly Option<string> Feed = new("--feed") { Description = "Address of its feed", Required = true, HelpName = "URL" };
    private static readonly Option<string> To = new("--to") { Description = "Folder for the recording", Required = true, HelpName = "DIR" };

    public static Command Create()
    {
        var list = new Command("list", "List the definitions with their last run");
        list.SetAction(List);
        var check = new Command("check", "Check every definition and the release catalogue; names file, line and mend");
        check.SetAction(Check);
        var create = new Command("new", "Write a definition to start from") { Id, Feed };
        create.SetAction(New);
        var record = new Command("record", "Fetch the feeds and lists of a definition once into a folder of WARC files, for tests without network") { Id, To };
        record.SetAction(Record);
        var schema = new Command("schema", "Write schema.json of crawler definitions and of the catalogue anew, for completion in editors");
        schema.SetAction(WriteSchemas);
        return new Command("crawlers", "List, check, write and record crawler definitions") { list, check, create, record, schema };
    }

    /// <summary>Names what is wrong with definitions; true when something is.</summary>
    public static bool NoteErrors(IReadOnlyList<DefinitionError> errors)
    {
        foreach (var error in errors)
        {
            Output.Note($"{error.File}:{error.Line}: {error.Message}: {error.Mend}");
        }

        return errors.Count > 0;
    }

    private static async Task<int> List(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        var runs = session.Ledger.Runs.LatestByCrawler();
        foreach (var c in session.Definitions.Crawlers)
        {
            var run = runs.GetValueOrDefault(c.Id);
            var backOff = session.Ledger.BackOff.Of(c.Id);
            if (parse.GetValue(CommonOptions.Json))
            {
                Output.Json(new { c.Id, c.Name, c.Publisher, c.Country, c.Language, c.Kind, c.Official, c.Schedule, lastRun = run?.Started, state = run?.State, found = run?.Found, notBefore = backOff?.NotBefore });
            }
            else
            {
                Output.Line($"{c.Id,-28} {c.Country} {c.Language,-3} {(c.Official ? "official" : "        ")} {c.Schedule,-6} {c.Name}{(run is null ? "" : $"  [{run.State} {run.Started:u}, {run.Found} found]")}");
            }
        }

        return NoteErrors(session.Definitions.Errors) ? ExitCode.Failures : ExitCode.Done;
    }

    private static async Task<int> Check(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        var book = session.Definitions;
        Output.Line($"{book.Crawlers.Count} definitions and {book.Releases.Count} releases are sound, {book.Errors.Count} faults.");
        return NoteErrors(book.Errors) ? ExitCode.Failures : ExitCode.Done;
    }

    private static int WriteSchemas(ParseResult parse)
    {
        var folder = Session.CrawlersFolder(Settings.Read(parse.GetValue(CommonOptions.Config)));
        foreach (var (file, schema) in new[] { ("schema.json", CrawlerDefinitions.JsonSchema()), (Path.Combine("releases", "schema.json"), ReleaseCatalogue.JsonSchema()), (Path.Combine("mappings", "schema.json"), TableMappings.JsonSchema()) })
        {
            File.WriteAllText(Path.Combine(folder, file), schema);
            Output.Line(Path.Combine(folder, file));
        }

        return ExitCode.Done;
    }

    private static int New(ParseResult parse)
    {
        var id = parse.GetRequiredValue(Id);
        var feed = parse.GetRequiredValue(Feed);
        if (id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') || !Uri.TryCreate(feed, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new UsageException("An id has lower-case letters, digits and hyphens (such as us-cnet); a feed has an http or https address.");
        }

        var file = Path.Combine(Session.CrawlersFolder(Settings.Read(parse.GetValue(CommonOptions.Config))), id + ".yaml");
        if (File.Exists(file))
        {
            throw new UsageException($"{file} is there already.");
        }

        File.WriteAllText(file, $"""
            # yaml-language-server: $schema=schema.json
            name: {url.Host}
            publisher: {url.Host}
            country: XX
            language: en
            kind: article
            official: false
            homepage: {url.GetLeftPart(UriPartial.Authority)}/
            discover:
              - feed: {url.AbsoluteUri}
            schedule: 1h
            yield:
              min: 1
              max: 200

            """);
        Output.Line($"{file} is written: fill in publisher, country and language, then try 'monitor crawl {id} --dry-run'.");
        return ExitCode.Done;
    }

    private static async Task<int> Record(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        var id = parse.GetRequiredValue(Id);
        var definition = session.Definitions.Crawlers.FirstOrDefault(c => c.Id == id) ?? throw new UsageException($"There is no definition '{id}'. See 'monitor crawlers list'.");
        using var store = new EvidenceStore(parse.GetRequiredValue(To));
        using var capturer = new Capturer(store, session.Get<TimeProvider>(), session.Options.Capturing);
        var failed = false;
        foreach (var url in definition.Discover.Select(r => r.Feed ?? r.List!))
        {
            var outcome = await capturer.Capture(new CaptureRequest(id, url, definition.LocalTestSource, TimeSpan.FromSeconds(definition.DelaySeconds)), cancel);
            failed |= outcome.State != CaptureState.Captured;
            Output.Line($"{url}: {outcome.State}{(outcome.Capture is { } capture ? $", {outcome.Payload.Length} bytes in {capture.WarcFile}" : $": {outcome.Message}")}");
        }

        return failed ? ExitCode.Failures : ExitCode.Done;
    }
}
