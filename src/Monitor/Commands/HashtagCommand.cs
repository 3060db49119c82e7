using System.CommandLine;
using System.Globalization;
using Monitor.Cli;
using Monitor.Core.Dossiers.Hashtags;
using Monitor.Core.Model;

namespace Monitor.Commands;

/// <summary><c>monitor hashtag</c>: who used a hashtag, when, and in which releases.</summary>
internal static class HashtagCommand
{
    private const int Shown = 10;
    private static readonly Argument<string> Tag = new("tag") { Description = "One hashtag, with or without #; quote it, since shells read # as the start of a comment" };

    public static Command Create()
    {
        var command = new Command("hashtag", "Show who used a hashtag, when, in which releases and spellings, and with what beside it") { Tag };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parse, CancellationToken cancel)
    {
        var (tag, error) = Hashtag.Read(parse.GetRequiredValue(Tag));
        if (tag is null)
        {
            throw new UsageException($"{error}.");
        }

        await using var session = Session.OpenExisting(parse);
        var dossier = await session.Get<HashtagBuilder>().Build(tag, cancel);
        if (parse.GetValue(CommonOptions.Json))
        {
            Output.Json(dossier);
        }
        else
        {
            Print(dossier);
        }

        return ExitCode.Done;
    }

    private static void Print(HashtagDossier d)
    {
        if (d.Uses == 0)
        {
            Output.Line($"#{d.Tag}: no post that is imported here has it");
        }
        else
        {
            Output.Line(Line($"#{d.Tag}: {Of(d.Uses, "use")} by {(d.Users.Complete ? "" : "more than ")}{Of(d.Users.Accounts, "account")}, {Time(d.First)} to {Time(d.Last)} (UTC)"));
            Output.Line(Line($"  {d.Kinds.Own:N0} own, {d.Kinds.Replies:N0} replies, {d.Kinds.Quotes:N0} quotes, {d.Kinds.Reposts:N0} reposts{(d.Untimed > 0 ? Line($"; {d.Untimed:N0} without a readable time") : "")}"));
            Output.Line($"  spelled {Counts(d.Spellings, "#")}");
        }

        Counts("  near spellings, not counted here: ", d.Near, "#");
        Counts("  languages: ", d.Languages, "");
        Counts("  clients: ", d.Clients, "");
        Counts("  beside it: ", d.Together, "#");
        if (d.Uses > 0)
        {
            Used(d);
        }

        Section(Line($"Documents ({d.Mentions.Documents:N0}) and claims ({d.Mentions.Claims:N0})"), d.Mentions.Oldest.Take(Shown).Select(h => $"{h.Date:yyyy-MM-dd}  {h.Id}  {h.Title}: {h.Text.ReplaceLineEndings(" ")}"));
        Section("What was searched", d.Scope.Sentences);
    }

    private static void Used(HashtagDossier d)
    {
        Section("Releases", d.Releases.Select(r => Line($"{r.Release}  {Of(r.Uses, "use")}, {Time(r.First)} to {Time(r.Last)}; first in {DossierText.Place(r.FirstRow)}")));
        Section("First uses", d.FirstUses.Select(u => Line($"{Time(u.Time)}  {u.AccountId}{(u.IsRepost ? " (repost)" : "")}  {u.Text.ReplaceLineEndings(" ")}\n      {DossierText.Place(u.Row)}")));
        Section("Accounts", d.Users.Most.Take(Shown).Select(u => Line($"{u.Uses,6:N0}  {u.AccountId}  {Name(u.Account)}  {Of(u.Reposts, "repost")}; {Time(u.First)} to {Time(u.Last)}; {u.Release}")));
        if (d.Users.Accounts > Shown)
        {
            Output.Line(Line($"  … {d.Users.Accounts - Shown:N0} more; --json gives {d.Users.Most.Count:N0}"));
        }

        if (d.Minutes.Minutes > 0)
        {
            Output.Line(Line($"\nSame minute\n  {d.Minutes.Minutes:N0} minutes with two accounts or more (at most {d.Minutes.Fullest:N0}); {d.Minutes.Accounts:N0} accounts shared two such minutes or more. Plain counts: a hashtag used much shares minutes by chance."));
            foreach (var pair in d.Minutes.Pairs.Take(Shown))
            {
                Output.Line(Line($"  {pair.Minutes,4:N0} minutes  {pair.One}  {pair.Other}"));
            }
        }
    }

    private static void Counts(string title, IReadOnlyList<ValueCount> values, string sign)
    {
        if (values.Count > 0)
        {
            Output.Line(title + Counts(values, sign));
        }
    }

    private static string Counts(IReadOnlyList<ValueCount> values, string sign) =>
        string.Join(", ", values.Take(Shown).Select(v => Line($"{(v.Value.Length > 0 ? sign + v.Value : "not given")} {v.Count:N0}"))) + (values.Count > Shown ? " …" : "");

    private static void Section(string title, IEnumerable<string> lines)
    {
        Output.Line($"\n{title}");
        foreach (var line in lines.DefaultIfEmpty("none"))
        {
            Output.Line("  " + line);
        }
    }

    private static string Of(long count, string noun) => Line($"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    private static string Name(Account? account) => account is null ? "" : account.Hashed ? "(name hidden)" : account.Handle.Length > 0 ? "@" + account.Handle : account.Name;

    private static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "not known";

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
