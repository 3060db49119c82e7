using System.CommandLine;
using System.Globalization;
using Monitor.Cli;
using Monitor.Core.Model;
using Monitor.Core.Reviews.Sampling;

namespace Monitor.Commands;

/// <summary>A sample on the terminal.</summary>
internal static class SampleText
{
    public static string Title(SamplePlan plan) =>
        $"{plan.Chosen.Count} of {plan.Frame.Matched} accounts of {plan.Release} v{plan.Version}{(plan.Where.Length > 0 ? $" where {plan.Where}" : "")}, seed {plan.Seed}{(plan.Stratify.Length > 0 ? $", by {plan.Stratify}" : "")}";

    public static void Print(ParseResult parse, SampleProgress p)
    {
        if (parse.GetValue(CommonOptions.Json))
        {
            Output.Json(new
            {
                p.Plan,
                p.Judged,
                p.Disputed,
                p.Open,
                p.OutOfTurn,
                p.Verdicts,
                p.Reviewers,
                next = p.Next?.Id,
                p.Estimate,
                p.EstimateIfOpenWereReal,
                p.Blind,
                p.Sealed,
                p.Agreement,
                leftOut = FrameText.LeftOut(p.Plan.Frame),
                accounts = p.Accounts.Select(a => new { a.Account.Id, a.Account.Stratum, a.Account.Row, a.Verdict, a.Disputed, a.SealedBy, adjudication = a.Adjudication?.Sequence, verdicts = a.Standing.Select(r => new { r.Sequence, r.Verdict, r.Reviewer, r.Time }) }),
            });
            return;
        }

        Output.Line($"Sample {p.Plan.Id}: {Title(p.Plan)}; drawn {p.Plan.Drawn:u}");
        foreach (var line in EstimateText.Lines(p).Concat(EstimateText.Agreement(p)))
        {
            Output.Line("  " + line);
        }

        if (p.Plan.Strata.Count > 1)
        {
            Output.Line($"  strata: {string.Join(", ", p.Plan.Strata.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Name} {s.Chosen} of {s.Accounts:N0}")))}");
        }

        Output.Line("What the frame leaves out");
        foreach (var line in FrameText.LeftOut(p.Plan.Frame))
        {
            Output.Line("  " + line);
        }

        Output.Line("Accounts in the order of work");
        foreach (var a in p.Accounts)
        {
            var verdict = a.SealedBy.Count > 0 ? $"sealed ({string.Join(", ", a.SealedBy)})" : a.Standing.Count == 0 ? "" : $"{(a.Disputed ? "disputed: " : a.Adjudication is { } decided ? $"{decided.Verdict} by adjudication: " : "")}{string.Join("; ", a.Standing.Select(r => $"{r.Verdict} ({r.Reviewer}, entry {r.Sequence})"))}";
            Output.Line($"  {a.Account.Id}  {DossierText.Place(a.Account.Row)}{(p.Plan.Strata.Count > 1 ? $"  [{a.Account.Stratum}]" : "")}  {verdict}");
        }

        if (p.Blind is { } blind)
        {
            foreach (var reviewer in new[] { blind.First, blind.Second })
            {
                Output.Line($"Next for {reviewer}: {p.NextFor(reviewer)?.Id ?? "none, all are judged"}");
            }
        }
        else if (p.Next is { } next)
        {
            Output.Line($"Next: monitor account {next.Id}, then monitor review add {next.Id} --verdict … --by …");
        }
    }
}
