using System.Text.RegularExpressions;
using Monitor.Core.Definitions;
using Monitor.Core.Text;

namespace Monitor.Core.Discovery;

/// <summary>Applies a discovery rule to a feed or list that has been fetched: which urls are new pages of this source. It fetches nothing and never throws on bad bytes.</summary>
/// <param name="time">Tells which dates lie in the future.</param>
public sealed class Discoverer(TimeProvider time)
{
    /// <summary>The urls that the page names and the rule lets through.</summary>
    /// <param name="rule">What to look for; exactly one of its <c>Feed</c> and <c>List</c> is set.</param>
    /// <param name="baseUrl">Final url of the page, after redirects.</param>
    /// <param name="mediaType">Content-Type header with its parameters; may be empty.</param>
    /// <param name="payload">Its bytes, unpacked.</param>
    public FoundUrls Discover(DiscoveryRule rule, string baseUrl, string mediaType, byte[] payload)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(baseUrl);
        ArgumentNullException.ThrowIfNull(mediaType);
        ArgumentNullException.ThrowIfNull(payload);
        var issues = new IssueList(baseUrl, time.GetUtcNow());
        if (rule.List is null)
        {
            var feed = new FeedReader(time).Read(baseUrl, mediaType, payload);
            var items = Filter(rule, baseUrl, feed.Entries.Where(e => e.Url is not null).Select(Found), issues);
            return new(items, [.. feed.Issues, .. issues.ToList()], feed.Format);
        }

        if (payload.Length > FeedReader.MaxBytes)
        {
            issues.Add("list-too-large", 0, $"the page has {payload.Length} bytes, more than {FeedReader.MaxBytes}; find a shorter list of this source");
            return new([], issues.ToList(), "");
        }

        var links = Filter(rule, baseUrl, new ListPage(issues).Read(baseUrl, mediaType, payload, rule.Links ?? "a[href]"), issues);
        return new(links, issues.ToList(), "html-list");
    }

    private static FoundUrl Found(FeedEntry entry) => new(
        entry.Url!,
        entry.Title.Length > 0 ? entry.Title : null,
        entry.Published ?? entry.Updated,
        entry.EntryId,
        entry.Summary.Length > 0 ? entry.Summary : null);

    private static List<FoundUrl> Filter(DiscoveryRule rule, string baseUrl, IEnumerable<FoundUrl> found, IssueList issues)
    {
        var (include, exclude) = (Pattern(rule.Include, "include", issues), Pattern(rule.Exclude, "exclude", issues));
        var itself = CanonicalUrl.Of(baseUrl);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var all = 0;
        var kept = new List<FoundUrl>();
        foreach (var item in found.Select(f => f with { Url = CanonicalUrl.Of(f.Url) }).Where(f => f.Url != itself && seen.Add(f.Url)))
        {
            all++;
            if (include?.IsMatch(item.Url) != false && exclude?.IsMatch(item.Url) != true)
            {
                kept.Add(item);
            }
        }

        if (kept.Count == 0 && all > 0)
        {
            issues.Add("rule-lets-nothing-through", 0, $"none of {all} urls passes 'include' and 'exclude'; look at them with 'monitor feed' and mend the rule");
        }

        return kept;
    }

    private static Regex? Pattern(string? pattern, string key, IssueList issues)
    {
        try
        {
            return pattern is null ? null : new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            issues.Add("rule-pattern", 0, $"'{key}' is no regular expression without backtracking: {e.Message}; it was passed over");
            return null;
        }
    }
}
