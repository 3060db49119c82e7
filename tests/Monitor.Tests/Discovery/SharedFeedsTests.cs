using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Monitor.Core.Discovery;
using Monitor.Core.Discovery.Markup;

namespace Monitor.Tests.Discovery;

/// <summary>Measures the feed reader on public feeds; the figures go to the test's output.</summary>
public sealed partial class SharedFeedsTests(ITestOutputHelper output)
{
    private readonly FeedReader reader = new(TimeProvider.System);

    [Fact]
    public void Every_real_feed_gives_entries_with_title_url_and_date()
    {
        Assert.SkipUnless(SharedData.Exists("feeds/codehollow"), SharedData.Why("feeds/codehollow"));
        int entries = 0, titles = 0, urls = 0, dates = 0, files = 0;
        foreach (var file in Directory.EnumerateFiles(SharedData.At("feeds/codehollow"), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var feed = reader.Read("https://example.org/feed", "", File.ReadAllBytes(file));
            files++;
            entries += feed.Entries.Count;
            titles += feed.Entries.Count(e => e.Title.Length > 0);
            urls += feed.Entries.Count(e => e.Url is not null);
            dates += feed.Entries.Count(e => (e.Published ?? e.Updated) is not null);
            if (feed.Entries.Count == 0 || feed.Entries.Any(e => e.Url is null || e.Title.Length == 0 || (e.Published ?? e.Updated) is null))
            {
                output.WriteLine($"{Path.GetFileName(file)}: {feed.Entries.Count} entries; {string.Join("; ", feed.Issues.Select(i => $"{i.Kind} {i.Place}: {i.Message}"))}");
            }
        }

        // The other entries have no title or address in their source: RSS 0.92 lets a description stand alone.
        output.WriteLine($"codehollow: {files} files, {entries} entries; title {titles}, url {urls}, date {dates}");
        Assert.True(titles >= entries * 0.97, "titles");
        Assert.True(urls >= entries * 0.97, "urls");
    }

    [Fact]
    public void Well_formed_real_feeds_are_read_as_a_strict_reader_reads_them()
    {
        Assert.SkipUnless(SharedData.Exists("feeds/codehollow"), SharedData.Why("feeds/codehollow"));
        var agreement = new Agreement();
        foreach (var file in Directory.EnumerateFiles(SharedData.At("feeds/codehollow"), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Strict(file) is { } document)
            {
                agreement.Files++;
                var feed = reader.Read("https://example.org/feed", "", File.ReadAllBytes(file));
                var items = document.Descendants().Where(e => e.Name.LocalName is "item" or "entry").ToList();
                Compare(agreement, Path.GetFileName(file), "entries", items.Count.ToString(CultureInfo.InvariantCulture), feed.Entries.Count.ToString(CultureInfo.InvariantCulture));
                foreach (var (item, entry) in items.Zip(feed.Entries))
                {
                    Compare(agreement, Path.GetFileName(file), "title", item.Elements().FirstOrDefault(e => e.Name.LocalName == "title" && e.Name.Namespace == item.Name.Namespace)?.Value, entry.Title);
                    Compare(agreement, Path.GetFileName(file), "id", item.Elements().FirstOrDefault(e => e.Name.LocalName is "guid" or "id" && e.Name.Namespace == item.Name.Namespace)?.Value, entry.EntryId);
                }
            }
        }

        agreement.Tell("codehollow, strict", output);
        Assert.True(agreement.Share >= 0.98, $"agreement {agreement.Share:P1}");
    }

    [Fact]
    public void Feeds_with_expected_results_agree_with_them()
    {
        Assert.SkipUnless(SharedData.Exists("feeds/gofeed"), SharedData.Why("feeds/gofeed"));
        var agreement = new Agreement();
        foreach (var expected in Directory.EnumerateFiles(SharedData.At("feeds/gofeed"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var source = expected.EndsWith("_expected.json", StringComparison.Ordinal) ? expected.Replace("_expected", "", StringComparison.Ordinal) : Path.ChangeExtension(expected, ".xml");
            if (!File.Exists(source) || Parse(expected) is not { RootElement.ValueKind: JsonValueKind.Object } json)
            {
                continue;
            }

            var feed = reader.Read("", "", File.ReadAllBytes(source));
            var name = Path.GetRelativePath(SharedData.At("feeds/gofeed"), source);
            agreement.Files++;
            Compare(agreement, name, "feed title", Text(json.RootElement, "title"), feed.Title);
            var items = Items(json.RootElement);
            Compare(agreement, name, "entries", items.Count.ToString(CultureInfo.InvariantCulture), feed.Entries.Count.ToString(CultureInfo.InvariantCulture));
            foreach (var (item, entry) in items.Zip(feed.Entries))
            {
                Compare(agreement, name, "title", Text(item, "title"), entry.Title);
                Compare(agreement, name, "link", Text(item, "link") ?? Text(item, "url"), entry.Url);
                Compare(agreement, name, "id", Text(item, "guid") ?? Text(item, "id"), entry.EntryId);
                Compare(agreement, name, "published", Utc(Text(item, "publishedParsed") ?? Text(item, "pubDateParsed") ?? Text(item, "date_published")), Utc(entry.Published));
                Compare(agreement, name, "updated", Utc(Text(item, "updatedParsed") ?? Text(item, "date_modified")), Utc(entry.Updated));
            }
        }

        agreement.Tell("gofeed", output);
        Assert.True(agreement.Share >= 0.97, $"agreement {agreement.Share:P1}");
    }

    [Fact]
    public void Well_formed_and_ill_formed_feeds_agree_with_what_their_authors_expect()
    {
        Assert.SkipUnless(SharedData.Exists("feeds/feedparser"), SharedData.Why("feeds/feedparser"));
        var unread = new List<string>();
        var agreement = new Agreement();
        foreach (var file in Directory.EnumerateFiles(SharedData.At("feeds/feedparser"), "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var payload = File.ReadAllBytes(file);
            var head = Encoding.Latin1.GetString(payload).Replace("\0", "", StringComparison.Ordinal);
            var feed = reader.Read("http://127.0.0.1:8097/feed", MediaTypeLine().Match(head) is { Success: true } m ? m.Groups[1].Value.Trim() : "", payload);
            agreement.Files++;
            var name = Path.GetRelativePath(SharedData.At("feeds/feedparser"), file);
            if (feed.Format.Length == 0)
            {
                unread.Add(name);
            }

            var expect = ExpectLine().Match(head).Groups[1].Value;
            foreach (Match check in Expectation().Matches(expect))
            {
                var index = check.Groups["n"].Success ? int.Parse(check.Groups["n"].Value, CultureInfo.InvariantCulture) : -1;
                var entry = index >= 0 ? feed.Entries.ElementAtOrDefault(index) : null;
                var found = (index < 0, check.Groups["key"].Value) switch
                {
                    (true, "title") => feed.Title,
                    (true, "link") => feed.Site,
                    (false, "title") => entry?.Title,
                    (false, "link") => entry?.Url,
                    (false, "id" or "guid") => entry?.EntryId,
                    (false, "published_parsed") => Tuple(entry?.Published),
                    (false, "updated_parsed") => Tuple(entry?.Updated ?? entry?.Published),
                    _ => "?",
                };
                if (found != "?" && (index >= 0 || check.Groups["key"].Value is "title" or "link"))
                {
                    var value = check.Groups["tuple"].Success ? TupleOf(check.Groups["tuple"].Value) : Regex.Unescape(check.Groups["value"].Value.Replace("\\'", "'", StringComparison.Ordinal));
                    Compare(agreement, name, check.Groups["key"].Value, value, found);
                }
            }
        }

        output.WriteLine($"feedparser: {unread.Count} files are no feed for the reader: {string.Join(", ", unread.GroupBy(f => Path.GetDirectoryName(f)).Select(g => $"{g.Key} {g.Count()}"))}");
        agreement.Tell("feedparser", output);
        Assert.True(agreement.Share >= 0.90, $"agreement {agreement.Share:P1}");
    }

    private static void Compare(Agreement agreement, string file, string key, string? expected, string? found)
    {
        if (!string.IsNullOrWhiteSpace(expected))
        {
            var words = key is "title" or "feed title" ? PlainWords.OfHtml(expected) : expected.Trim();
            var same = words == (found ?? "") || DoubledCharset.Mend(words) == found || PlainWords.OfText(expected) == (found ?? "") || (key == "link" && words.TrimEnd('/') == found?.TrimEnd('/'));
            agreement.Count(key, same, $"{file}: {key} '{Core.Text.Shortened.Cut(words, 90)}' read as '{Core.Text.Shortened.Cut(found ?? "", 90)}'");
        }
    }

    private static XDocument? Strict(string file)
    {
        try
        {
            return XDocument.Load(file);
        }
        catch (System.Xml.XmlException)
        {
            return null;
        }
    }

    private static JsonDocument? Parse(string file)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(file));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<JsonElement> Items(JsonElement root) =>
        root.TryGetProperty("items", out var items) || root.TryGetProperty("entries", out items) ? [.. items.EnumerateArray()] : [];

    private static string? Text(JsonElement from, string key) => from.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Utc(string? date) => date is null ? null : Utc(DateTimeOffset.Parse(date, CultureInfo.InvariantCulture));

    private static string? Utc(DateTimeOffset? date) => date?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    private static string? Tuple(DateTimeOffset? date) => date?.ToUniversalTime().ToString("yyyy M d H m s", CultureInfo.InvariantCulture);

    private static string TupleOf(string text) => string.Join(' ', text.Split(',').Take(6).Select(n => n.Trim()));

    [GeneratedRegex(@"Header:\s*Content-type:\s*(.*)", RegexOptions.IgnoreCase)]
    private static partial Regex MediaTypeLine();

    [GeneratedRegex(@"Expect:\s*(.*)")]
    private static partial Regex ExpectLine();

    [GeneratedRegex(@"(?:entries\[(?<n>\d+)\]|feed)(?:\['(?<key>\w+)'\]|\.(?<key>\w+)) == (?:u?'(?<value>(?:[^'\\]|\\.)*)'|\((?<tuple>[\d, ]+)\))")]
    private static partial Regex Expectation();

    private sealed class Agreement
    {
        private readonly SortedDictionary<string, (int Same, int All)> counts = new(StringComparer.Ordinal);
        private readonly List<string> differences = [];

        public int Files { get; set; }

        public double Share => (double)counts.Values.Sum(c => c.Same) / counts.Values.Sum(c => c.All);

        public void Count(string key, bool same, string difference)
        {
            var (s, a) = counts.GetValueOrDefault(key);
            counts[key] = (s + (same ? 1 : 0), a + 1);
            if (!same)
            {
                differences.Add(difference);
            }
        }

        public void Tell(string set, ITestOutputHelper output)
        {
            output.WriteLine($"{set}: {Files} files, {counts.Values.Sum(c => c.All)} values compared, {Share:P1} agree");
            output.WriteLine(string.Join(", ", counts.Select(c => $"{c.Key} {c.Value.Same}/{c.Value.All}")));
            differences.ForEach(output.WriteLine);
        }
    }
}
