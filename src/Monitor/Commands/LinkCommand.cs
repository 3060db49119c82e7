using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Linking;
using Monitor.Core.Model;

namespace Monitor.Commands;

/// <summary><c>monitor link</c>: what bears on a claim.</summary>
internal static class LinkCommand
{
    private static readonly Argument<string> Id = new("claim") { Description = "Claim id, as 'monitor search … --in claims' shows it" };

    public static Command Create()
    {
        var command = new Command("link", "Show which accounts and releases bear on a claim, and why") { Id };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var id = parse.GetRequiredValue(Id);
        var claim = await session.Corpus.Claim(id, cancel) ?? throw new UsageException($"There is no claim '{id}'. Find its id with 'monitor search … --in claims'.");
        var linked = await session.Get<ClaimLinker>().Link(claim, cancel);
        if (parse.GetValue(CommonOptions.Json))
        {
            foreach (var link in linked.Links)
            {
                Output.Json(new { claim = link.From, link.Kind, link.Target, link.Score, link.Groups, link.Reasons });
            }

            Output.Json(new { linked.Coverage });
            return ExitCode.Done;
        }

        Output.Line($"{claim.Speaker.Name}{(claim.Said is { } said ? $", {said}" : "")}: {claim.Text}\n");
        await LinkSummary.Print(session.Corpus, linked.Links, cancel);
        foreach (var link in linked.Links.Where(l => !IsOutlet(l)))
        {
            Print(link);
        }

        if (linked.Links.Any(IsOutlet))
        {
            Output.Line("\nProgramme and news pages, no persons");
            foreach (var link in linked.Links.Where(IsOutlet))
            {
                Print(link);
            }
        }

        Print(linked.Coverage);
        return ExitCode.Done;
    }

    /// <summary>True for an account that is linked as an outlet alone.</summary>
    private static bool IsOutlet(Link link) => link.Kind == LinkKind.Account && link.Groups is [GroupFinder.Outlet] && link.Reasons.All(r => r.Feature != Weights.Handle.Feature);

    private static void Print(Link link)
    {
        Output.Line($"{link.Kind.ToString().ToLowerInvariant()} {link.Target}{(link.Groups.Count > 0 ? $"  [{string.Join(", ", link.Groups.Select(GroupNames.Of))}]" : "")}");
        foreach (var reason in link.Reasons)
        {
            Output.Line($"    {reason.Text}{(reason.Source is { } row ? $" ({DossierText.Place(row)})" : "")}");
        }
    }

    private static void Print(Coverage coverage)
    {
        Output.Line("\nSearched");
        foreach (var line in coverage.Searched)
        {
            Output.Line($"  {line}");
        }

        Output.Line("Could not be found");
        foreach (var line in coverage.NotFindable)
        {
            Output.Line($"  {line}");
        }

        foreach (var step in coverage.Funnel)
        {
            Output.Line($"  {step.Count,8}  {step.Value}");
        }
    }
}
