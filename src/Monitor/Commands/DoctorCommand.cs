using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Alerting.Channels;
using Monitor.Core.Corpus.Elasticsearch;
using Monitor.Core.Evidence;
using Monitor.Core.Pipeline;

namespace Monitor.Commands;

/// <summary><c>monitor doctor</c>: is everything well?</summary>
internal static class DoctorCommand
{
    private const long LowDisk = 1L << 30;

    public static Command Create()
    {
        var command = new Command("doctor", "Check settings, definitions, data, evidence, releases the chain of verdicts and the audit");
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var faults = 0;
        void Check(string what, bool well, string detail)
        {
            faults += well ? 0 : 1;
            if (parse.GetValue(CommonOptions.Json))
            {
                Output.Json(new { check = what, well, detail });
            }
            else
            {
                Output.Line($"{(well ? "ok   " : "FAULT")} {what}: {detail}");
            }
        }

        var free = new DriveInfo(Path.GetFullPath(session.Data.Root)).AvailableFreeSpace;
        Check("disk", free > LowDisk, $"{free >> 20} MiB free at {Path.GetFullPath(session.Data.Root)}");
        Check("definitions", session.Definitions.Errors.Count == 0, $"{session.Definitions.Crawlers.Count} crawlers, {session.Definitions.Releases.Count} releases, {session.Definitions.Errors.Count} faults");
        CrawlersCommand.NoteErrors(session.Definitions.Errors);
        var (answers, state) = await Corpus(session, cancel);
        Check("corpus", answers, state);
        var elsewhere = session.Get<CorpusEngine>().Elsewhere();
        Check("corpus engine", elsewhere is null, elsewhere ?? session.Options.Corpus.Engine);
        var waiting = session.Ledger.Captures.WaitingCount();
        Check("pages waiting for the corpus", waiting == 0, waiting == 0 ? "none" : $"{waiting}; 'monitor crawl' or 'monitor serve' processes them");
        var broken = session.Ledger.Reviews.Verify();
        Check("verdicts", broken is null, broken?.Message ?? $"{session.Ledger.Reviews.All().Count} entries, each as it was written");
        var audit = session.Ledger.Audit.Verify();
        Check("audit", audit is null, audit?.Message ?? $"{session.Ledger.Audit.Count()} entries, each as it was written");
        Check("people", true, session.Ledger.People.All() is { Count: > 0 } people ? $"{people.Count}, {people.Count(p => p.Role == Core.Ledger.Role.Administrator && p.Disabled is null)} of them administrators" : "none: Monitor opens without login on loopback addresses only");
        var damages = session.Get<EvidenceStore>().Verify().ToList();
        Check("evidence", damages.Count == 0, damages.Count == 0 ? "every record has its digest" : string.Join("; ", damages.Take(5).Select(d => $"{d.File} at {d.Offset}: {d.Message}")));
        var releases = session.Get<ReleaseStore>().All().Select(k => k.ReleaseId).Distinct().SelectMany(session.Get<ReleaseStore>().Verify).ToList();
        Check("release files", releases.Count == 0, releases.Count == 0 ? "every kept file has its SHA-256" : string.Join("; ", releases.Take(5)));
        Check("mails", true, session.Get<IAlertChannel>().Description);
        var issues = session.Ledger.Issues.OpenByKind();
        Check("open issues", true, issues.Count == 0 ? "none" : string.Join(", ", issues.Select(i => $"{i.Count} {i.Value}")));
        return faults == 0 ? ExitCode.Done : ExitCode.Failures;
    }

    /// <summary>How the engine is and what it holds; false when it does not answer.</summary>
    private static async Task<(bool Answers, string State)> Corpus(Session session, CancellationToken cancel)
    {
        try
        {
            var health = session.Corpus is ElasticsearchCorpus cluster ? $"{await cluster.Health(cancel)}: " : "";
            var counts = await session.Corpus.Counts(cancel);
            return (true, health + string.Join(", ", counts.Select(c => $"{c.Value} {c.Key}")));
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return (false, e.Message);
        }
    }
}
