using Monitor.Core.Corpus;
using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Dossiers.Signals;
using Monitor.Core.Dossiers.Statistics;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers;

/// <summary>
/// Gathers everything known about one account: rows, posts, status events, and what of it speaks for a person and for an operated account, each with how common it
/// is. Base rates are over the imported accounts, nearly all of which a platform removed: no population of ordinary accounts is published, so "rare" means rare in
/// the archives. Statistics are measured with the first dossier and kept until an import changes a release (see <see cref="StatisticsBook"/>); keep one builder for
/// many dossiers. Safe for use from several threads.
/// </summary>
public sealed class DossierBuilder(ICorpus corpus)
{
    private readonly StatisticsBook book = new(corpus);
    private readonly PostSignals postSignals = new(corpus);

    /// <summary>The dossier of an account; null when no release shows it and no status event names it.</summary>
    public async Task<Dossier?> Build(string accountId, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        var sightings = await corpus.Accounts(accountId, cancel);
        var events = await corpus.StatusEvents(accountId, cancel);
        if (sightings.Count == 0 && events.Count == 0)
        {
            return null;
        }

        var releases = (await corpus.Releases(cancel)).ToDictionary(r => r.Id);
        var statistics = await book.Current(cancel);
        var tally = new ActivityTally(sightings.Count > 0 ? sightings[0].UserId : "");
        await foreach (var post in corpus.PostsOf(accountId, cancel))
        {
            tally.Add(post);
        }

        var findings = new List<Finding>(sightings.SelectMany(s => ProfileSignals.Of(s, releases.GetValueOrDefault(s.Source.Release), statistics)));
        findings.AddRange(PostSignals.Of(tally, tally.First?.Source.Release ?? "", statistics));
        findings.AddRange(new[] { await postSignals.SharedTexts(accountId, tally, cancel), StatusSignals.Reinstated(events) }.OfType<Finding>());
        var kept = findings
            .GroupBy(f => f.Signal.Name) // an account in several releases may show one thing several times: the strongest counts
            .Select(g => g.MaxBy(f => f.Signal.Strength)!)
            .OrderBy(f => f.Signal.Side).ThenByDescending(f => f.Signal.Strength).ThenBy(f => f.Signal.Name, StringComparer.Ordinal)
            .ToList();
        var activity = tally.ToActivity();
        return new(
            accountId,
            sightings,
            OutcomeRule.Of(kept, activity.Posts),
            kept.Select(f => f.Signal).ToList(),
            TimelineWriter.Of(sightings, releases, events, tally),
            activity,
            MissingList.Of(sightings, releases, tally, statistics.Sampled));
    }
}
