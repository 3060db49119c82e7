using System.Globalization;
using Monitor.Core.Linking.Scoring;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Linking.Releases;

/// <summary>Compares a claim or a document with a release of the catalogue: counts, country, platform, dates, the publisher's words.</summary>
internal static class ReleaseScorer
{
    /// <summary>Least score of a listed release: a country alone, without platform or date, is below it.</summary>
    public const double Least = .45;

    public static IReadOnlyList<Reason> Reasons(ClaimFacts facts, Release release, IReadOnlyList<(double Value, string Text, bool Rough)> context, IReadOnlyList<Release> all)
    {
        var reasons = new List<Reason>();
        AddCounts(facts.Counts, context, release, reasons);
        foreach (var country in facts.Countries.Where(c => release.Countries.Contains(c.Country)).Take(1))
        {
            reasons.Add(Weights.Country.Because(country.Text, country.Country, $"The claim speaks of {country.Text}; the publisher names {country.Country} for this release.", null));
        }

        if (facts.Platforms.Contains(release.Platform))
        {
            reasons.Add(Weights.Platform.Because(release.Platform, release.Platform, $"Both are about {release.Platform}.", null));
        }

        if (facts.Date is { } date && release.Announced is { } announced)
        {
            var stated = release.AnnouncedCounts.Select(c => c.On?.Time).OfType<DateTimeOffset>().Append(announced.Time).MinBy(t => (t - date).Duration());
            var days = (int)(stated - date).Duration().TotalDays;
            var weight = days <= 92 ? Weights.NearDate : days <= 366 ? Weights.SameYear : Weights.FarDate;
            reasons.Add(weight.Because(Day(date), Day(stated), $"The claim is of {Day(date)}, the announcement of {Day(stated)}: {days} days apart.", null));
        }

        var shared = SharedWords(facts.Text, release.Description);
        if (shared.Count >= 2)
        {
            reasons.Add(Weights.PublisherWords.Because(string.Join(", ", shared), release.Description, $"The publisher's description shares the words {string.Join(", ", shared)}.", null));
        }

        if (LinkScore.HasFeature(reasons))
        {
            reasons.Add(Compared(release, all));
        }

        return reasons;
    }

    private static void AddCounts(
        IReadOnlyList<(double Value, string Text, bool Rough)> counts, IReadOnlyList<(double Value, string Text, bool Rough)> context, Release release, List<Reason> reasons)
    {
        foreach (var (value, text, source) in Numbers(release))
        {
            var exact = counts.FirstOrDefault(c => Math.Abs(c.Value - value) < .5);
            var beside = context.FirstOrDefault(c => Math.Abs(c.Value - value) < .5);
            var near = counts.FirstOrDefault(c => c.Rough && c.Value >= 500 && Math.Abs(c.Value - value) <= .1 * c.Value);
            if (exact.Text is not null && value >= 20)
            {
                reasons.Add(Weights.Count.Because(exact.Text, text, $"The number {exact.Text} is {source}.", null));
            }
            else if (beside.Text is not null && value >= 100)
            {
                reasons.Add(Weights.ContextCount.Because(beside.Text, text, $"An article that tells the claim states {beside.Text}, which is {source}.", null));
            }
            else if (near.Text is not null)
            {
                reasons.Add(Weights.NearCount.Because(near.Text, text, $"'{near.Text}' is near {text}, {source}.", null));
            }
        }
    }

    private static IEnumerable<(double Value, string Text, string Source)> Numbers(Release release)
    {
        foreach (var count in release.AnnouncedCounts.Where(c => c.Of.Contains("account", StringComparison.OrdinalIgnoreCase)))
        {
            yield return (count.Value, Number(count.Value), $"what {release.Platform} announced{(count.On is { } on ? $" on {on}" : "")}");
        }

        if (release.Versions is [.., { Accounts: > 0 } last] && release.AnnouncedCounts.All(c => c.Value != last.Accounts))
        {
            yield return (last.Accounts, Number(last.Accounts), "the number of accounts received");
        }
    }

    private static Reason Compared(Release release, IReadOnlyList<Release> all)
    {
        var announced = release.AnnouncedCounts.Where(c => c.Of.Contains("account", StringComparison.OrdinalIgnoreCase)).OrderBy(c => c.On?.Time ?? release.Announced?.Time ?? default)
            .Select(c => Number(c.Value) + (c.On is { } on ? $" ({on})" : "")).ToList();
        // What was announced without files came in later under another entry: one that this entry names and that announces one of the same numbers.
        var related = all.Where(r => release.FileNames.Count == 0 && release.Related.Contains(r.Id) && r.Versions.Count > 0
            && r.AnnouncedCounts.Any(c => release.AnnouncedCounts.Any(o => o.Value == c.Value)));
        var received = string.Join("; ", related.Prepend(release).Where(r => r.Versions.Count > 0)
            .Select(r => $"{Number(r.Versions[^1].Accounts)} accounts, {Number(r.Versions[^1].HashedAccounts)} of them hashed{(r == release ? "" : $" (as {r.Id})")}"));
        received = received.Length == 0 ? "nothing imported" : received;
        var text = announced.Count == 0 ? "no number" : string.Join(", ", announced);
        return Weights.AnnouncedAgainstReceived.Because(text, received, $"Announced: {text}. Received: {received}.", null);
    }

    private static List<string> SharedWords(string text, string description)
    {
        var words = Analyzer.Terms(text).Where(t => !t.Stop).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
        return [.. Analyzer.Terms(description).Where(t => !t.Stop && t.Value.Length > 3 && words.Contains(t.Value) && !IsCommon(t.Value)).Select(t => t.Value).Distinct()];
    }

    /// <summary>Words that every release and most claims hold.</summary>
    private static bool IsCommon(string term) => term is "account" or "twitter" or "tweet" or "facebook" || char.IsAsciiDigit(term[0]);

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
