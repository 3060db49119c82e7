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
                "A handle that the publisher hashed cannot be found by its plain spelling, nor can one that the account had before; see 'monitor archive list' for what is not imported.");
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
                foreach (var line in DossierText.Of(dossier, links))
                {
                    Output.Line(line);
                }
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
            if ((await corpus.Accounts(id, cancel)).Count > 0 || (await corpus.StatusEvents(id, cancel)).Count > 0)
            {
                found.Add(id);
            }
        }

        return found;
    }

    private static object Shape(Dossier d, IReadOnlyList<Link> links) => new
    {
        d.Id,
        platform = d.Id.Split(':')[0],
        handle = d.Sightings is [.., var newest] ? newest.Handle : "",
        names = d.Sightings.Select(s => s.Name).Where(n => n.Length > 0).Distinct(),
        release = d.Sightings is [var first, ..] ? first.Source.Release : "",
        releases = d.Sightings.Select(s => s.Source.Release).Distinct(),
        d.Outcome,
        d.Because,
        d.Signals,
        namesOverTime = d.Names,
        d.Timeline,
        d.Activity,
        links,
        d.Missing,
        profile = d.Sightings,
    };
}
