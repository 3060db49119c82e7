using System.Globalization;
using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Core.Reviews;

/// <summary>A verdict that stands and should be looked at again.</summary>
/// <param name="Review">The verdict.</param>
/// <param name="Why">What is new since, one sentence each; never empty.</param>
public sealed record SecondLook(Review Review, IReadOnlyList<string> Why);

/// <summary>
/// Tells what changed under a verdict since it was given: rows that a newer version of a release no longer has as they were, pages whose words are others now, new links
/// and new observations. It compares what the entry keeps (references, words, what was known) with the corpus as it is, so nothing has to be awake when the change
/// comes. What it cannot tell: a change and its reversal between two looks; a web address, which is not collected; links beyond the first <see cref="KnownNow.Most"/>.
/// </summary>
public sealed class EvidenceWatch(ICorpus corpus, Ledger.Ledger ledger)
{
    private const int MostNamed = 5;

    /// <summary>Every standing verdict with something new under it, the newest first.</summary>
    public async Task<IReadOnlyList<SecondLook>> Due(CancellationToken cancel = default)
    {
        var due = new List<SecondLook>();
        foreach (var review in ledger.Reviews.All().GroupBy(r => r.Subject).SelectMany(g => StandingVerdicts.Of([.. g])).OrderByDescending(r => r.Sequence))
        {
            if (await Changes(review, cancel).ConfigureAwait(false) is { Count: > 0 } why)
            {
                due.Add(new(review, why));
            }
        }

        return due;
    }

    /// <summary>What is new since a verdict, one sentence each; empty when nothing is.</summary>
    public async Task<IReadOnlyList<string>> Changes(Review review, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(review);
        var lines = new List<string>();
        if (review.Sealed)
        {
            return lines;
        }

        foreach (var (evidence, i) in review.Evidence.Select((e, i) => (e, i)))
        {
            var line = evidence.Kind switch
            {
                "row" => await Row(review, evidence, isSubject: i == 0, cancel).ConfigureAwait(false),
                "document" => await Page(evidence, cancel).ConfigureAwait(false),
                _ => null,
            };
            if (line is not null)
            {
                lines.Add(line);
            }
        }

        if (review.Known is { } known)
        {
            var before = known.ToHashSet(StringComparer.Ordinal);
            var news = (await KnownNow.Of(review.Subject, corpus, cancel).ConfigureAwait(false)).Where(k => !before.Contains(k)).ToList();
            Add(lines, news, "account:", "linked account");
            Add(lines, news, "release:", "linked release");
            Add(lines, news, "claim:", "linked claim");
            Add(lines, news, "status:", "observation of the account");
        }

        return lines;
    }

    private static void Add(List<string> lines, List<string> news, string prefix, string what)
    {
        var of = news.Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Select(n => n[prefix.Length..]).ToList();
        if (of.Count > 0)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{of.Count} new {what}{(of.Count == 1 ? "" : "s")}: {string.Join(", ", of.Take(MostNamed))}{(of.Count > MostNamed ? " and more" : "")}."));
        }
    }

    private async Task<string?> Page(Model.Evidence evidence, CancellationToken cancel)
    {
        if (EvidenceReference.Document(evidence.Reference) is not { } place)
        {
            return null;
        }

        if (await corpus.Document(place.Id, cancel).ConfigureAwait(false) is not { } document)
        {
            return $"Document {place.Id} is no longer in the corpus.";
        }

        // The words of an appearance may be pieces of its stretch, so they are looked for as words and not at the offset alone.
        return evidence.Quote.Length == 0 || Words(document.Text + "\n" + document.Title).Contains(Words(evidence.Quote), StringComparison.Ordinal)
            || place.Start is null || (await corpus.AppearancesIn(place.Id, cancel).ConfigureAwait(false)).Any(a => Words(a.Text) == Words(evidence.Quote))
                ? null
                : $"The page of document {place.Id} was edited: it no longer says “{Short(evidence.Quote)}”.";
    }

    private async Task<string?> Row(Review review, Model.Evidence evidence, bool isSubject, CancellationToken cancel)
    {
        if (EvidenceReference.Row(evidence.Reference) is not { } row)
        {
            return null;
        }

        if (await corpus.Release(row.Release, cancel).ConfigureAwait(false) is not { Versions: [.., var newest] } release)
        {
            return $"Release {row.Release} is no longer in the corpus.";
        }

        if (isSubject && SubjectWords.IsAccount(review.Subject))
        {
            var words = await SubjectWords.Of(review.Subject, corpus, cancel).ConfigureAwait(false);
            return words is null ? $"Account {review.Subject} is no longer in the corpus."
                : words.Quote != evidence.Quote ? $"The account is now shown as “{Short(words.Quote)}” ({words.Reference}); the verdict is on “{Short(evidence.Quote)}”."
                : null;
        }

        if (newest.Number <= row.Version)
        {
            return null;
        }

        var (then, now) = (release.Versions.FirstOrDefault(v => v.Number == row.Version)?.Files.FirstOrDefault(f => f.Name == row.File), newest.Files.FirstOrDefault(f => f.Name == row.File));
        return now is null ? string.Create(CultureInfo.InvariantCulture, $"Version {newest.Number} of release {row.Release} has no file {row.File} any more, on a row of which the verdict rests.")
            : then?.Sha256 == now.Sha256 ? null
            : string.Create(CultureInfo.InvariantCulture, $"Version {newest.Number} of release {row.Release} changed {row.File}, on line {row.Line} of which (version {row.Version}) the verdict rests: monitor archive diff {row.Release} shows whether that row changed.");
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Short(string text) => Words(text) is var words && words.Length > 120 ? words[..120] + "…" : Words(text);
}
