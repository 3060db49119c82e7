using System.Globalization;

namespace Monitor.Core.Model;

/// <summary>A number of a release's announcement beside what came in.</summary>
/// <param name="What">What is counted: accounts, tweets or media.</param>
/// <param name="Qualifier">How exact the announcement is.</param>
/// <param name="Announced">The number announced.</param>
/// <param name="Received">The number in the newest version; null when nothing was imported that could hold it.</param>
/// <param name="Compared">The comparison in words.</param>
/// <param name="Text">The whole line in words: announced, received, compared.</param>
public sealed record ReleaseBalance(string What, string Qualifier, long Announced, long? Received, string Compared, string Text)
{
    /// <summary>
    /// Largest share by which a received number is usually off an exact one that was announced. Of the Internet Research Agency's 3,841 accounts of October 2018, 3,836 came
    /// (0.13 %); of Catalonia's 130 of June 2019, 129 (0.8 %).
    /// </summary>
    public const double UsualShare = 0.01;

    /// <summary>Announced against received, one line for each number of the announcement; the first of a kind is its sum, the others are parts that cannot be told apart in the files.</summary>
    public static IReadOnlyList<ReleaseBalance> In(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        var sums = release.AnnouncedCounts.DistinctBy(c => c.Of).ToHashSet();
        return [.. release.AnnouncedCounts.Select(c => sums.Contains(c) ? Sum(release, c) : Line(c, null, "a part of the sum or another day's number; the files do not tell it apart"))];
    }

    private static ReleaseBalance Sum(Release release, AnnouncedCount count)
    {
        var version = release.Versions.Count > 0 ? release.Versions[^1] : null;
        long? received = count.Of switch
        {
            "accounts" when version is { Accounts: > 0 } => version.Accounts,
            "tweets" when version is { Posts: > 0 } => version.Posts,
            "media" => version?.Media,
            _ => null,
        };
        return Line(count, received, (version, received) switch
        {
            (null, _) => release.FileNames.Count == 0 ? "nothing imported; the catalogue lists no files" : "nothing imported yet",
            (_, null) when count.Of == "accounts" => "no table of accounts imported; accounts that only posts or events name are not counted here",
            (_, null) => $"no file with {count.Of} imported",
            (_, { } n) => Difference(count, n),
        });
    }

    private static ReleaseBalance Line(AnnouncedCount count, long? received, string compared) => new(
        count.Of, count.Qualifier, count.Value, received, compared,
        $"{Words(count)} announced{(count.Sure ? "" : " (not sure)")}, {(received is { } n ? $"{Number(n)} received: " : "")}{compared}");

    private static string Difference(AnnouncedCount count, long received)
    {
        var difference = received - count.Value;
        var agrees = count.Qualifier switch
        {
            "more than" => difference > 0,
            "fewer than" => difference < 0,
            "about" or "almost" => Math.Abs(difference) <= count.Value * UsualShare,
            _ => difference == 0,
        };
        if (agrees)
        {
            return difference == 0 ? "the same" : "in keeping with the announcement";
        }

        var apart = $"{Number(Math.Abs(difference))} {(difference < 0 ? "fewer" : "more")}";
        return Math.Abs(difference) <= count.Value * UsualShare
            ? $"{apart}, which is normal: publishers leave out or add a few between announcement and publication"
            : string.Create(CultureInfo.InvariantCulture, $"{apart} ({Math.Abs(difference) * 100.0 / count.Value:0.#} %), which is more than usual: files may be missing, or something was withheld");
    }

    private static string Words(AnnouncedCount count) => $"{(count.Qualifier is "" or "exactly" ? "" : count.Qualifier + " ")}{Number(count.Value)} {count.Of}{(count.On is { } on ? $" on {on}" : "")}";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
