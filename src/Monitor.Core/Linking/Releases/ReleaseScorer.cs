using System.Globalization;
using Monitor.Core.Linking.Places;
using Monitor.Core.Linking.Scoring;
using Monitor.Core.Model;

namespace Monitor.Core.Linking.Releases;

/// <summary>Compares a claim or a document with a release of the catalogue: counts, country, platform, dates, the publisher's words.</summary>
internal static class ReleaseScorer
{
    /// <summary>Least score of a listed release: a country alone, without platform or date, is below it.</summary>
    public const double Least = .45;

    public static IReadOnlyList<Reason> Reasons(ClaimFacts facts, Release release, IReadOnlyList<StatedCount> context, IReadOnlyList<Release> all)
    {
        var reasons = new List<Reason>();
        AddCounts(facts.Counts, context, release, reasons);
        AddPlaceAndPlatform(facts, release, reasons);
        AddDate(facts, release, reasons);
        if (!LinkScore.HasFeature(reasons))
        {
            return [];
        }

        var shared = SharedWords.Of(facts.Text, release, all);
        if (shared.Count >= 2)
        {
            var words = string.Join(", ", shared);
            reasons.Add(Weights.PublisherWords.Because(words, release.Description, $"The {facts.Noun} and the publisher's description share the words {words}.", null));
        }

        reasons.Add(Compared(release, all));
        return reasons;
    }

    private static void AddCounts(
        IReadOnlyList<StatedCount> counts, IReadOnlyList<StatedCount> context, Release release, List<Reason> reasons)
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

    /// <summary>Country and platform are one fact where both are named: nearly every release of one country is of one platform.</summary>
    private static void AddPlaceAndPlatform(ClaimFacts facts, Release release, List<Reason> reasons)
    {
        var country = facts.Countries.FirstOrDefault(c => release.Countries.Contains(c.Country));
        var platform = facts.Platforms.Contains(release.Platform);
        var name = Platforms.Name(release.Platform);
        if (country.Country is not null && platform)
        {
            reasons.Add(Weights.CountryAndPlatform.Because(
                $"{country.Text}, {release.Platform}", $"{country.Country}, {release.Platform}",
                $"The {facts.Noun} speaks of {country.Text} and of {name}; the release is of {name} accounts, and its publisher names {country.Country}.", null));
        }
        else if (country.Country is not null)
        {
            reasons.Add(Weights.Country.Because(country.Text, country.Country, $"The {facts.Noun} speaks of {country.Text}; the publisher names {country.Country} for this release.", null));
        }
        else if (platform)
        {
            reasons.Add(Weights.Platform.Because(release.Platform, release.Platform, $"The {facts.Noun} speaks of {name}; the release is of {name} accounts.", null));
        }
    }

    /// <summary>Days lie apart as the dates that are shown do, whatever their hours and offsets.</summary>
    private static void AddDate(ClaimFacts facts, Release release, List<Reason> reasons)
    {
        if (facts.Date is not { } date || release.Announced is not { } announced)
        {
            return;
        }

        int Apart(DateTimeOffset other) => Math.Abs(DateOnly.FromDateTime(other.DateTime).DayNumber - DateOnly.FromDateTime(date.DateTime).DayNumber);
        var stated = release.AnnouncedCounts.Select(c => c.On?.Time).OfType<DateTimeOffset>().Append(announced.Time).MinBy(Apart);
        var days = Apart(stated);
        var weight = days <= 92 ? Weights.NearDate : days <= 366 ? Weights.SameYear : Weights.FarDate;
        var apart = days switch { 0 => "the same day", 1 => "1 day apart", _ => string.Create(CultureInfo.InvariantCulture, $"{days:N0} days apart") };
        reasons.Add(weight.Because(Day(date), Day(stated), $"The {facts.Noun} is of {Day(date)}, the announcement of {Day(stated)}: {apart}.", null));
    }

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
