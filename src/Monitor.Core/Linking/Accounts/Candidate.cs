using Monitor.Core.Linking.Places;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Linking.Accounts;

/// <summary>An account that is compared with claims, with what is read out of it once, when it is first asked for: most candidates for a name fail by the name alone.</summary>
internal sealed class Candidate(Account account)
{
    private readonly Lazy<GroupFindings> findings = new(() => GroupFinder.InAccount(account));
    private readonly Lazy<IReadOnlySet<string>> nameKeys = new(() => account.Hashed || account.Hidden.Contains("name") ? new HashSet<string>() : Text.NameKeys.Of(account.Name).ToHashSet(StringComparer.Ordinal));
    private readonly Lazy<IReadOnlyList<CountryMention>> places = new(() => account.Location.Length > 0 && !account.Hidden.Contains("location") ? Gazetteer.Countries(account.Location) : []);

    /// <summary>The account.</summary>
    public Account Account => account;

    /// <summary>Groups of its bio, name and location.</summary>
    public GroupFindings Findings => findings.Value;

    /// <summary>Keys of its name; empty when it cannot be read.</summary>
    public IReadOnlySet<string> NameKeys => nameKeys.Value;

    /// <summary>Countries of its location.</summary>
    public IReadOnlyList<CountryMention> Places => places.Value;

    /// <summary>The comparison of a name with this account's, when they share the keys of one of the lists; null when they do not.</summary>
    public NameMatch? Compare(WantedName wanted) =>
        NameKeys.Count > 0 && wanted.Lists.Any(l => l.All(NameKeys.Contains)) ? Names.Compare(wanted.Name, account.Name) : null;
}

/// <summary>A name that a claim holds.</summary>
/// <param name="Name">As written.</param>
/// <param name="Lists">Keys, all of one list of which an account's name must share, see <see cref="Text.NameKeys.Wanted"/>.</param>
internal sealed record WantedName(string Name, IReadOnlyList<IReadOnlyList<string>> Lists)
{
    public static WantedName Of(string name) => new(name, Text.NameKeys.Wanted(name));
}
