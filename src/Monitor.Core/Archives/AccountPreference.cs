using Monitor.Core.Model;

namespace Monitor.Core.Archives;

/// <summary>
/// Which of two rows about one account in one release is kept, so that the order in which files are imported changes nothing: a row of an account
/// table before one that came along with a post, then the newer version, then file name and line.
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
        var version = candidate.Source.Version.CompareTo(stored.Source.Version);
        var file = string.CompareOrdinal(stored.Source.File, candidate.Source.File);
        var line = stored.Source.Line.CompareTo(candidate.Source.Line);
        return (table != 0 ? table : version != 0 ? version : file != 0 ? file : line) >= 0;
    }

    private static bool IsFromPost(Account account) => account.Flags.Contains(FromPost);
}
