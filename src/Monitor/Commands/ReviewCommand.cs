using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Model;
using Monitor.Core.Reviews;

namespace Monitor.Commands;

/// <summary><c>monitor review</c>: record and check verdicts.</summary>
internal static class ReviewCommand
{
    private static readonly Argument<string> Subject = new("subject") { Description = "Claim id or account id" };
    private static readonly Argument<string> OptionalSubject = new("subject") { Description = "Claim id or account id; all verdicts when left out", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> Verdict = new("--verdict") { Description = "A value of the scale, such as unproven or 'real person'", Required = true, HelpName = "V" };
    private static readonly Option<string> By = new("--by") { Description = "Name of the person who decides", Required = true, HelpName = "NAME" };
    private static readonly Option<string> Note = new("--note") { Description = "Why", DefaultValueFactory = _ => "", HelpName = "TEXT" };
    private static readonly Option<long?> Corrects = new("--corrects") { Description = "Number of the entry that this one corrects", HelpName = "N" };

    private static readonly Option<string[]> EvidenceOption = new("--evidence")
    {
        Description = "What it rests on: row|document|capture|url, its reference, and the words relied on, as KIND=REFERENCE=WORDS; may be repeated",
        HelpName = "E",
    };

    public static Command Create()
    {
        var add = new Command("add", "Record a verdict on a claim or an account; entries are never changed") { Subject, Verdict, By, Note, EvidenceOption, Corrects };
        add.SetAction(Add);
        var list = new Command("list", "List verdicts, the newest last") { OptionalSubject };
        list.SetAction(List);
        var verify = new Command("verify", "Check the hash chain of all verdicts; names the first broken entry");
        verify.SetAction(Verify);
        return new Command("review", "Record, list and verify verdicts") { add, list, verify };
    }

    private static async Task<int> Add(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        var request = new ReviewRequest(
            parse.GetRequiredValue(Subject), parse.GetRequiredValue(Verdict), parse.GetRequiredValue(By), parse.GetValue(Note) ?? "",
            [.. (parse.GetValue(EvidenceOption) ?? []).Select(ToEvidence)], parse.GetValue(Corrects));
        var result = await session.Get<ReviewDesk>().Record(request, cancel);
        if (result.Review is not { } review)
        {
            throw new UsageException($"Not recorded: {result.Error}.");
        }

        Print(parse, review);
        return ExitCode.Done;
    }

    private static Evidence ToEvidence(string text)
    {
        var parts = text.Split('=', 3);
        return parts.Length >= 2 && parts[0] is "row" or "document" or "capture" or "url"
            ? new Evidence(parts[0], parts[1], parts.Length == 3 ? parts[2] : "")
            : throw new UsageException($"Evidence '{text}' is not of the form KIND=REFERENCE=WORDS with KIND row, document, capture or url.");
    }

    private static async Task<int> List(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        foreach (var review in parse.GetValue(OptionalSubject) is { } subject ? session.Ledger.Reviews.Of(subject) : session.Ledger.Reviews.All())
        {
            Print(parse, review);
        }

        return ExitCode.Done;
    }

    private static async Task<int> Verify(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        var broken = session.Ledger.Reviews.Verify();
        Output.Line(broken is null ? $"{session.Ledger.Reviews.All().Count} entries, each as it was written." : $"The chain is broken: {broken.Message}.");
        return broken is null ? ExitCode.Done : ExitCode.Failures;
    }

    private static void Print(ParseResult parse, Review r)
    {
        if (parse.GetValue(CommonOptions.Json))
        {
            Output.Json(r);
        }
        else
        {
            Output.Line($"{r.Sequence}  {r.Time:u}  {r.Subject}  {r.Verdict}  by {r.Reviewer}{(r.Corrects is { } c ? $", corrects {c}" : "")}  {r.Note}\n    {r.Hash}");
        }
    }
}
