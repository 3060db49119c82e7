using System.CommandLine;
using System.Net.Mail;
using Monitor.Cli;
using Monitor.Core.Alerting;
using Monitor.Core.Alerting.Channels;
using Monitor.Core.Model;
using Monitor.Core.Pipeline;

namespace Monitor.Commands;

/// <summary><c>monitor alerts</c>: saved searches and their messages.</summary>
internal static class AlertsCommand
{
    internal static readonly Argument<string> Id = new("id") { Description = "Id of the saved search: lower-case letters, digits, hyphens" };
    private static readonly Argument<string?> TestId = new("id") { Description = "Saved search whose latest matches are sent again, marked as a test", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> To = new("--to") { Description = "E-mail address for a message that checks the settings", HelpName = "ADDRESS" };

    public static Command Create()
    {
        var pause = new Command("pause", "Pause a saved search") { Id };
        pause.SetAction((parse, cancel) => SetPause(parse, "paused by hand"));
        var resume = new Command("resume", "Let a paused search run again, with mails where they were ended by one click") { Id };
        resume.SetAction((parse, cancel) => SetPause(parse, null));
        var list = new Command("list", "List saved searches and their newest messages");
        list.SetAction(List);
        var run = new Command("run", "Make and send the messages that are due");
        run.SetAction(RunDue);
        var retry = new Command("retry", "Let the messages of a search that were given up be sent once more, under the same Message-ID") { Id };
        retry.SetAction(Retry);
        var keys = new Command("keys", "Show the secrets of a search: its feed's address and what signs its webhook") { Id, NewFeed };
        keys.SetAction(Keys);
        var test = new Command("test", "Check the settings by one message to an address, or send a search's latest matches as a test") { TestId, To };
        test.SetAction(Test);
        return new Command("alerts", "Saved searches and their messages") { AlertsAddCommand.Create(), AlertsAddCommand.CreatePreview(), pause, resume, list, run, retry, keys, test };
    }

    private static readonly Option<bool> NewFeed = new("--new-feed") { Description = "Give the feed a new address; the old one is dead" };

    internal static void RequireAddress(string to)
    {
        if (!MailAddress.TryCreate(to, out _))
        {
            throw new UsageException($"'{to}' is no e-mail address.");
        }
    }

    private static SavedSearch Require(Session session, string id) =>
        session.Ledger.SavedSearches.Get(id) ?? throw new UsageException($"There is no saved search '{id}'. See 'monitor alerts list'.");

    private static async Task<int> SetPause(ParseResult parse, string? reason)
    {
        await using var session = Session.OpenExisting(parse);
        session.Ledger.SavedSearches.Pause(Require(session, parse.GetRequiredValue(Id)).Id, reason);
        return ExitCode.Done;
    }

    private static async Task<int> Retry(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var count = session.Ledger.Outbox.SendAgain(Require(session, parse.GetRequiredValue(Id)).Id);
        Output.Line($"{count} to be sent once more, with the next run.");
        return ExitCode.Done;
    }

    private static async Task<int> Keys(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var search = Require(session, parse.GetRequiredValue(Id));
        if (parse.GetValue(NewFeed))
        {
            session.Ledger.SavedSearches.RenewFeedKey(search.Id);
        }

        var keys = session.Ledger.SavedSearches.Keys(search.Id);
        var feed = search.Feed ? $"{session.Options.Mail.BaseUrl.TrimEnd('/')}/feeds/{keys.Feed}" : null;
        if (parse.GetValue(CommonOptions.Json))
        {
            Output.Json(new { search = search.Id, feed, webhookSecret = keys.Webhook });
            return ExitCode.Done;
        }

        Output.Line(feed is null ? "It has no feed: save it with --feed." : $"Feed: {feed}.atom, .rss or .json; whoever has this address can read it.");
        Output.Line($"Webhook secret: {keys.Webhook}");
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

            var ways = new[] { search.Mails ? search.Recipient : "", search.Webhook, search.Feed ? "a feed" : "" }.Where(w => w.Length > 0);
            Output.Line($"{search.Id}  “{search.Name}”  {search.Query}  in {search.In}, {AlertsAddCommand.When(search)}, to {string.Join(" and ", ways)}{(search.Paused is { } why ? $"  PAUSED: {why}" : "")}");
            foreach (var d in deliveries)
            {
                Output.Line($"    {d.Created:u}  {d.Channel}  {d.State}  {d.Matches.Count} matches  {d.MessageId}{(d.LastError is { } error ? $"  {error}" : "")}");
            }
        }

        return ExitCode.Done;
    }

    private static async Task<int> RunDue(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        if (await session.Get<Deliveries>().Run(cancel) is not { } report)
        {
            Output.Line("Another process is sending; nothing was done here.");
            return ExitCode.Done;
        }

        Output.Line($"{report.Sent} sent, {report.Waiting} to be tried again, {report.Failed} given up; by {session.Get<IAlertChannel>().Description}");
        return report.Waiting + report.Failed > 0 ? ExitCode.Failures : ExitCode.Done;
    }

    private static async Task<int> Test(ParseResult parse, CancellationToken cancel)
    {
        if (parse.GetValue(TestId) is null == parse.GetValue(To) is null)
        {
            throw new UsageException("Give either --to with an address, to check the settings, or the id of a saved search.");
        }

        return parse.GetValue(TestId) is { } id ? await TestSearch(parse, id, cancel) : await TestSettings(parse, parse.GetValue(To)!, cancel);
    }

    private static async Task<int> TestSettings(ParseResult parse, string to, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        RequireAddress(to);
        using var mail = new MailMessage(session.Options.Mail.From, to, "Monitor: test message", "This message was sent by 'monitor alerts test'. If you can read it, alerts arrive.\n");
        var outcome = await session.Get<IAlertChannel>().Send(mail, "test", cancel);
        Output.Line($"{session.Get<IAlertChannel>().Description}: {Words(outcome)}");
        return outcome.State == SendState.Accepted ? ExitCode.Done : ExitCode.Failures;
    }

    private static async Task<int> TestSearch(ParseResult parse, string id, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var outcomes = await session.Get<Deliverer>().Test(Require(session, id), cancel);
        foreach (var (channel, outcome) in outcomes)
        {
            Output.Line($"{channel}: {Words(outcome)}");
        }

        if (outcomes.Count == 0)
        {
            Output.Line("It is told by its feed only, which needs no sending; see 'monitor alerts keys'.");
        }

        return outcomes.All(o => o.Outcome.State == SendState.Accepted) ? ExitCode.Done : ExitCode.Failures;
    }

    private static string Words(SendOutcome outcome) => $"{outcome.State}{(outcome.Message.Length > 0 ? $": {outcome.Message}" : "")}";
}
