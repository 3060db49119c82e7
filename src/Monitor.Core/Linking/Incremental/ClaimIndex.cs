using Monitor.Core.Linking.Accounts;
using Monitor.Core.Linking.Scoring;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Linking.Incremental;

/// <summary>Everything that claims can be asked by, turned around: from a handle, a name's key, a hashtag, a word or a site to the claims that hold it. In memory, about 2 KB a claim.</summary>
internal sealed class ClaimIndex
{
    private readonly Dictionary<string, List<string>> handles = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string>> hashtags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> sites = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (WantedName Name, List<string> Claims)> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<WantedName>> nameKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Wording Wording, string Claim)>> words = new(StringComparer.Ordinal);

    /// <summary>Adds what a claim says.</summary>
    public void Add(string claim, ClaimFacts facts)
    {
        foreach (var handle in facts.Handles.Append(facts.SpeakerHandle).OfType<string>())
        {
            Put(handles, handle, claim);
        }

        foreach (var hashtag in facts.Hashtags)
        {
            Put(hashtags, Folded(hashtag), claim);
        }

        foreach (var site in facts.Sites)
        {
            Put(sites, site, claim);
        }

        foreach (var name in facts.Names)
        {
            Add(name, claim);
        }

        if (Wording.Of(facts.Text) is { } wording)
        {
            Put(words, wording.Rarest[0], (wording, claim));
        }
    }

    /// <summary>Claims that name the handle.</summary>
    public IReadOnlyList<string> WithHandle(string handle) => handles.GetValueOrDefault(handle) ?? [];

    /// <summary>Claims that the account may be found by: handle, name, site, hashtags of the bio.</summary>
    public IEnumerable<string> Of(Candidate candidate)
    {
        var account = candidate.Account;
        var found = new List<string>();
        if (!account.Hashed && account.Handle.Length > 0)
        {
            found.AddRange(WithHandle(account.Handle));
        }

        if (sites.Count > 0 && !account.Hidden.Contains("url") && AccountMarker.Site(account.Url) is { } site)
        {
            found.AddRange(sites.GetValueOrDefault(site) ?? []);
        }

        if (hashtags.Count > 0 && !account.Hidden.Contains("bio") && account.Bio.Contains('#', StringComparison.Ordinal))
        {
            found.AddRange(Analyzer.Terms(account.Bio).Where(t => t.Value[0] == '#').SelectMany(t => hashtags.GetValueOrDefault(t.Value[1..]) ?? []));
        }

        foreach (var wanted in Lists(candidate.NameKeys).SelectMany(k => nameKeys.GetValueOrDefault(k) ?? []).Distinct().ToList())
        {
            if (candidate.Compare(wanted) is { Verdict: NameVerdict.Same })
            {
                found.AddRange(names[wanted.Name].Claims);
            }
        }

        return found;
    }

    /// <summary>Claims whose hashtags or words the post holds.</summary>
    public IEnumerable<string> Of(Post post)
    {
        var found = post.Hashtags.SelectMany(h => hashtags.GetValueOrDefault(Folded(h)) ?? []).ToList();
        if (words.Count > 0 || hashtags.Count > 0)
        {
            found.AddRange(Analyzer.Terms(post.Text).Where(t => t.Value[0] == '#').SelectMany(t => hashtags.GetValueOrDefault(t.Value[1..]) ?? []));
            var terms = Wording.TermsOf(post.Text);
            found.AddRange(terms.SelectMany(t => words.GetValueOrDefault(t) ?? []).Where(w => w.Wording.SharedWith(terms) >= Wording.Least).Select(w => w.Claim));
        }

        return found;
    }

    private static string Folded(string hashtag) => string.Concat(Analyzer.Fold(hashtag.TrimStart('#', '＃')).Where(c => !char.IsWhiteSpace(c)));

    private static void Put<T>(Dictionary<string, List<T>> index, string key, T value) => (index.TryGetValue(key, out var list) ? list : index[key] = []).Add(value);

    private void Add(string name, string claim)
    {
        if (names.TryGetValue(name, out var known))
        {
            known.Claims.Add(claim);
            return;
        }

        var wanted = WantedName.Of(name);
        names[name] = (wanted, [claim]);
        foreach (var key in wanted.Lists.Select(l => string.Join(' ', l.Order(StringComparer.Ordinal))).Distinct(StringComparer.Ordinal))
        {
            Put(nameKeys, key, wanted);
        }
    }

    /// <summary>Every key and every pair of keys: the lists of a wanted name are no longer.</summary>
    private static IEnumerable<string> Lists(IReadOnlySet<string> keys)
    {
        var sorted = keys.Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            yield return sorted[i];
            for (var j = i + 1; j < sorted.Count; j++)
            {
                yield return $"{sorted[i]} {sorted[j]}";
            }
        }
    }
}
