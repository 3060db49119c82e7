using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Corpus;
using Monitor.Core.Dossiers;
using Monitor.Core.Model;

namespace Monitor.Commands;

/// <summary><c>monitor account</c>: the dossier of an account.</summary>
internal static class AccountCommand
{
    private static readonly Argument<string> Id = new("account") { Description = "Account id (platform:userid), user id as in the release, or @handle" };

    public static Command Create()
    {
        var command = new Command("account", "Show the evidence on both sides about an archived account") { Id };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var ids = await Ids(session.Corpus, parse.GetRequiredValue(Id), cancel);
        if (ids.Count == 0)
        {
            Output.Note($"No account '{parse.GetValue(Id)}' among {(await session.Corpus.Counts(cancel)).GetValueOrDefault(RecordKind.Account)} imported accounts. " +
                "A handle that the publisher hashed cannot be found by its plain spelling; see 'monitor archive list' for what is not imported.");
            return ExitCode.Failures;
        }

        foreach (var id in ids)
        {
            var dossier = (await session.Get<DossierBuilder>().Build(id, cancel))!;
            var links = await session.Corpus.Links(id, cancel: cancel);
            if (parse.GetValue(CommonOptions.Json))
            {
                Output.Json(Shape(dossier, links));
            }
            else
            {
                Print(dossier, links);
            }
        }

        return ExitCode.Done;
    }

    private static async Task<IReadOnlyList<string>> Ids(ICorpus corpus, string given, CancellationToken cancel)
    {
        if (given.StartsWith('@'))
        {
            return [.. (await corpus.AccountsByHandle(given[1..], cancel)).Select(a => a.Id).Distinct()];
        }

        string[] spellings = given.Contains(':', StringComparison.Ordinal) ? [given] : [.. (await corpus.Releases(cancel)).Select(r => $"{r.Platform}:{given}").Distinct()];
        var found = new List<string>();
        foreach (var id in spellings)
        {
            if ((await corpus.Accounts(id, cancel)).Count > 0)
            {
                found.Add(id);
            }
        }

        return found;
    }

    private static object Shape(Dossier d, IReadOnlyList<Link> links) => new
    {
        d.Id,
        d.Sightings[0].Platform,
        d.Sightings[0].Handle,
        names = d.Sightings.Select(s => s.Name).Where(n => n.Length > 0).Distinct(),
        release = d.Sightings[0].Source.Release,
        releases = d.Sightings.Select(s => s.Source.Release).Distinct(),
        d.Outcome,
        d.Signals,
        d.Timeline,
        d.Activity,
        links,
        d.Missing,
        profile = d.Sightings,
    };

    private static void Print(Dossier d, IReadOnlyList<Link> links)
    {
        foreach (var s in d.Sightings)
        {
            Output.Line($"{s.Id}  @{s.Handle}  {s.Name}\n  {s.Bio}\n  {s.Location}  created {s.Created}, {s.Followers} followers, follows {s.Following}\n  {Place(s.Source)}");
        }

        Output.Line($"\nOutcome: {Words(d.Outcome)}");
        foreach (var side in new[] { SignalSide.Person, SignalSide.Operated })
        {
            Output.Line(side == SignalSide.Person ? "\nSpeaks for a real person" : "\nSpeaks for an operated account");
            var signals = d.Signals.Where(s => s.Side == side).ToList();
            foreach (var s in signals)
            {
                Output.Line($"  {s.Text} ({s.Strength.ToString().ToLowerInvariant()}; {s.Value}; base rate: {s.BaseRate}; {string.Join(", ", s.Rows.Take(3).Select(Place))}{(s.Rows.Count > 3 ? $" and {s.Rows.Count - 3} more rows" : "")})");
            }

            if (signals.Count == 0)
            {
                Output.Line("  nothing found");
            }
        }

        Output.Line("\nTimeline");
        foreach (var entry in d.Timeline)
        {
            Output.Line($"  {entry.Time}  {entry.Text}");
        }

        foreach (var missing in d.Missing)
        {
            Output.Line($"Not known: {missing}");
        }

        foreach (var link in links)
        {
            Output.Line($"Linked: claim {link.From}: {string.Join("; ", link.Reasons.Select(r => r.Text))}");
        }
    }

    internal static string Place(RowRef row) => $"{row.Release}/{row.Version}/{row.File}:{row.Line}";

    private static string Words(DossierOutcome outcome) => outcome switch
    {
        DossierOutcome.SpeaksForPerson => "the evidence speaks for a person",
        DossierOutcome.SpeaksForOperated => "the evidence speaks for an operated account",
        DossierOutcome.Contradictory => "contradictory evidence",
        _ => "not enough evidence",
    };
}
