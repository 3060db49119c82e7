using System.CommandLine;
using System.Globalization;
using Monitor.Cli;
using Monitor.Core.Alerting;
using Monitor.Core.Alerting.Channels;
using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Commands;

/// <summary><c>monitor alerts add</c> and <c>preview</c>: saves a search, and says before how often it would have been told.</summary>
internal static class AlertsAddCommand
{
    private static readonly Option<string> Query = new("--query") { Description = "A query as for 'monitor search'", Required = true, HelpName = "Q" };
    private static readonly Option<string> To = new("--to") { Description = "E-mail address", DefaultValueFactory = _ => "", HelpName = "ADDRESS" };
    private static readonly Option<string> Webhook = new("--webhook") { Description = "Address that signed messages are posted to", DefaultValueFactory = _ => "", HelpName = "URL" };
    private static readonly Option<bool> Feed = new("--feed") { Description = "Can be read as Atom, RSS and JSON Feed; 'alerts keys' shows the address" };
    private static readonly Option<string> Name = new("--name") { Description = "Name in subjects (default: the id)" };
    private static readonly Option<string> Owner = new("--owner") { Description = "Who is told when messages do not arrive", DefaultValueFactory = _ => "" };
    private static readonly Option<string> In = new("--in") { Description = "claims (default), documents, statements, accounts or evidence", DefaultValueFactory = _ => SavedSearchKinds.Claims };
    private static readonly Option<Rhythm> RhythmOption = new("--rhythm") { Description = "atOnce (default), hourly, daily or weekly" };
    private static readonly Option<string> At = new("--at") { Description = "Local time of daily and weekly messages, such as 08:00 (default)", DefaultValueFactory = _ => "08:00", HelpName = "HH:MM" };
    private static readonly Option<string> Zone = new("--zone") { Description = "Time zone of that time, such as Europe/Madrid (default UTC)", DefaultValueFactory = _ => "UTC" };
    private static readonly Option<DayOfWeek> Day = new("--day") { Description = "Day of weekly messages (default monday)", DefaultValueFactory = _ => DayOfWeek.Monday };
    private static readonly Option<string> Language = new("--language") { Description = "Language of the messages: en (default), fa, es or fr", DefaultValueFactory = _ => "en" };
    private static readonly Option<string?> Expires = new("--expires") { Description = "Last day, in that time zone", HelpName = "YYYY-MM-DD" };
    private static readonly Option<bool> NothingNew = new("--nothing-new") { Description = "Daily and weekly: a message also when nothing is new" };
    private static readonly Option<int> StormLimit = new("--storm-limit") { Description = "At once: above so many matches in an hour one digest an hour (default 30, 0 for no limit)", DefaultValueFactory = _ => 30 };

    public static Command Create()
    {
        In.AcceptOnlyFromAmong([.. SavedSearchKinds.All]);
        RhythmOption.AcceptOnlyFromAmong("atOnce", "hourly", "daily", "weekly");
        var add = new Command("add", "Save a search, or change the one with this id")
        {
            AlertsCommand.Id, Query, To, Webhook, Feed, Name, Owner, In, RhythmOption, At, Zone, Day, Language, Expires, NothingNew, StormLimit,
        };
        add.SetAction(Add);
        return add;
    }

    public static Command CreatePreview()
    {
        var preview = new Command("preview", "How often a search would have matched in the last 30 days") { Query, In };
        preview.SetAction(Preview);
        return preview;
    }

    /// <summary>The rhythm in words.</summary>
    public static string When(SavedSearch s) => s.Rhythm switch
    {
        Rhythm.Daily => $"daily at {s.At:HH\\:mm} {s.Zone}",
        Rhythm.Weekly => $"every {s.Day} at {s.At:HH\\:mm} {s.Zone}",
        Rhythm.Hourly => "hourly",
        _ => "at once",
    };

    private static async Task<int> Add(ParseResult parse, CancellationToken cancel)
    {
        var query = SearchCommand.Parse(parse.GetRequiredValue(Query));
        var id = parse.GetRequiredValue(AlertsCommand.Id);
        if (id.Length == 0 || id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
        {
            throw new UsageException($"'{id}' is no id: use lower-case letters, digits and hyphens.");
        }

        if (!TimeOnly.TryParseExact(parse.GetValue(At), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            throw new UsageException($"'{parse.GetValue(At)}' is no time of day: write it as 08:00.");
        }

        await using var session = Session.Open(parse);
        var now = session.Get<TimeProvider>().GetUtcNow();
        var search = new SavedSearch(
            id, parse.GetValue(Name) ?? id, parse.GetRequiredValue(Query), parse.GetValue(In)!, parse.GetValue(To)!, parse.GetValue(RhythmOption), now)
        {
            Owner = parse.GetValue(Owner)!,
            Webhook = parse.GetValue(Webhook)!,
            Feed = parse.GetValue(Feed),
            At = at,
            Zone = parse.GetValue(Zone)!,
            Day = parse.GetValue(Day),
            Language = parse.GetValue(Language)!,
            Expires = LastDay(parse.GetValue(Expires), parse.GetValue(Zone)!),
            NothingNew = parse.GetValue(NothingNew),
            StormLimit = parse.GetValue(StormLimit),
        };
        if (SavedSearchRules.Fault(search, session.Get<WebhookChannel>(), now) is { } fault)
        {
            throw new UsageException($"Not saved. {fault}.");
        }

        session.Ledger.SavedSearches.Put(search);
        var preview = await SearchPreview.Of(session.Get<ICorpus>(), query, search.In, now, cancel);
        Output.Line($"Saved. What comes in from now on is matched; mails leave by {session.Get<IAlertChannel>().Description}. {Told(preview)}");
        return ExitCode.Done;
    }

    private static async Task<int> Preview(ParseResult parse, CancellationToken cancel)
    {
        var query = SearchCommand.Parse(parse.GetRequiredValue(Query));
        await using var session = Session.OpenExisting(parse);
        var preview = await SearchPreview.Of(session.Get<ICorpus>(), query, parse.GetValue(In)!, session.Get<TimeProvider>().GetUtcNow(), cancel);
        if (parse.GetValue(CommonOptions.Json))
        {
            Output.Json(new { SearchPreview.Days, matches = preview?.Matches, all = preview?.All });
        }
        else
        {
            Output.Line(Told(preview));
        }

        return ExitCode.Done;
    }

    private static string Told(SearchPreview? preview) => preview is null
        ? "How often it would have been told is not known: changes of the evidence are recorded only while somebody follows them."
        : $"It would have matched {preview.Matches} in the last {SearchPreview.Days} days, and {preview.All} of any time.";

    /// <summary>The end of a day in a zone; null when none is given.</summary>
    private static DateTimeOffset? LastDay(string? day, string zone)
    {
        if (day is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? AlertSchedule.EndOf(date, zone)
            : throw new UsageException($"'{day}' is no day: write it as 2026-12-31.");
    }
}
