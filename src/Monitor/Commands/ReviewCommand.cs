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

    private static readonly Option<string> Expect = new("--expect")
    {
        Description = "The end of the chain as an earlier 'review verify' printed it and as you noted it elsewhere; shows whether the chain was cut or written anew since",
        HelpName = "N:HASH",
    };

    public static Command Create()
    {
        var add = new Command("add", "Record a verdict on a claim or an account; entries are never changed") { Subject, Verdict, By, Note, EvidenceOption, Corrects };
        add.SetAction(Add);
        var list = new Command("list", "List verdicts, the newest last") { OptionalSubject };
        list.SetAction(List);
        var verify = new Command("verify", "Check the hash chain of all verdicts; names the first broken entry, and prints the end of the chain to be noted elsewhere") { Expect };
        verify.SetAction(Verify);
        return new Command("review", "Record, list and verify verdicts") { add, list, verify };
    }

    private static async Task<int> Add(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
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
        await using var session = Session.OpenExisting(parse);
        var subject = parse.GetValue(OptionalSubject);
        var reviews = subject is null ? session.Ledger.Reviews.All() : session.Ledger.Reviews.Of(subject);
        foreach (var review in reviews)
        {
            Print(parse, review);
        }

        if (reviews.Count == 0)
        {
            Output.Note(subject is null ? "No verdict was recorded yet." : $"There is no verdict on '{subject}'.");
        }

        return ExitCode.Done;
    }

    private static async Task<int> Verify(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var noted = parse.GetValue(Expect) is { } text
            ? ChainMark.Parse(text) ?? throw new UsageException($"'{text}' is not of the form N:HASH, such as 'review verify' prints it.")
            : null;
        var check = session.Get<ReviewDesk>().Check(noted);
        if (parse.GetValue(CommonOptions.Json))
        {
            Output.Json(new { entries = check.Head.Count, head = check.Head.Hash, sound = check.Fault is null, fault = check.Fault });
        }
        else if (check.Fault is { } fault)
        {
            Output.Line($"The chain is not as it was: {fault}.");
        }
        else
        {
            var entries = check.Head.Count == 1 ? "1 entry" : $"{check.Head.Count} entries";
            Output.Line($"{entries}, each as it was written{(noted is null ? "" : $"; entry {noted.Count} is the one that was noted")}.\nHead: {check.Head}");
            Output.Note("Note the head outside this folder: a chain cut at its end or written anew as a whole shows only with --expect.");
        }

        return check.Fault is null ? ExitCode.Done : ExitCode.Failures;
    }

    private static void Print(ParseResult parse, Review r)
    {
        if (parse.GetValue(CommonOptions.Json))
        {
            Output.Json(r);
        }
        else
        {
            Output.Line($"{r.Sequence}  {r.Time:u}  {r.Subject}  {r.Verdict}  by {r.Reviewer}{(r.Corrects is { } c ? $", corrects {c}" : "")}  {r.Note}{(r.Evidence is [{ Quote.Length: > 0 } on, ..] ? $"\n    on “{on.Quote.ReplaceLineEndings(" ")}”" : "")}\n    {r.Hash}");
        }
    }
}
