using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Archives;
using Monitor.Core.Linking;
using Monitor.Core.Model;

namespace Monitor.Commands.Eval;

/// <summary><c>monitor eval groups</c>: groups that accounts say they belong to, against read bios, and the traps.</summary>
internal static class EvalGroups
{
    /// <summary>A language with fewer gold pairs is shown without a goal: one error would decide.</summary>
    private const int LeastForLanguage = 15;

    private static readonly string[] Uncounted = ["family_role", "supporter_of_party_or_cause", "none"];

    /// <summary>Folders of the gold data with the releases that the bios are from.</summary>
    private static readonly string[] Releases = ["twitter-io", "russian-trolls/nbc"];

    private static readonly Option<bool> Strict = new("--strict") { Description = "Count what a second reader may see otherwise as an error" };
    private static readonly Option<bool> Wide = new("--wide") { Description = "Count outlets as journalists on both sides" };
    private static readonly Option<string> Out = new("--out") { Description = "Write Monitor's groups in the form that the scorer beside the data reads", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new Command("groups", "Groups named in bios, and the traps") { Strict, Wide, Out };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        var gold = GoldFolder.Of(parse);
        var (strict, wide) = (parse.GetValue(Strict), parse.GetValue(Wide));
        var rows = gold.Rows<BioGold>("links/bios.jsonl").ToList();
        var accounts = Accounts(gold, [.. rows.Select(r => r.Userid)]);
        var found = rows.Select(r => r.Userid).Distinct().ToDictionary(id => id, id => accounts.GetValueOrDefault(id) is { } account ? GroupFinder.InAccount(account) : null, StringComparer.Ordinal);
        if (parse.GetValue(Out) is { Length: > 0 } file)
        {
            File.WriteAllLines(file, found.Where(f => f.Value is { Groups.Count: > 0 }).Select(f => GoldFolder.Write(new { userid = f.Key, groups = f.Value!.Groups })));
        }

        var tally = new GroupTally(strict, wide);
        foreach (var row in rows)
        {
            tally.Add(row, found[row.Userid]?.Groups.Except(Uncounted) ?? [], Uncounted, accounts.GetValueOrDefault(row.Userid), found[row.Userid]);
        }

        var lost = rows.Count(r => r.BioState == "plain" && !accounts.ContainsKey(r.Userid));
        if (lost > 0)
        {
            Output.Note($"{lost} accounts with a plain bio are in none of the releases under {string.Join(", ", Releases)}; their groups count as missed.");
        }

        var figures = new List<Figure>(tally.Figures(LeastForLanguage));
        var errors = tally.Errors.ToList();
        if (gold.Has("links/traps.tsv"))
        {
            figures.Add(Traps(gold, errors));
        }

        Figures.Print(parse, figures);
        ErrorList.Print(parse, errors);
        return ExitCode.Done;
    }

    private static Dictionary<string, Account> Accounts(GoldFolder gold, HashSet<string> wanted)
    {
        var accounts = new Dictionary<string, Account>(StringComparer.Ordinal);
        var reader = new ArchiveReader();
        var release = new Release("gold", "Accounts of the gold data", "twitter");
        foreach (var file in Releases.Where(gold.Has).SelectMany(r => ArchiveReader.FindFiles([gold.At(r)]).Files).Where(f => reader.Detect(f)?.Format.Contains("user", StringComparison.OrdinalIgnoreCase) == true))
        {
            foreach (var account in reader.Read(release, 1, file).OfType<AccountRow>().Select(r => r.Account))
            {
                // Rows that lost their id are known by their handle.
                var key = wanted.Contains(account.UserId) ? account.UserId : "@" + account.Handle;
                if (wanted.Contains(key) && (!accounts.TryGetValue(key, out var known) || known.Bio.Length < account.Bio.Length))
                {
                    accounts[key] = account;
                }
            }
        }

        return accounts;
    }

    /// <summary>A trap is right when the expression alone gives what it is, and not what it looks like.</summary>
    private static Figure Traps(GoldFolder gold, List<EvalError> errors)
    {
        var (right, all) = (0, 0);
        foreach (var cells in gold.Lines("links/traps.tsv").Skip(1).Select(l => l.Split('\t')).Where(c => c.Length >= 6))
        {
            var account = new Account("gold:trap", "twitter", "trap", new("gold", 1, "links/traps.tsv", 1, 0)) { Bio = cells[1] };
            var found = GroupFinder.InAccount(account).Groups;
            var good = !(cells[2] != cells[3] && found.Contains(cells[2])) && (Uncounted.Contains(cells[3]) || cells[3].Length == 0 || found.Contains(cells[3]));
            (right, all) = (right + (good ? 1 : 0), all + 1);
            if (!good)
            {
                errors.Add(new("trap", $"{cells[0]}: {cells[1]}", $"{cells[3]}, looks like {cells[2]}", string.Join(", ", found), cells[5], 1));
            }
        }

        return new("traps", "", "right", all == 0 ? double.NaN : (double)right / all, 1, all);
    }
}

/// <summary>An account as a reader labelled it.</summary>
internal sealed record BioGold
{
    public string? Release { get; init; }

    public string Userid { get; init; } = "";

    public IReadOnlyList<string> Groups { get; init; } = [];

    public IReadOnlyList<string> Maybe { get; init; } = [];

    public string Language { get; init; } = "";

    public string? Evidence { get; init; }

    public string? Note { get; init; }

    public string? BioState { get; init; }
}
