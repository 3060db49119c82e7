using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Evidence;
using Monitor.Core.Model;
using Monitor.Core.Pipeline;

namespace Monitor.Commands;

/// <summary><c>monitor archive</c>: releases.</summary>
internal static class ArchiveCommand
{
    private static readonly Argument<string[]> Paths = new("path") { Description = "Files (csv, csv.gz, zip) and folders", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> ReleaseOption = new("--release") { Description = "Release of the catalogue that they belong to; told by their names when left out", HelpName = "ID" };
    private static readonly Argument<string> Id = new("id") { Description = "Release id" };

    public static Command Create()
    {
        var import = new Command("import", "Keep the files of a release and read them into the corpus") { Paths, ReleaseOption };
        import.SetAction(Import);
        var list = new Command("list", "List the releases: announced and received");
        list.SetAction(List);
        var show = new Command("show", "Show one release") { Id };
        show.SetAction(Show);
        var diff = new Command("diff", "Compare the accounts of two versions of a release (the newest two when none is named)") { Id, ArchiveDiff.From, ArchiveDiff.To };
        diff.SetAction(ArchiveDiff.Run);
        var verify = new Command("verify", "Hash every kept file again and name what is not as it was") { Id };
        verify.SetAction(Verify);
        return new Command("archive", "Import, list, show, compare and verify releases") { import, list, show, diff, verify };
    }

    /// <summary>The catalogue's entry, or a usage error.</summary>
    internal static Release InCatalogue(DefinitionBook book, string id) =>
        book.Releases.FirstOrDefault(r => r.Id == id)
        ?? throw new UsageException($"There is no release '{id}' in the catalogue ({Path.Combine(book.Folder, "releases")}). See 'monitor archive list', or add {id}.yaml there.");

    private static async Task<int> Import(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        var paths = parse.GetRequiredValue(Paths);
        if (Array.Find(paths, p => !File.Exists(p) && !Directory.Exists(p)) is { } missing)
        {
            throw new UsageException($"There is no file or folder '{missing}'.");
        }

        if (Array.Find(paths, p => Directory.Exists(p) && !Directory.EnumerateFiles(p, "*", SearchOption.AllDirectories).Any()) is { } empty)
        {
            throw new UsageException($"The folder '{empty}' holds no file.");
        }

        var release = parse.GetValue(ReleaseOption) is { } id ? InCatalogue(session.Definitions, id) : ByFileNames(session.Definitions, paths);
        await session.Get<Catalogue>().Put(cancel);
        using var bar = new ImportProgressBar();
        var reports = await session.Get<ReleaseImport>().Run(release, paths, bar, cancel);
        bar.Done();
        foreach (var report in reports)
        {
            Print(parse, report);
        }

        var linked = await session.Get<Relink>().RunIfDue(new LineProgress<int>(n => $"{n} claims linked anew", every: 1_000), cancel);
        if (linked > 0)
        {
            Output.Note($"{linked} claims were linked anew.");
        }

        return reports.Any(r => r.Counts.Quarantined > 0) || reports.All(r => r.Format.Length == 0) ? ExitCode.Failures : ExitCode.Done;
    }

    /// <summary>The one release whose catalogue entry lists a file of this name.</summary>
    private static Release ByFileNames(DefinitionBook book, string[] paths)
    {
        var names = paths.SelectMany(p => Directory.Exists(p) ? Directory.EnumerateFiles(p, "*", SearchOption.AllDirectories) : [p]).Select(Path.GetFileName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var releases = book.Releases.Where(r => r.FileNames.Any(f => names.Contains(Path.GetFileName(f)))).ToList();
        return releases.Count == 1
            ? releases[0]
            : throw new UsageException(releases.Count == 0
                ? "No release of the catalogue lists a file of these names: say which one it is with --release ID (see 'monitor archive list')."
                : $"These names are those of {string.Join(", ", releases.Select(r => r.Id))}: say which one it is with --release ID.");
    }

    private static void Print(ParseResult parse, ImportReport r)
    {
        var c = r.Counts;
        if (parse.GetValue(CommonOptions.Json))
        {
            Output.Json(new { r.Release, r.Version, r.File, r.Format, c.Rows, c.Accounts, c.Posts, c.Events, c.Added, c.Changed, c.Unchanged, c.Quarantined, c.Hashed, c.Plain, Seconds = Math.Round(r.Seconds, 3) });
        }
        else if (r.Format.Length == 0 && c.Rows == 0)
        {
            Output.Line($"{r.File}: kept, not imported: it is no table of a known format");
        }
        else
        {
            Output.Line($"{r.File} ({r.Format}): {c.Rows} rows = {c.Accounts} accounts ({c.Hashed} hashed, {c.Plain} plain) + {c.Posts} posts + {c.Events} events + {c.Quarantined} quarantined");
            Output.Line($"    {c.Added} new, {c.Changed} changed, {c.Unchanged} unchanged{(c.OnlyNamed > 0 ? $"; {c.OnlyNamed} accounts are known only by these posts" : "")}; release {r.Release}, version {r.Version}; {r.Seconds:0.0} s{(c.Quarantined > 0 ? "; see 'monitor archive show " + r.Release + "' for the quarantined rows" : "")}");
        }
    }

    private static async Task<int> List(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        foreach (var r in await session.Get<Catalogue>().All(cancel))
        {
            var version = r.Versions.Count > 0 ? r.Versions[^1] : null;
            if (parse.GetValue(CommonOptions.Json))
            {
                Output.Json(r);
            }
            else
            {
                var announced = r.AnnouncedCounts.FirstOrDefault(c => c.Of == "accounts");
                Output.Line($"{r.Id,-32} {r.Announced,-11} announced {announced?.Value,6}  received {(version is null ? "-" : version.Accounts),6}  {r.Title}");
            }
        }

        return CrawlersCommand.NoteErrors(session.Definitions.Errors) ? ExitCode.Failures : ExitCode.Done;
    }

    private static async Task<int> Show(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        var id = parse.GetRequiredValue(Id);
        var release = (await session.Get<Catalogue>().All(cancel)).FirstOrDefault(r => r.Id == id) ?? InCatalogue(session.Definitions, id);
        if (parse.GetValue(CommonOptions.Json))
        {
            Output.Json(release);
            return ExitCode.Done;
        }

        Output.Line($"{release.Title}\n  {release.Platform}; {string.Join(", ", release.Countries)}; announced {release.Announced}\n  {release.Source}\n  {release.Citation}\n  {release.Description}");
        foreach (var count in release.AnnouncedCounts)
        {
            Output.Line($"  announced: {count.Qualifier} {count.Value} {count.Of}{(count.On is { } on ? $" on {on}" : "")}{(count.Sure ? "" : " (not sure)")}");
        }

        foreach (var unsure in release.Unsure)
        {
            Output.Line($"  not sure: {unsure}");
        }

        foreach (var version in release.Versions)
        {
            Output.Line($"  version {version.Number}: {version.Accounts} accounts ({version.HashedAccounts} hashed), {version.Posts} posts, {version.Quarantined} quarantined; imported {version.Imported:u}");
            foreach (var file in version.Files)
            {
                Output.Line($"    {file.Name}  {file.Format}  {file.Rows} rows  {file.Bytes} bytes  sha256 {file.Sha256}");
            }
        }

        await ReleaseFactsText.Print(session, id, cancel);
        foreach (var issue in session.Ledger.Issues.Open(id))
        {
            Output.Line($"  {issue.Kind} {issue.Place}: {issue.Message}");
        }

        return ExitCode.Done;
    }

    private static async Task<int> Verify(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        var faults = session.Get<ReleaseStore>().Verify(parse.GetRequiredValue(Id));
        foreach (var fault in faults)
        {
            Output.Line(fault);
        }

        Output.Line(faults.Count == 0 ? "Every kept file has the SHA-256 of its import." : $"{faults.Count} faults.");
        return faults.Count == 0 ? ExitCode.Done : ExitCode.Failures;
    }
}
