using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Claims;
using Monitor.Core.Model;

namespace Monitor.Commands;

/// <summary><c>monitor claims</c>: the claims of pages.</summary>
internal static class ClaimsCommand
{
    public static Command Create()
    {
        var command = new Command("claims", "Show who claims what in pages") { InputDocuments.Inputs, InputDocuments.Url };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        var finder = session.Get<ClaimFinder>();
        var failed = false;
        await foreach (var input in InputDocuments.Read(parse, session, cancel))
        {
            if (input.Extraction is not { } extraction)
            {
                failed = true;
                Output.Note(input.Error!);
                continue;
            }

            var told = new HashSet<string>(StringComparer.Ordinal);
            foreach (var document in extraction.Posts.Prepend(extraction.Main))
            {
                var found = finder.Find(document);
                foreach (var claim in found.Claims.Where(c => told.Add(c.Id)))
                {
                    Print(parse, input.File, document, claim, [.. found.Appearances.Where(a => a.ClaimId == claim.Id).OrderBy(a => a.Start)]);
                }
            }
        }

        return failed ? ExitCode.Failures : ExitCode.Done;
    }

    private static void Print(ParseResult parse, string file, Document document, Claim claim, IReadOnlyList<Appearance> appearances)
    {
        if (parse.GetValue(CommonOptions.Json))
        {
            // The first place in the document stands in start and end; a repetition with other words stands beside it.
            var first = appearances.Count > 0 ? appearances[0] : null;
            Output.Json(new
            {
                file,
                claim.Id,
                claim.Text,
                claim.Kind,
                speaker = claim.Speaker.Name,
                claim.Speaker.Handle,
                claim.Said,
                first?.Start,
                first?.End,
                claim.Score,
                scoreReasons = CheckWorthiness.Judge(claim).Reasons.Select(r => r.Text),
                claim.Quantities,
                claim.Parts,
                claim.Hashtags,
                document = document.Id,
                appearances = appearances.Select(a => new { a.Start, a.End, a.Text, a.Kind, speaker = a.SpeakerText, a.Differences }),
            });
            return;
        }

        var who = claim.Speaker.Name.Length == 0 ? "(speaker not known)" : claim.Speaker.Name;
        Output.Line($"{claim.Id}  {claim.Kind.ToString().ToLowerInvariant(),-9} {who}{(claim.Speaker.Handle is { } h ? $" (@{h})" : "")}{(claim.Said is { } said ? $", {said}" : "")}");
        Output.Line($"    {claim.Text.ReplaceLineEndings(" ")}");
        foreach (var again in appearances.Where(a => a.Differences.Count > 0))
        {
            Output.Line($"    here: {string.Join("; ", again.Differences.Select(d => $"“{d.Before}” → “{d.After}”"))}");
        }
    }
}
