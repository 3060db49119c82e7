using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Core.Pipeline;

/// <summary>The release catalogue and the corpus: announcements can be searched and linked before any file was imported.</summary>
public sealed class Catalogue(ICorpus corpus, Relink relink, DataLocks locks, DefinitionBook book)
{
    /// <summary>Brings the entries into the corpus; versions that were imported stay with them. When one is new or changed, links are due to be made anew.</summary>
    public async Task Put(CancellationToken cancel = default)
    {
        using var turn = await locks.CorpusTurn(cancel);
        await relink.DueWhen(
            async () => (await corpus.Put(new CorpusBatch { Releases = await InForce(cancel) }, cancel))[RecordKind.Release] is { } count && count.Added + count.Changed > 0);
    }

    /// <summary>Every release of the catalogue or the corpus with its imported versions, by id; the catalogue's words where both have it. Stores nothing.</summary>
    public async Task<IReadOnlyList<Release>> All(CancellationToken cancel = default) =>
        [.. (await InForce(cancel)).Concat(await corpus.Releases(cancel)).DistinctBy(r => r.Id).OrderBy(r => r.Id, StringComparer.Ordinal)];

    private async Task<IReadOnlyList<Release>> InForce(CancellationToken cancel)
    {
        var releases = new List<Release>();
        foreach (var release in book.Releases)
        {
            releases.Add(release with { Versions = (await corpus.Release(release.Id, cancel))?.Versions ?? [] });
        }

        return releases;
    }
}
