using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Core.Pipeline;

/// <summary>
/// Keeps in the issues that the corpus is away. Collecting goes on meanwhile: pages are in the evidence, the ledger has them as waiting, and every minute the oldest of them is
/// tried again; when it goes through, the others follow at once.
/// </summary>
public sealed class CorpusOutage(Ledger.Ledger ledger, TimeProvider time)
{
    /// <summary>Kind of the issue.</summary>
    internal const string Kind = "corpus-away";

    private const string Subject = "corpus";

    /// <summary>Pause before a page is tried again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(50); // a little less than the minute between two rounds of catching up

    private bool _noted = true; // an earlier process may have left the issue open

    /// <summary>Notes that the corpus could not be reached; returns until when a page is to wait.</summary>
    internal DateTimeOffset Note(CorpusAwayException fault)
    {
        var now = time.GetUtcNow();
        ledger.Issues.Report(new Issue(Kind, Subject, "", $"{fault.Message}. What is collected is kept, and stored when the corpus is back.", now));
        _noted = true;
        return now + Pause;
    }

    /// <summary>Notes that the corpus answers.</summary>
    internal void Over()
    {
        if (_noted)
        {
            ledger.Issues.Resolve(Kind, Subject);
            _noted = false;
        }
    }
}
