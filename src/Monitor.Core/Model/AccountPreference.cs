namespace Monitor.Core.Model;

/// <summary>
/// Which of two rows about one account in one release is kept, so that the order in which files are imported changes nothing: a row of an account
/// table before one that came along with a post, then as <see cref="RowPreference"/> says.
/// </summary>
public static class AccountPreference
{
    /// <summary>Flag of an account that was read from a post's row.</summary>
    public const string FromPost = "from-post";

    /// <summary>True when <paramref name="candidate"/> is to be stored although <paramref name="stored"/> is there, or nothing is.</summary>
    public static bool Better(Account candidate, Account? stored)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        if (stored is null)
        {
            return true;
        }

        var table = IsFromPost(stored).CompareTo(IsFromPost(candidate));
        return table != 0 ? table > 0 : RowPreference.Better(candidate.Source, stored.Source);
    }

    private static bool IsFromPost(Account account) => account.Flags.Contains(FromPost);
}

/// <summary>Which of two rows that say different things of one post (or of one account in one release) is kept, whatever came in first.</summary>
public static class RowPreference
{
    /// <summary>
    /// True when what <paramref name="candidate"/> shows is to be stored although what <paramref name="stored"/> shows is there: the release whose id comes first, of one
    /// release the newer version, then the file and the line that come first; the same row replaces itself.
    /// </summary>
    public static bool Better(RowRef candidate, RowRef stored)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(stored);
        var release = string.CompareOrdinal(stored.Release, candidate.Release);
        var version = candidate.Version.CompareTo(stored.Version);
        var file = string.CompareOrdinal(stored.File, candidate.File);
        var line = stored.Line.CompareTo(candidate.Line);
        return (release != 0 ? release : version != 0 ? version : file != 0 ? file : line) >= 0;
    }
}
