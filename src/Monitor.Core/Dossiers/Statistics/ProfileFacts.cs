using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Statistics;

/// <summary>Yes-or-no facts of one account row, with their thresholds. The same functions measure one account and count all.</summary>
internal static class ProfileFacts
{
    /// <summary>
    /// Years of life before the announcement that count as long. Operated accounts in the archives are mostly made for the operation, one or two years before its
    /// end; the rate of older accounts is measured and printed with the signal.
    /// </summary>
    public const double LongLife = 3;

    /// <summary>Accounts followed from which the ratio says something; below, newcomers look alike.</summary>
    private const long ManyFollowed = 500;

    /// <summary>Followers per followed account that are few. Mutual following, the habit of private accounts, gives about 1.</summary>
    private const double FewFollowers = 0.05;

    /// <summary>Digits that Twitter appends to a name when it proposes a handle.</summary>
    private const int ProposedDigits = 8;

    public static bool IsHandleShown(Account account) => account.Handle.Length > 0 && !account.Hashed && !account.Hidden.Contains("handle");

    /// <summary>True for a handle as the platform proposes it at sign-up: letters and eight digits.</summary>
    public static bool HasDefaultHandle(Account account)
    {
        var handle = account.Handle.AsSpan();
        return handle.Length > ProposedDigits
            && !handle[^ProposedDigits..].ContainsAnyExceptInRange('0', '9')
            && char.IsLetter(handle[^(ProposedDigits + 1)]);
    }

    public static bool FewFollowBack(Account account) =>
        account.Following >= ManyFollowed && account.Followers < FewFollowers * account.Following;

    /// <summary>Day of creation, when the day is known.</summary>
    public static DateOnly? CreatedDay(Account account) =>
        account.Created is { Precision: DatePrecision.Day or DatePrecision.Minute } created ? DateOnly.FromDateTime(created.Time.UtcDateTime) : null;

    /// <summary>Years between creation and the announcement of the release; null when either is not known.</summary>
    public static double? YearsBefore(Account account, Release? release) =>
        account.Created is { } created && release?.Announced is { } announced && announced.Time >= created.Time
            ? (announced.Time - created.Time).TotalDays / 365.25
            : null;
}
