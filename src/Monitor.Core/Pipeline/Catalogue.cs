using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Core.Pipeline;

/// <summary>Brings the release catalogue into the corpus: announcements can be searched and linked before any file was imported.</summary>
public static class Catalogue
{
    /// <summary>Puts the entries; versions that were imported stay with them.</summary>
    /// <returns>True when an entry is new or changed, so that links should be made anew.</returns>
    public static async Task<bool> Put(ICorpus corpus, IReadOnlyList<Release> catalogue, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(catalogue);
        var releases = new List<Release>();
        foreach (var release in catalogue)
        {
            releases.Add(release with { Versions = (await corpus.Release(release.Id, cancel))?.Versions ?? [] });
        }

        var count = (await corpus.Put(new CorpusBatch { Releases = releases }, cancel))[RecordKind.Release];
        return count.Added + count.Changed > 0;
    }
}
