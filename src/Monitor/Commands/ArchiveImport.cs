using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Archives;
using Monitor.Core.Definitions;
using Monitor.Core.Model;
using Monitor.Core.Pipeline;

namespace Monitor.Commands;

/// <summary><c>monitor archive import</c>: keeps the files of a release and reads them.</summary>
internal static class ArchiveImport
{
    private static readonly Argument<string[]> Paths = new("path") { Description = "Files (csv, tsv, also in gz; zip) and folders; media are indexed, not copied", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> ReleaseOption = new("--release") { Description = "Release of the catalogue that they belong to; told by their names when left out", HelpName = "ID" };
    private static readonly Option<string[]> Mapping = new("--mapping") { Description = "Mapping of tables without a format of their own (see crawlers/README.md); kept with the release. May be repeated", HelpName = "FILE" };
    private static readonly Option<string> EncodingOption = new("--encoding") { Description = "Encoding of the files, when it is not UTF-8, such as windows-1256", HelpName = "NAME" };

    public static Command Create()
    {
        var import = new Command("import", "Keep the files of a release and read them into the corpus") { Paths, ReleaseOption, Mapping, EncodingOption };
        import.SetAction(Run);
        return import;
    }

    private static async Task<int> Run(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        var paths = parse.GetRequiredValue(Paths);
        var (mappings, encoding) = (parse.GetValue(Mapping) ?? [], parse.GetValue(EncodingOption));
        Check(paths, mappings, encoding);
        var release = parse.GetValue(ReleaseOption) is { } id ? ArchiveCommand.InCatalogue(session.Definitions, id) : ByFileNames(session.Definitions, paths);
        await session.Get<Catalogue>().Put(cancel);
        using var bar = new ImportProgressBar();
        var reports = await session.Get<ReleaseImport>().Run(release, paths, bar, mappings, encoding, cancel);
        bar.Done();
        var balance = ReleaseBalance.In(await session.Corpus.Release(release.Id, cancel) ?? release);
        foreach (var report in reports)
        {
            Print(parse, report, balance);
        }

        if (!parse.GetValue(CommonOptions.Json))
        {
            Sum(reports, balance);
        }

        var linked = await session.Get<Relink>().RunIfDue(new LineProgress<int>(n => $"{n} claims linked anew", every: 1_000), cancel);
        if (linked > 0)
        {
            Output.Note($"{linked} claims were linked anew.");
        }

        return reports.Any(r => r.Counts.Quarantined > 0) || reports.All(r => r.Format.Length == 0 && !r.Expected) ? ExitCode.Failures : ExitCode.Done;
    }

    private static void Check(string[] paths, string[] mappings, string? encoding)
    {
        if (Array.Find(paths.Concat(mappings).ToArray(), p => !File.Exists(p) && !Directory.Exists(p)) is { } missing)
        {
            throw new UsageException($"There is no file or folder '{missing}'.");
        }

        if (Array.Find(paths, p => Directory.Exists(p) && !Directory.EnumerateFiles(p, "*", SearchOption.AllDirectories).Any()) is { } empty)
        {
            throw new UsageException($"The folder '{empty}' holds no file.");
        }

        if (encoding is not null && !ArchiveReader.KnowsEncoding(encoding))
        {
            throw new UsageException($"'{encoding}' is no encoding that is known here: write a name such as utf-8, windows-1256 or iso-8859-1.");
        }

        var errors = mappings.SelectMany(m => TableMappings.LoadFile(m).Errors).ToList();
        if (errors.Count > 0)
        {
            throw new UsageException(string.Join('\n', errors));
        }
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

    private static void Print(ParseResult parse, ImportReport r, IReadOnlyList<ReleaseBalance> balance)
    {
        var c = r.Counts;
        var (missing, unused) = (r.Detection?.Missing ?? [], r.Detection?.Unknown ?? []);
        if (parse.GetValue(CommonOptions.Json))
        {
            Output.Json(new
            {
                r.Release,
                r.Version,
                r.File,
                r.Format,
                c.Rows,
                c.Accounts,
                c.Posts,
                c.Events,
                c.Added,
                c.Changed,
                c.Unchanged,
                c.Quarantined,
                c.Hashed,
                c.Plain,
                Seconds = Math.Round(r.Seconds, 3),
                Missing = missing,
                Unused = unused,
                Delimiter = r.Detection?.Delimiter,
                r.Detection?.Encoding,
                r.Note,
                Announced = balance,
            });
            return;
        }

        if (r.Format.Length == 0 && c.Rows == 0)
        {
            Output.Line($"{r.File}: kept, not imported: {r.Note}");
            return;
        }

        Output.Line($"{r.File} ({(r.Format.Length == 0 ? "no known table" : r.Format)}): {c.Rows} rows = {c.Accounts} accounts ({c.Hashed} hashed, {c.Plain} plain) + {c.Posts} posts + {c.Events} events + {c.Quarantined} quarantined");
        if (r.Detection is { } told)
        {
            var how = told is { Delimiter: ',', Encoding: "utf-8" } ? "" : $", separated by {(told.Delimiter == '\t' ? "tabs" : $"'{told.Delimiter}'")}, {told.Encoding}";
            Output.Line($"    {told.Columns} columns{how}{(missing.Count > 0 ? $"; lacks {string.Join(", ", missing)}" : "")}{(unused.Count > 0 ? $"; not imported: {string.Join(", ", unused)}" : "")}");
        }

        Output.Line($"    {c.Added} new, {c.Changed} {(r.Version > 1 ? $"changed or told anew by version {r.Version} ('monitor archive diff {r.Release}' tells them apart)" : "changed")}, {c.Unchanged} unchanged{(c.OnlyNamed > 0 ? $"; {c.OnlyNamed} accounts are known only by these posts" : "")}; release {r.Release}, version {r.Version}; {r.Seconds:0.0} s{(c.Quarantined > 0 ? "; see 'monitor archive show " + r.Release + "' for the quarantined rows" : "")}");
    }

    private static void Sum(IReadOnlyList<ImportReport> reports, IReadOnlyList<ReleaseBalance> balance)
    {
        var sum = reports.Select(r => r.Counts).Aggregate(new ImportCounts(), (a, b) => a + b);
        if (reports.Count > 1)
        {
            Output.Line($"Together: {sum.Rows} rows = {sum.Accounts} accounts + {sum.Posts} posts + {sum.Events} events + {sum.Quarantined} quarantined.");
        }

        foreach (var line in balance)
        {
            Output.Line($"{line.Text}.");
        }
    }
}
