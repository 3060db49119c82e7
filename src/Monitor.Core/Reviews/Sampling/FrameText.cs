using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Core.Reviews.Sampling;

/// <summary>What a frame leaves out, in sentences: the estimate of a sample says nothing of these accounts.</summary>
public static class FrameText
{
    private const int FewestOfLanguage = 10;

    /// <summary>One sentence each, with numbers.</summary>
    public static IReadOnlyList<string> LeftOut(SampleFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return [.. Lines(frame)];
    }

    private static IEnumerable<string> Lines(SampleFrame f)
    {
        var left = f.Accounts - f.Matched;
        yield return left == 0
            ? Line($"Nothing: all {f.Accounts:N0} accounts of the release are in the frame.")
            : Line($"{left:N0} of the {f.Accounts:N0} accounts of the release do not meet the query. The numbers below are of them, and may overlap.");
        if (f.FromPosts > 0)
        {
            yield return Line($"{f.FromPosts:N0} of the {f.Accounts:N0} accounts are known from rows of posts only, which may not show their bio.");
        }

        if (f.UnmatchedBioEmpty > 0)
        {
            yield return Line($"{f.UnmatchedBioEmpty:N0} have an empty bio, in which no word can be found.");
        }

        if (f.UnmatchedBioHidden > 0)
        {
            yield return Line($"{f.UnmatchedBioHidden:N0} have a bio that the publisher hides.");
        }

        if (f.UnmatchedHashed > 0)
        {
            yield return Line($"{f.UnmatchedHashed:N0} have a hashed name and handle, in which no word can be found.");
        }

        if (f.UnmatchedBioRead > 0)
        {
            yield return Line($"{f.UnmatchedBioRead:N0} have a bio that was read and does not match.");
        }

        foreach (var script in f.OtherScripts)
        {
            yield return Line($"Of these bios {script.Count:N0} in {(script.Value == "another" ? "other" : script.Value)} letters could not match whatever they say, since the query has no word in such letters.");
        }

        var none = f.Languages.Where(l => l.Matched == 0 && l.WithBio >= FewestOfLanguage).ToList();
        if (f.Matched > 0 && none.Count > 0)
        {
            yield return $"No account matches of those with interface language {string.Join(", ", none.Select(l => Line($"{(l.Language.Length > 0 ? l.Language : "not given")} ({l.WithBio:N0} bios)")))}: perhaps the query lacks their words.";
        }

        if (f.MatchedHashed > 0)
        {
            yield return Line($"In the frame, {f.MatchedHashed:N0} of {f.Matched:N0} accounts have hashed names: they can be judged by their row and posts only, not by who they are.");
        }
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
