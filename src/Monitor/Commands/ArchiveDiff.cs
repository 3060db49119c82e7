using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Archives;
using Monitor.Core.Evidence;
using Monitor.Core.Model;
using Monitor.Core.Reviews;

namespace Monitor.Commands;

/// <summary><c>monitor archive diff</c>: what two versions of a release show differently, read from the kept files, and which reviews lean on what changed.</summary>
internal static class ArchiveDiff
{
    /// <summary>Longest value shown on a line; JSON has it whole.</summary>
    private const int ShownLetters = 80;

    public static Option<int?> From { get; } = new("--from") { Description = "Older version", HelpName = "N" };

    public static Option<int?> To { get; } = new("--to") { Description = "Newer version", HelpName = "N" };

    public static async Task<int> Run(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var id = parse.GetRequiredValue<string>("id");
        var release = await session.Corpus.Release(id, cancel) ?? ArchiveCommand.InCatalogue(session.Definitions, id);
        var versions = session.Get<ReleaseStore>().All().Where(k => k.ReleaseId == release.Id).ToDictionary(k => k.Version);
        if (versions.Count == 0)
        {
            throw new UsageException($"No files of '{release.Id}' were imported.");
        }

        var to = parse.GetValue(To) ?? versions.Keys.Max();
        var from = parse.GetValue(From) ?? to - 1;
        if (!versions.TryGetValue(from, out var old) || !versions.TryGetValue(to, out var current))
        {
            throw new UsageException($"'{release.Id}' has the versions {string.Join(", ", versions.Keys.Order())}; {from} and {to} were to be compared.");
        }

        var reliance = new ReviewReliance(session.Ledger.Reviews.All(), versions, old, current);
        var difference = new VersionComparison(session.Get<ArchiveReader>(), release).Compare(old, current, reliance.Rows);
        foreach (var change in difference.Accounts)
        {
            Print(parse, "account", change, from, to, reliance.On(change.Record, change.OldRow));
        }

        foreach (var change in difference.Rows)
        {
            Print(parse, "record", change, from, to, reliance.On(null, change.OldRow));
        }

        Output.Note($"version {from}: {difference.Old.Accounts} accounts, {difference.Old.Posts} posts; version {to}: {difference.New.Accounts} accounts, {difference.New.Posts} posts");
        Output.Note($"{string.Join(", ", ((string[])["added", "removed", "changed"]).Select(w => $"{difference.Accounts.Count(c => c.What == w)} {w}"))}. What version {to} lacks stays in the corpus with the flag not-in-version-{to}.");
        return ExitCode.Done;
    }

    private static void Print(ParseResult parse, string kind, RecordChange change, int from, int to, IReadOnlyList<Reliance> reviews)
    {
        if (parse.GetValue(CommonOptions.Json))
        {
            var record = new Dictionary<string, object?>
            {
                [kind] = change.Record,
                ["what"] = change.What,
                ["from"] = from,
                ["to"] = to,
                ["oldRow"] = change.OldRow,
                ["newRow"] = change.NewRow,
                ["fields"] = change.Fields,
                ["reviews"] = reviews,
            };
            Output.Json(record);
            return;
        }

        Output.Line($"{change.What,-8} {change.Record}  {string.Join(" → ", new[] { change.OldRow, change.NewRow }.OfType<RowRef>().Select(EvidenceReference.Of))}");
        foreach (var field in change.Fields)
        {
            Output.Line($"           {field.Field}: {Shown(field.Old)} → {Shown(field.New)}");
        }

        foreach (var review in reviews)
        {
            Output.Line($"         ! review {review.Sequence} “{review.Verdict}” by {review.Reviewer} {review.Why}: look at it again");
        }
    }

    private static string Shown(string value)
    {
        var line = value.ReplaceLineEndings(" ");
        return line.Length == 0 ? "(empty)" : line.Length > ShownLetters ? line[..ShownLetters] + "…" : line;
    }
}
