using System.CommandLine;
using System.Net.Mail;
using Monitor.Cli;
using Monitor.Core.Alerting;
using Monitor.Core.Model;

namespace Monitor.Commands;

/// <summary><c>monitor alerts</c>: saved searches and their messages.</summary>
internal static class AlertsCommand
{
    private static readonly Argument<string> Id = new("id") { Description = "Id of the saved search: lower-case letters, digits, hyphens" };
    private static readonly Option<string> Query = new("--query") { Description = "A query as for 'monitor search'", Required = true, HelpName = "Q" };
    private static readonly Option<string> To = new("--to") { Description = "E-mail address", Required = true, HelpName = "ADDRESS" };
    private static readonly Option<string> Name = new("--name") { Description = "Name in subjects (default: the id)" };
    private static readonly Option<string> In = new("--in") { Description = "claims (default) or documents", DefaultValueFactory = _ => "claims" };
    private static readonly Option<Rhythm> RhythmOption = new("--rhythm") { Description = "atOnce (default), hourly, daily or weekly" };

    public static Command Create()
    {
        In.AcceptOnlyFromAmong("claims", "documents");
        RhythmOption.AcceptOnlyFromAmong("atOnce", "hourly", "daily", "weekly");
        var add = new Command("add", "Save a search, or change the one with this id") { Id, Query, To, Name, In, RhythmOption };
        add.SetAction(Add);
        var pause = new Command("pause", "Pause a saved search") { Id };
        pause.SetAction((parse, cancel) => SetPause(parse, "paused by hand"));
        var resume = new Command("resume", "Let a paused search run again") { Id };
        resume.SetAction((parse, cancel) => SetPause(parse, null));
        var list = new Command("list", "List saved searches and their newest messages");
        list.SetAction(List);
        var run = new Command("run", "Make and send the messages that are due");
        run.SetAction(RunDue);
        var test = new Command("test", "Send one test message with the configured settings") { To };
        test.SetAction(Test);
        return new Command("alerts", "Saved searches and their messages") { add, pause, resume, list, run, test };
    }

    private static async Task<int> Add(ParseResult parse, CancellationToken cancel)
    {
        SearchCommand.Parse(parse.GetRequiredValue(Query));
        var (id, to) = (parse.GetRequiredValue(Id), parse.GetRequiredValue(To));
        RequireAddress(to);

        if (id.Length == 0 || id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
        {
            throw new UsageException($"'{id}' is no id: use lower-case letters, digits and hyphens.");
        }

        await using var session = Session.Open(parse);
        session.Ledger.SavedSearches.Put(new SavedSearch(
            id, parse.GetValue(Name) ?? id, parse.GetRequiredValue(Query), parse.GetValue(In)!, to, parse.GetValue(RhythmOption), session.Get<TimeProvider>().GetUtcNow()));
        Output.Line($"Saved. Claims and documents that come in from now on are matched; messages leave by {session.Get<IAlertChannel>().Description}.");
        return ExitCode.Done;
    }

    private static void RequireAddress(string to)
    {
        if (!MailAddress.TryCreate(to, out _))
        {
            throw new UsageException($"'{to}' is no e-mail address.");
        }
    }

    private static async Task<int> SetPause(ParseResult parse, string? reason)
    {
        await using var session = Session.OpenExisting(parse);
        var id = parse.GetRequiredValue(Id);
        if (session.Ledger.SavedSearches.Get(id) is null)
        {
            throw new UsageException($"There is no saved search '{id}'. See 'monitor alerts list'.");
        }

        session.Ledger.SavedSearches.Pause(id, reason);
        return ExitCode.Done;
    }

    private static async Task<int> List(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        foreach (var search in session.Ledger.SavedSearches.All())
        {
            var deliveries = session.Ledger.Outbox.Latest(search.Id, 5);
            if (parse.GetValue(CommonOptions.Json))
            {
                Output.Json(new { search, deliveries });
                continue;
            }

            Output.Line($"{search.Id}  “{search.Name}”  {search.Query}  in {search.In}, {search.Rhythm}, to {search.Recipient}{(search.Paused is { } why ? $"  PAUSED: {why}" : "")}");
            foreach (var d in deliveries)
            {
                Output.Line($"    {d.Created:u}  {d.State}  {d.Matches.Count} matches  {d.MessageId}{(d.LastError is { } error ? $"  {error}" : "")}");
            }
        }

        return ExitCode.Done;
    }

    private static async Task<int> RunDue(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var report = await session.Get<Deliverer>().Run(cancel);
        Output.Line($"{report.Sent} sent, {report.Waiting} to be tried again, {report.Failed} given up; by {session.Get<IAlertChannel>().Description}");
        return report.Waiting + report.Failed > 0 ? ExitCode.Failures : ExitCode.Done;
    }

    private static async Task<int> Test(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        RequireAddress(parse.GetRequiredValue(To));
        using var mail = new MailMessage(session.Options.Mail.From, parse.GetRequiredValue(To), "Monitor: test message", "This message was sent by 'monitor alerts test'. If you can read it, alerts arrive.\n");
        var outcome = await session.Get<IAlertChannel>().Send(mail, "test", cancel);
        Output.Line($"{session.Get<IAlertChannel>().Description}: {outcome.State}{(outcome.Message.Length > 0 ? $": {outcome.Message}" : "")}");
        return outcome.State == SendState.Accepted ? ExitCode.Done : ExitCode.Failures;
    }
}
