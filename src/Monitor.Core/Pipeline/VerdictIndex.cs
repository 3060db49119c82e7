using Monitor.Core.Corpus;
using Monitor.Core.Model;
using Monitor.Core.Reviews;

namespace Monitor.Core.Pipeline;

/// <summary>
/// Lets claims and accounts be found by verdict: the ledger decides, the corpus is told which verdicts are in force, at once when one is recorded and of all of them after a
/// rebuild or a crash between the two.
/// </summary>
public sealed class VerdictIndex(ICorpus corpus, Ledger.Ledger ledger)
{
    /// <summary>The verdicts that stand on a subject, each once. Where reviewers differ, all of theirs stand; what is sealed is not told.</summary>
    /// <param name="reviews">All entries on one subject.</param>
    public static IReadOnlyList<string> InForce(IReadOnlyList<Review> reviews) =>
        [.. StandingVerdicts.Of(reviews).Select(r => r.Verdict).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Whether the corpus may lack a verdict: before the first telling of all of them (one may have been recorded just before a crash), and since it was away.</summary>
    internal bool IsBehind { get; private set; } = true;

    /// <summary>Tells the corpus the verdicts of one subject; while the corpus is away, that waits for the catching up.</summary>
    public async Task Put(string subject, CancellationToken cancel = default)
    {
        try
        {
            await corpus.Put(new() { Verdicts = [new(subject, InForce(ledger.Reviews.Of(subject)))] }, cancel);
        }
        catch (CorpusAwayException)
        {
            IsBehind = true;
        }
    }

    /// <summary>Tells the corpus the verdicts of every subject.</summary>
    public async Task PutAll(CancellationToken cancel = default)
    {
        var subjects = ledger.Reviews.All().GroupBy(r => r.Subject, StringComparer.Ordinal).Select(g => new SubjectVerdicts(g.Key, InForce([.. g]))).ToList();
        if (subjects.Count > 0)
        {
            await corpus.Put(new() { Verdicts = subjects }, cancel);
        }

        IsBehind = false;
    }
}
