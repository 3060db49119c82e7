using Monitor.Core.Corpus;
using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Dossiers.Signals;
using Monitor.Core.Dossiers.Statistics;
using Monitor.Core.Dossiers.Together;
using Monitor.Core.Dossiers.World;
using Monitor.Core.Model;
using Monitor.Core.Text.Places;

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
    private readonly BioSignals bioSignals = new(corpus);
    private readonly JointPostFinder jointPosts = new(corpus);
    private readonly DocumentMentionFinder documents = new(corpus);

    /// <summary>Measures the statistics now if they are not known; done when they are.</summary>
    public Task Prepare(CancellationToken cancel = default) => book.Current(cancel);

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
        var (tally, postRelease) = await Tally(accountId, sightings, releases, statistics, cancel);
        var measures = tally.ToMeasures();
        var names = NameHistory.Of(sightings, releases, events);
        var mentions = await documents.Find(NameHistory.Handles(names, events), names.Select(n => n.Name), cancel);
        var earlier = Earlier(mentions, sightings, releases, events);

        var found = new List<Signal>();
        foreach (var sighting in sightings)
        {
            found.AddRange(FactSignals.Of(sighting, releases.GetValueOrDefault(sighting.Source.Release), statistics));
            found.AddRange(OriginSignals.Of(sighting, statistics));
            found.AddRange(await bioSignals.Of(sighting, statistics.Bios, cancel));
        }

        found.AddRange(FactSignals.Of(tally, measures, postRelease, statistics));
        found.AddRange(TogetherSignals.Of(await jointPosts.Find(accountId, tally.Texts, cancel), postRelease, statistics));
        found.AddRange(new[]
        {
            ClientSignals.Uncommon(tally, measures, postRelease, statistics),
            WorldSignals.NamedEarlier(earlier, sightings, sightings.Count > 0 ? sightings[0].Source.Release : "", statistics),
            StatusSignals.Reinstated(events, statistics),
        }.OfType<Signal>());

        var signals = found
            .GroupBy(s => s.Name) // an account in several releases may show one thing several times: the strongest counts
            .Select(g => g.MaxBy(s => s.Strength)!)
            .OrderBy(s => s.Side).ThenByDescending(s => s.Strength).ThenBy(s => s.Name, StringComparer.Ordinal)
            .ToList();
        var (outcome, because) = OutcomeRule.Of(signals, measures.Posts);
        return new(
            accountId, sightings, names, outcome, because, signals,
            TimelineWriter.Of(sightings, releases, events, tally.Clock, mentions),
            tally.ToActivity(),
            MissingList.Of(sightings, releases, measures, postRelease, statistics.Sampled, mentions.Count - earlier.Count, await Documents(cancel)));
    }

    /// <summary>Counts the posts, at the place that the newest row claims from which a time zone follows.</summary>
    private async Task<(ActivityTally Tally, string Release)> Tally(
        string accountId, IReadOnlyList<Account> sightings, Dictionary<string, Release> releases, CorpusStatistics statistics, CancellationToken cancel)
    {
        var profile = sightings.LastOrDefault(s => !s.Hidden.Contains("location") && PlaceReader.Read(s.Location).Zone is not null)
            ?? sightings.LastOrDefault(s => s.Location.Length > 0) ?? sightings.LastOrDefault(ProfileFacts.HasProfile) ?? (sightings is [.., var last] ? last : null);
        var platform = accountId.Split(':')[0];
        var complete = sightings.All(s => ReceivedPosts.AreAll(releases.GetValueOrDefault(s.Source.Release)));
        var (tally, release) = (new ActivityTally(profile, user => statistics.IsImported($"{platform}:{user}"), complete), "");
        await foreach (var post in corpus.PostsOf(accountId, cancel))
        {
            release = release.Length == 0 ? post.Source.Release : release;
            tally.Add(post);
        }

        return (tally, release);
    }

    /// <summary>Documents from before the platform spoke of the account: they were written without knowing of it.</summary>
    private static List<Mention> Earlier(
        IReadOnlyList<Mention> mentions, IReadOnlyList<Account> sightings, Dictionary<string, Release> releases, IReadOnlyList<StatusEvent> events)
    {
        var spoken = sightings.Select(s => releases.GetValueOrDefault(s.Source.Release)?.Announced?.Time)
            .Concat(events.Where(e => e.Kind == StatusKind.Suspended).Select(e => e.Time?.Time)).Min();
        return [.. mentions.Where(m => m.Document.Published < spoken)];
    }

    private async Task<long> Documents(CancellationToken cancel) => (await corpus.Counts(cancel)).GetValueOrDefault(RecordKind.Document);
}
