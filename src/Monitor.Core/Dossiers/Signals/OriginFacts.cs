using System.Text.RegularExpressions;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Facts of how and when an account was made.</summary>
internal static partial class OriginFacts
{
    /// <summary>
    /// Years of life before the announcement that count as long. Of the accounts in the published tables so old were 15 % (Iran, October 2018), 30 % (China, August
    /// 2019), 9 % (Catalonia, June 2019), 13 % (Cuba, October 2020) and 1 % (Thailand, October 2020).
    /// </summary>
    public const double LongLife = 3;

    /// <summary>Digits that Twitter appends to a name when it proposes a handle.</summary>
    private const int ProposedDigits = 8;

    /// <summary>
    /// Characters from which on a handle can look random, and the mean length of its pieces (a word, capitals in a row, digits in a row) up to which it does. Words make
    /// pieces of five letters, random signs of one or two. So look 113 of 490 plain handles of the Chinese release of 2019 (cut and mixed like <c>xQ7bLk2Zp9</c>), 2 of
    /// 2,856 of the Internet Research Agency's and 26 of 6,228 of an observer's list of suspended accounts.
    /// </summary>
    private const int LeastRandom = 10;
    private const double PieceLength = 2.0;

    public static IReadOnlyList<ProfileFact> All { get; } =
    [
        new("years-before", SignalFamily.Origin, SignalSide.Person, SignalStrength.Moderate, // accounts are also sold, stolen and given away
            (a, r) => YearsBefore(a, r) is not null, (a, r) => YearsBefore(a, r) >= LongLife,
            (a, r) => ProfileFact.Said($"created {a.Created}, {YearsBefore(a, r):0.0} years before the announcement"),
            "It lived for years before the release was announced. Accounts made for an operation are mostly younger; old accounts are also sold or stolen."),
        new("handle-default", SignalFamily.Origin, SignalSide.Operated, SignalStrength.Weak, // everybody who takes what sign-up proposes has such a one
            (a, _) => IsHandleShown(a), (a, _) => HasDefaultHandle(a), (a, _) => $"@{a.Handle}",
            "Its handle ends in eight digits, as the platform proposes them at sign-up. Many newcomers keep such a handle."),
        new("handle-random", SignalFamily.Origin, SignalSide.Operated, SignalStrength.Weak, // the platform proposes such to people whose name has no Latin letters
            (a, _) => IsHandleShown(a), (a, _) => LooksRandom(a.Handle), (a, _) => $"@{a.Handle}",
            "Its handle looks like random letters and digits. Programs make such; the platform proposes them, too, to people whose name has no Latin letters."),
    ];

    public static bool IsHandleShown(Account account) => account.Handle.Length > 0 && !account.Hashed && !account.Hidden.Contains("handle");

    /// <summary>True for a handle as the platform proposes it at sign-up: letters and eight digits.</summary>
    public static bool HasDefaultHandle(Account account)
    {
        var handle = account.Handle.AsSpan();
        return handle.Length > ProposedDigits
            && !handle[^ProposedDigits..].ContainsAnyExceptInRange('0', '9')
            && char.IsLetter(handle[^(ProposedDigits + 1)]);
    }

    /// <summary>True for a handle in short pieces of letters and digits.</summary>
    public static bool LooksRandom(string handle)
    {
        var letters = handle.Replace("_", "", StringComparison.Ordinal);
        return letters.Length >= LeastRandom && letters.Length <= PieceLength * Pieces().Count(letters);
    }

    /// <summary>Day of creation, when the day is known.</summary>
    public static DateOnly? CreatedDay(Account account) =>
        account.Created is { Precision: DatePrecision.Day or DatePrecision.Minute } created ? DateOnly.FromDateTime(created.Time.UtcDateTime) : null;

    /// <summary>Years between creation and the announcement of the release; null when either is not known.</summary>
    public static double? YearsBefore(Account account, Release? release) =>
        account.Created is { } created && release?.Announced is { } announced && announced.Time >= created.Time
            ? (announced.Time - created.Time).TotalDays / 365.25
            : null;

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();
}
