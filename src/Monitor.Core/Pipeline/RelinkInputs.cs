using System.Security.Cryptography;
using System.Text;
using Monitor.Core.Corpus;
using Monitor.Core.Linking.Accounts;
using Monitor.Core.Linking.Incremental;
using Monitor.Core.Model;

namespace Monitor.Core.Pipeline;

/// <summary>What links rest on, now and when they were last made: the rules, the catalogue, each release.</summary>
internal sealed class RelinkInputs
{
    private const string RulesName = "rules";
    private const string CatalogueName = "catalogue";
    private const string ReleasePrefix = "release ";

    public RelinkInputs(IReadOnlyList<Release> releases, IReadOnlyDictionary<string, string> before)
    {
        List<LinkInput> now =
        [
            new(RulesName, AccountMarker.Rules), new(CatalogueName, ReleaseState.OfCatalogue(releases)),
            .. releases.Select(r => new LinkInput(ReleasePrefix + r.Id, ReleaseState.Of(r))),
        ];
        Changed = [.. now.Where(i => before.GetValueOrDefault(i.Of) != i.Fingerprint)];
        Releases = [.. Changed.Where(i => i.Of.StartsWith(ReleasePrefix, StringComparison.Ordinal)).Select(i => i.Of[ReleasePrefix.Length..])];
        Rules = before.ContainsKey(RulesName) && Changed.Any(i => i.Of == RulesName);
        All = Changed.Any(i => i.Of is RulesName or CatalogueName);
        State = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', now.Select(i => $"{i.Of} {i.Fingerprint}")))))[..16];
    }

    /// <summary>Inputs that differ from what the stored links were made from.</summary>
    public IReadOnlyList<LinkInput> Changed { get; }

    /// <summary>Releases among them.</summary>
    public IReadOnlyList<string> Releases { get; }

    /// <summary>True when accounts are to be marked anew; an import marks them by the rules in force, so a new corpus needs it not.</summary>
    public bool Rules { get; }

    /// <summary>True when every claim is to be linked anew: what the catalogue says of one release weighs in the comparison with any other.</summary>
    public bool All { get; }

    /// <summary>All of it as one fingerprint.</summary>
    public string State { get; }
}
