using System.CommandLine;
using System.Globalization;
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

    private static readonly Option<string[]> PartOption = new("--part") { Description = "A verdict on one part of the claim, its number as 'review parts' shows it; may be repeated", HelpName = "N=VERDICT" };
    private static readonly Option<string[]> PartNote = new("--part-note") { Description = "Why, of one part; may be repeated", HelpName = "N=TEXT" };
    private static readonly Option<string[]> PartEvidence = new("--part-evidence") { Description = "The reference of a piece of --evidence that carries the verdict on one part; may be repeated", HelpName = "N=REFERENCE" };
    private static readonly Argument<string> ClaimId = new("claim") { Description = "Claim id" };
    private static readonly Argument<long> Entry = new("entry") { Description = "Number of a verdict" };

    private static readonly Option<string> Expect = new("--expect")
    {
        Description = "The end of the chain as an earlier 'review verify' printed it and as you noted it elsewhere; shows whether the chain was cut or written anew since",
        HelpName = "N:HASH",
    };

    public static Command Create()
    {
        var add = new Command("add", "Record a verdict on a claim or an account; entries are never changed") { Subject, Verdict, By, Note, EvidenceOption, PartOption, PartNote, PartEvidence, Corrects };
        add.SetAction(Add);
        var list = new Command("list", "List verdicts, the newest last") { OptionalSubject };
        list.SetAction(List);
        var verify = new Command("verify", "Check the hash chain of all verdicts; names the first broken entry, and prints the end of the chain to be noted elsewhere") { Expect };
        verify.SetAction(Verify);
        var parts = new Command("parts", "List the parts of a claim, which can be judged one by one") { ClaimId };
        parts.SetAction(Parts);
        var publish = new Command("publish", "Publish a verdict on a claim: it goes out as ClaimReview on the claim's page and in the feed") { Entry, By, Note };
        publish.SetAction((parse, _) => Publish(parse, publish: true));
        var withdraw = new Command("withdraw", "Take a published verdict back") { Entry, By, Note };
        withdraw.SetAction((parse, _) => Publish(parse, publish: false));
        var queue = new Command("queue", "List the verdicts that should be looked at again, and why");
        queue.SetAction(Queue);
        var feed = new Command("feed", "Print the published verdicts as schema.org ClaimReview (JSON-LD)");
        feed.SetAction(Feed);
        return new Command("review", "Record, list, verify and publish verdicts") { add, list, verify, parts, publish, withdraw, queue, feed };
    }

    private static async Task<int> Add(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var request = new ReviewRequest(
            parse.GetRequiredValue(Subject), parse.GetRequiredValue(Verdict), parse.GetRequiredValue(By), parse.GetValue(Note) ?? "",
            [.. (parse.GetValue(EvidenceOption) ?? []).Select(ToEvidence)], parse.GetValue(Corrects))
        {
            Parts = PartsOf(parse),
        };
        var result = await session.Get<ReviewDesk>().Record(request, cancel);
        if (result.Review is not { } review)
        {
            throw new UsageException($"Not recorded: {result.Error}.");
        }

        Print(parse, review);
        return ExitCode.Done;
    }

    private static List<PartRequest> PartsOf(ParseResult parse)
    {
        var notes = (parse.GetValue(PartNote) ?? []).Select(t => Numbered(t, "--part-note")).ToLookup(n => n.Number, n => n.Text);
        var evidence = (parse.GetValue(PartEvidence) ?? []).Select(t => Numbered(t, "--part-evidence")).ToLookup(n => n.Number, n => n.Text);
        var parts = (parse.GetValue(PartOption) ?? []).Select(t => Numbered(t, "--part")).ToList();
        return notes.Select(n => n.Key).Concat(evidence.Select(e => e.Key)).Except(parts.Select(p => p.Number)).ToList() is [var stray, ..]
            ? throw new UsageException($"Part {stray} has a note or evidence but no verdict; add --part {stray}=VERDICT.")
            : [.. parts.Select(p => new PartRequest(p.Number, p.Text, string.Join('\n', notes[p.Number]), [.. evidence[p.Number]]))];
    }

    private static (int Number, string Text) Numbered(string text, string option) =>
        text.Split('=', 2) is [var number, var rest] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? (n, rest)
            : throw new UsageException($"{option} '{text}' is not of the form N=…, with N the number of a part.");

    private static async Task<int> Parts(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var id = parse.GetRequiredValue(ClaimId);
        var claim = await session.Corpus.Claim(id, cancel) ?? throw new UsageException($"There is no claim '{id}'. Find its id with 'monitor search … --in claims'.");
        foreach (var (part, i) in claim.Parts.Select((p, i) => (p, i + 1)))
        {
            if (parse.GetValue(CommonOptions.Json))
            {
                Output.Json(new { number = i, part.Kind, part.Text, part.Start, part.End });
            }
            else
            {
                Output.Line($"{i}  {part.Kind}  {part.Text}");
            }
        }

        if (claim.Parts.Count == 0)
        {
            Output.Note("No parts were told apart in this claim; it can be judged as a whole.");
        }

        return ExitCode.Done;
    }

    private static async Task<int> Publish(ParseResult parse, bool publish)
    {
        await using var session = Session.OpenExisting(parse);
        var result = session.Get<PublicationDesk>().Put(parse.GetRequiredValue(Entry), publish, parse.GetRequiredValue(By), parse.GetValue(Note) ?? "");
        if (result.Review is not { } entry)
        {
            throw new UsageException($"Not recorded: {result.Error}.");
        }

        Print(parse, entry);
        if (publish && session.Get<ClaimReviewFeed>().Missing is { } missing)
        {
            Output.Note($"It is recorded as published, but does not go out as ClaimReview: {missing}.");
        }

        return ExitCode.Done;
    }

    private static async Task<int> Queue(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var due = await session.Get<EvidenceWatch>().Due(cancel);
        foreach (var (review, why) in due)
        {
            if (parse.GetValue(CommonOptions.Json))
            {
                Output.Json(new { review.Sequence, review.Subject, review.Verdict, review.Reviewer, review.Time, why });
            }
            else
            {
                Output.Line($"{review.Sequence}  {review.Subject}  {review.Verdict}  by {review.Reviewer}: to be looked at again\n    {string.Join("\n    ", why)}");
            }
        }

        if (due.Count == 0)
        {
            Output.Note("Nothing changed under any standing verdict: its rows, the words of its pages, what is linked. Web addresses given as evidence are not watched.");
        }

        return ExitCode.Done;
    }

    private static async Task<int> Feed(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var feed = session.Get<ClaimReviewFeed>();
        if (feed.Missing is { } missing)
        {
            throw new UsageException($"No verdict goes out as ClaimReview: {missing}. Set it in monitor.yaml.");
        }

        Console.Out.WriteLine(ClaimReviewFeed.Text(await feed.All(cancel)));
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
        else if (r.Sealed)
        {
            Output.Line($"{r.Sequence}  {r.Time:u}  {r.Subject}  sealed until both reviewers have judged  by {r.Reviewer}\n    {r.Hash}");
        }
        else
        {
            Output.Line($"{r.Sequence}  {r.Time:u}  {r.Subject}  {r.Verdict}  by {r.Reviewer}{(r.Corrects is { } c ? $", corrects {c}" : "")}  {r.Note}{(r.Evidence is [{ Quote.Length: > 0 } on, ..] ? $"\n    on “{on.Quote.ReplaceLineEndings(" ")}”" : "")}{string.Concat(r.Parts.Select(p => $"\n    {p.Kind} “{p.Text}”: {p.Verdict}{(p.Note.Length > 0 ? $", {p.Note}" : "")}{(p.Evidence.Count > 0 ? $" ({string.Join(", ", p.Evidence)})" : "")}"))}\n    {r.Hash}");
        }
    }
}
