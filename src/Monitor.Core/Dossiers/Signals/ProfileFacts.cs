using Monitor.Core.Model;
using Monitor.Core.Text.Places;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Facts of an account's bio, place and followers.</summary>
internal static class ProfileFacts
{
    /// <summary>Accounts followed from which the ratio says something; below, newcomers look alike.</summary>
    private const long ManyFollowed = 500;

    /// <summary>
    /// Followers per followed account that are few. Mutual following, the habit of private accounts, gives about 1; so few had 2 of 770 accounts of the Iranian
    /// release of 2018, 3 of 744 of the Chinese of 2019, 5 of 50 of the Central African of 2021 and none of the Cuban and Thai of 2020.
    /// </summary>
    private const double FewFollowers = 0.05;

    public static IReadOnlyList<ProfileFact> All { get; } =
    [
        new("bio-empty", SignalFamily.Profile, SignalSide.Operated, SignalStrength.Weak, // a third of the accounts, and many people, leave it empty
            (a, _) => HasProfile(a) && !a.Hidden.Contains("bio"), (a, _) => string.IsNullOrWhiteSpace(a.Bio), (_, _) => "no bio",
            "It says nothing of itself. Accounts made in numbers are often left so, and many people leave the field empty."),
        new("few-follow-back", SignalFamily.Network, SignalSide.Operated, SignalStrength.Weak, // people who only read follow many and are followed by few
            (a, _) => a is { Followers: not null, Following: not null }, (a, _) => a.Following >= ManyFollowed && a.Followers < FewFollowers * a.Following,
            (a, _) => ProfileFact.Said($"{a.Followers:N0} followers, {a.Following:N0} followed"),
            "It follows many accounts and few follow it. So do accounts that are made to be noticed, and people who only read."),
        new("interface-against-place", SignalFamily.Place, SignalSide.Operated, SignalStrength.Weak, // emigrants keep the language of their telephone
            (a, _) => InterfaceCode(a).Length > 0 && Country(a) is not null, (a, _) => !Fits(InterfaceCode(a), Country(a)!),
            (a, _) => ProfileFact.Said($"interface in {a.Language}, place in {Country(a)}"),
            "The language in which it uses the platform is not one of the country that it claims. So it is with many people who live abroad."),
    ];

    /// <summary>
    /// True for a row of a table with profiles. Lists of handles and events, and FiveThirtyEight's posts, have no column for a bio; of the formats read, exactly those with
    /// one give both the number of accounts followed and the day of creation.
    /// </summary>
    public static bool HasProfile(Account account) => account is { Following: not null, Created: not null };

    private static bool Fits(string code, string country) => code == "en" || CountryLanguages.IsUsedIn(code, country);

    private static string InterfaceCode(Account account) => CountryLanguages.Code(account.Language);

    private static string? Country(Account account) => account.Location.Length == 0 || account.Hidden.Contains("location") ? null : PlaceReader.Read(account.Location).Country;
}
