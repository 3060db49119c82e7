using Monitor.Core.Linking.Places;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Linking.Accounts;

/// <summary>An account that is compared with claims, with what is read out of it once.</summary>
/// <param name="Account">The account.</param>
/// <param name="Findings">Groups of its bio, name and location.</param>
/// <param name="NameKeys">Keys of its name; empty when it cannot be read.</param>
/// <param name="Places">Countries of its location.</param>
internal sealed record Candidate(Account Account, GroupFindings Findings, IReadOnlySet<string> NameKeys, IReadOnlyList<CountryMention> Places)
{
    public static Candidate Of(Account account) => new(
        account,
        GroupFinder.InAccount(account),
        account.Hashed || account.Hidden.Contains("name") ? new HashSet<string>() : Text.NameKeys.Of(account.Name).ToHashSet(StringComparer.Ordinal),
        account.Location.Length > 0 && !account.Hidden.Contains("location") ? Gazetteer.Countries(account.Location) : []);

    /// <summary>The comparison of a name with this account's, when they share the keys of one of the lists; null when they do not.</summary>
    public NameMatch? Compare(WantedName wanted) =>
        wanted.Lists.Any(l => l.All(NameKeys.Contains)) ? Names.Compare(wanted.Name, Account.Name) : null;
}

/// <summary>A name that a claim holds.</summary>
/// <param name="Name">As written.</param>
/// <param name="Lists">Keys, all of one list of which an account's name must share, see <see cref="Text.NameKeys.Wanted"/>.</param>
internal sealed record WantedName(string Name, IReadOnlyList<IReadOnlyList<string>> Lists)
{
    public static WantedName Of(string name) => new(name, Text.NameKeys.Wanted(name));
}
