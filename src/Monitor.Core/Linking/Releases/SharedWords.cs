using System.Collections.Concurrent;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Linking.Releases;

/// <summary>Words of a publisher's description that a text repeats, such as "coordinated manipulation"; words that any text on such matters holds say nothing.</summary>
internal static class SharedWords
{
    /// <summary>A word that stands in a fifth of the catalogue's descriptions, and in at least three, tells no release from another.</summary>
    private const int FewDescriptions = 3;
    private const double CommonShare = .2;

    /// <summary>Terms of the descriptions met so far, since every claim is compared with each of them; there are as many as the catalogue has entries.</summary>
    private static readonly ConcurrentDictionary<string, IReadOnlyList<Term>> Descriptions = new(StringComparer.Ordinal);

    /// <summary>Words of newspapers and announcements about removed accounts, and everyday words; chosen by reading, of announcements and articles in English.</summary>
    private static readonly HashSet<string> Generic = [.. Analyzer.Terms(
        """
        account accounts user users profile twitter tweet tweets facebook instagram platform company social media network networks post posts posted posting
        group groups real fake people person public private world country countries state states national international foreign government official officials minister
        president party political politics policy law news report reports reported press name names named number numbers large small part member members
        remove removed removal suspend suspended suspension delete deleted ban banned close closed publish published publication release released archive data dataset
        file files list lists page pages sample text texts article words say says said tell told claim claims call called link linked links connected tied
        associated related attributed directed targeted information operation operations campaign activity behaviour behavior content source further many several
        other others made make created used using work working support supported year years month months day days week weeks time january february march april may june july
        august september october november december first last new old only well also among about number
        """).Select(t => t.Value)];

    /// <summary>The shared words as the description writes them, in its order, each once.</summary>
    public static IReadOnlyList<string> Of(string text, Release release, IReadOnlyList<Release> all)
    {
        var words = Analyzer.Terms(text).Where(t => !t.Stop).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. TermsOf(release)
                .Where(t => !t.Stop && t.Value.Length > 3 && words.Contains(t.Value) && !char.IsDigit(t.Value[0]) && !Generic.Contains(t.Value))
                .DistinctBy(t => t.Value)
                .Where(t => !IsCommon(t.Value, all))
                .Select(t => release.Description[t.Start..t.End]),
        ];
    }

    private static IReadOnlyList<Term> TermsOf(Release release) => Descriptions.GetOrAdd(release.Description, d => Analyzer.Terms(d));

    private static bool IsCommon(string term, IReadOnlyList<Release> all)
    {
        var with = all.Count(r => TermsOf(r).Any(t => t.Value == term));
        return with >= FewDescriptions && with > CommonShare * all.Count;
    }
}
