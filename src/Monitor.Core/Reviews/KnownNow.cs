using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Core.Reviews;

/// <summary>What is linked to a subject and observed of it: kept with a verdict, and compared with later.</summary>
internal static class KnownNow
{
    /// <summary>More are not kept with an entry; a claim with so many links is judged by a sample.</summary>
    public const int Most = 1_000;

    /// <summary><c>account:twitter:1</c>, <c>release:ID</c>, <c>claim:ID</c> of what is linked, <c>status:Kind time</c> of what was observed; each once, in order of the text.</summary>
    public static async Task<IReadOnlyList<string>> Of(string subject, ICorpus corpus, CancellationToken cancel)
    {
        var links = await corpus.Links(subject, kind: null, cancel).ConfigureAwait(false);
        var known = links.Select(l => Other(l, subject));
        if (SubjectWords.IsAccount(subject))
        {
            known = known.Concat((await corpus.StatusEvents(subject, cancel).ConfigureAwait(false)).Select(s => $"status:{s.Kind} {s.Time}"));
        }

        return [.. known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Most)];
    }

    private static string Other(Link link, string subject) =>
        link.From != subject ? $"claim:{link.From}"
        : link.Kind switch { LinkKind.Account => "account:", LinkKind.Claim => "claim:", _ => "release:" } + link.Target;
}
