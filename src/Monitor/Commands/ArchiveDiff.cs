using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Archives;
using Monitor.Core.Evidence;
using Monitor.Core.Model;

namespace Monitor.Commands;

/// <summary><c>monitor archive diff</c>: which accounts two versions of a release show differently, read from the kept files.</summary>
internal static class ArchiveDiff
{
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

        var reader = session.Get<ArchiveReader>();
        var (older, newer) = (Accounts(reader, release, old), Accounts(reader, release, current));
        var lines = newer.Keys.Except(older.Keys).Select(a => (What: "added", Account: a))
            .Concat(older.Keys.Except(newer.Keys).Select(a => (What: "removed", Account: a)))
            .Concat(older.Keys.Intersect(newer.Keys).Where(a => !Same(older[a], newer[a])).Select(a => (What: "changed", Account: a)));
        foreach (var (what, account) in lines.OrderBy(l => l.What, StringComparer.Ordinal).ThenBy(l => l.Account, StringComparer.Ordinal))
        {
            var reviews = session.Ledger.Reviews.Of(account).Select(r => r.Sequence).ToList();
            if (parse.GetValue(CommonOptions.Json))
            {
                Output.Json(new { account, what, from, to, reviews });
            }
            else
            {
                Output.Line($"{what,-8} {account}{(reviews.Count > 0 ? $"  (reviewed: entries {string.Join(", ", reviews)} rest on the older row)" : "")}");
            }
        }

        Output.Note($"version {from}: {older.Count} accounts; version {to}: {newer.Count}");
        return ExitCode.Done;
    }

    private static bool Same(Account a, Account b) => Output.Canonical(a with { Source = b.Source }) == Output.Canonical(b);

    private static Dictionary<string, Account> Accounts(ArchiveReader reader, Release release, KeptRelease kept) => kept.Files
        .SelectMany(f => ArchiveReader.FindIn(f.Name, f.Path).Files)
        .SelectMany(t => reader.Read(release, kept.Version, t))
        .OfType<AccountRow>()
        .GroupBy(r => r.Account.Id, r => r.Account)
        .ToDictionary(g => g.Key, g => g.First());
}
