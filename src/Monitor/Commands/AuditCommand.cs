using System.CommandLine;
using Monitor.Cli;

namespace Monitor.Commands;

/// <summary><c>monitor audit</c>: what people changed, and whether that record is whole.</summary>
internal static class AuditCommand
{
    private static readonly Option<int> Limit = new("--limit") { Description = "Newest entries (default 50)", DefaultValueFactory = _ => 50, HelpName = "N" };
    private static readonly Option<string?> PersonOption = new("--person") { Description = "Only what this person did", HelpName = "NAME" };

    /// <summary>Commands that change what others rely on; <c>user</c> and <c>review</c> keep records of their own.</summary>
    private static readonly HashSet<string> Writing =
        ["alerts add", "alerts pause", "alerts resume", "sample", "archive import", "rebuild", "review add"];

    public static Command Create()
    {
        var list = new Command("list", "List what people changed, the newest first") { Limit, PersonOption };
        list.SetAction(List);
        var verify = new Command("verify", "Check the hash chain of the audit; names the first broken entry");
        verify.SetAction(Verify);
        return new Command("audit", "What people changed") { list, verify };
    }

    /// <summary>Writes a command that is done and changed something into the audit, with its words; none of these commands takes a secret.</summary>
    internal static void Record(ParseResult parse, IReadOnlyList<string> args)
    {
        var names = new List<string>();
        for (var command = parse.CommandResult; command?.Parent is System.CommandLine.Parsing.CommandResult parent; command = parent)
        {
            names.Insert(0, command.Command.Name);
        }

        var verb = string.Join(' ', names);
        var data = new Core.Pipeline.DataFolder(Session.DataOf(parse));
        if (Writing.Contains(verb) && File.Exists(data.Ledger))
        {
            Core.Ledger.Ledger.Open(data.Ledger, TimeProvider.System).Audit.Append(UserCommand.ThisUser, verb, string.Join(' ', args));
        }
    }

    private static async Task<int> List(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        foreach (var entry in session.Ledger.Audit.Latest(parse.GetValue(Limit), person: parse.GetValue(PersonOption)))
        {
            if (parse.GetValue(CommonOptions.Json))
            {
                Output.Json(entry);
            }
            else
            {
                Output.Line($"{entry.Sequence}  {entry.Time:u}  {entry.Person}  {entry.Via}  {entry.Action}  {entry.Subject}{(entry.Detail.Length > 0 ? $"  ({entry.Detail})" : "")}");
            }
        }

        return ExitCode.Done;
    }

    private static async Task<int> Verify(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var (broken, entries) = (session.Ledger.Audit.Verify(), session.Ledger.Audit.Count());
        if (parse.GetValue(CommonOptions.Json))
        {
            Output.Json(new { entries, sound = broken is null, fault = broken?.Message });
        }
        else
        {
            Output.Line(broken is null ? $"{entries} entries, each as it was written." : $"The chain is not as it was: {broken.Message}.");
        }

        return broken is null ? ExitCode.Done : ExitCode.Failures;
    }
}
