using Monitor.Core.Dossiers.Statistics;
using Monitor.Core.Dossiers.World;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Signals of what others say of an account.</summary>
internal static class WorldSignals
{
    /// <summary>Different sites that name the handle, from which on one mistaken editor no longer explains it.</summary>
    private const int SeveralSites = 2;

    /// <summary>
    /// Documents that name it before the release was announced, thus without knowing of it. Moderate when two sites name the handle, weak for one or for a name only, which may be
    /// another person's. Newspapers have quoted operated accounts as voices of the people before they were found out (Lukito et al. 2020, The International Journal of Press/Politics 25:196).
    /// </summary>
    public static Signal? NamedEarlier(IReadOnlyList<Mention> earlier, IReadOnlyList<Account> sightings, string release, CorpusStatistics statistics)
    {
        if (earlier.Count == 0)
        {
            return null;
        }

        var sites = earlier.Where(m => m.ByHandle).Select(m => m.Document.Site).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var all = statistics.Named(null);
        return new(
            "named-in-documents", SignalFamily.World, SignalSide.Person, all.Strength(sites >= SeveralSites ? SignalStrength.Moderate : SignalStrength.Weak),
            $"{earlier.Count} collected document{(earlier.Count == 1 ? "" : "s")} from before the release name{(earlier.Count == 1 ? "s" : "")} it, {(sites > 0 ? $"by handle on {sites} site{(sites == 1 ? "" : "s")}" : "by name only")}",
            RateText.Sampled(statistics.Named(release), all),
            "Others knew it before the release was announced. Read what they say: newspapers have also quoted operated accounts as voices of the people, and a name can be another person's.",
            [.. sightings.Select(s => s.Source)])
        {
            Documents = [.. earlier.Select(m => m.Document)],
        };
    }
}
