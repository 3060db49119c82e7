using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Reviews.Sampling;

namespace Monitor.Commands;

/// <summary><c>monitor sample</c>: samples of accounts that reviewers work through.</summary>
internal static class SampleCommand
{
    private static readonly Option<string> Release = new("--release") { Description = "Release to draw from", HelpName = "ID" };
    private static readonly Option<string> Where = new("--where") { Description = "Accounts to draw from, as a query such as \"bio:presenter OR bio:student\"; all when left out", DefaultValueFactory = _ => "", HelpName = "QUERY" };
    private static readonly Option<int?> Size = new("--size") { Description = $"Accounts to draw, 1 to {SampleDesk.MostAccounts}", HelpName = "N" };
    private static readonly Option<long?> Seed = new("--seed") { Description = "Any whole number: the same one draws the same accounts", HelpName = "N" };
    private static readonly Option<string> Stratify = new("--stratify") { Description = "Divide the accounts first and draw from each part in proportion", DefaultValueFactory = _ => "", HelpName = "BY" };
    private static readonly Argument<string> Id = new("id") { Description = "Id of a sample" };

    private static readonly Option<string> First = new("--first") { Description = "One reviewer", Required = true, HelpName = "NAME" };
    private static readonly Option<string> Second = new("--second") { Description = "The other reviewer", Required = true, HelpName = "NAME" };
    private static readonly Option<string> Adjudicator = new("--adjudicator") { Description = "A third person, who decides where they disagree", Required = true, HelpName = "NAME" };
    private static readonly Option<string> By = new("--by") { Description = "Who assigns", Required = true, HelpName = "NAME" };

    public static Command Create()
    {
        Stratify.AcceptOnlyFromAmong([.. SampleDesk.Stratifications]);
        var list = new Command("list", "List the samples that were drawn");
        list.SetAction(List);
        var show = new Command("show", "Show a sample: what was judged, by whom, and what it says of the accounts it was drawn from") { Id };
        show.SetAction(Show);
        var assign = new Command("assign", "Give a sample to two reviewers who judge it blind: neither sees what the other says of an account before both have judged it") { Id, First, Second, Adjudicator, By };
        assign.SetAction((parse, _) => Assign(parse));
        var sample = new Command("sample", "Draw a seeded sample of a release's accounts for reviewers to work through") { Release, Where, Size, Seed, Stratify, list, show, assign };
        sample.SetAction(Draw);
        return sample;
    }

    private static async Task<int> Draw(ParseResult parse, CancellationToken cancel)
    {
        var request = parse.GetValue(Release) is { Length: > 0 } release && parse.GetValue(Size) is { } size && parse.GetValue(Seed) is { } seed
            ? new SampleRequest(release, parse.GetValue(Where) ?? "", size, seed, parse.GetValue(Stratify) ?? "")
            : throw new UsageException("A sample needs --release, --size and --seed, such as: monitor sample --release twitter-iran-2018-10 --where \"bio:student\" --size 50 --seed 7");
        await using var session = Session.OpenExisting(parse);
        var result = await session.Get<SampleDesk>().Draw(request, cancel);
        if (result.Plan is not { } plan)
        {
            throw new UsageException($"Not drawn: {result.Error}.");
        }

        SampleText.Print(parse, session.Get<SampleDesk>().Progress(plan));
        return ExitCode.Done;
    }

    private static async Task<int> List(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var plans = session.Ledger.Samples.All();
        foreach (var plan in plans)
        {
            var progress = session.Get<SampleDesk>().Progress(plan);
            if (parse.GetValue(CommonOptions.Json))
            {
                Output.Json(new { plan.Id, plan.Release, plan.Version, plan.Where, plan.Seed, plan.Size, plan.Stratify, plan.Drawn, plan.Frame.Matched, chosen = plan.Chosen.Count, progress.Judged });
            }
            else
            {
                Output.Line($"{plan.Id}  {plan.Drawn:u}  {SampleText.Title(plan)}: {progress.Judged} of {plan.Chosen.Count} judged");
            }
        }

        if (plans.Count == 0)
        {
            Output.Note("No sample was drawn yet.");
        }

        return ExitCode.Done;
    }

    private static async Task<int> Show(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var id = parse.GetRequiredValue(Id);
        if (session.Ledger.Samples.Get(id) is not { } plan)
        {
            throw new UsageException($"There is no sample '{id}'; 'monitor sample list' names those there are.");
        }

        SampleText.Print(parse, session.Get<SampleDesk>().Progress(plan));
        return ExitCode.Done;
    }

    private static async Task<int> Assign(ParseResult parse)
    {
        await using var session = Session.OpenExisting(parse);
        var id = parse.GetRequiredValue(Id);
        var result = session.Get<BlindDesk>().Assign(
            id, parse.GetRequiredValue(First), parse.GetRequiredValue(Second), parse.GetRequiredValue(Adjudicator), parse.GetRequiredValue(By));
        if (result.Review is null)
        {
            throw new UsageException($"Not assigned: {result.Error}.");
        }

        SampleText.Print(parse, session.Get<SampleDesk>().Progress(session.Ledger.Samples.Get(id)!));
        return ExitCode.Done;
    }
}
