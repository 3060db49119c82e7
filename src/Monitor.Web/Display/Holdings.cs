using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Web.Display;

/// <summary>What the corpus holds, and what a search in it cannot find.</summary>
/// <param name="Counts">Name, number and address of each kind.</param>
/// <param name="NotFindable">Sentences with counts and causes.</param>
internal sealed record Holdings(IReadOnlyList<(string Name, long Count, string Address)> Counts, IReadOnlyList<string> NotFindable)
{
    private static readonly (RecordKind Kind, string Name, string Address)[] Shown =
    [
        (RecordKind.Claim, "Claims", "/claims"), (RecordKind.Document, "Documents", "/documents"), (RecordKind.Account, "Accounts", "/accounts"),
        (RecordKind.Post, "Posts", "/?in=posts"), (RecordKind.Release, "Releases", "/releases"),
    ];

    /// <summary>The counts of the kinds that were searched (all when empty) as one phrase.</summary>
    public string Searched(string kinds) => string.Join(
        ", ",
        Counts.Where(c => kinds.Length == 0 || kinds.Contains(c.Name, StringComparison.OrdinalIgnoreCase)).Select(c => $"{Wording.Number(c.Count)} {c.Name.ToLowerInvariant()}"));

    public static async Task<Holdings> Of(ICorpus corpus, CancellationToken cancel)
    {
        var counts = await corpus.Counts(cancel);
        var releases = await corpus.Releases(cancel);
        return new([.. Shown.Select(s => (s.Name, counts.GetValueOrDefault(s.Kind), s.Address))], [.. Absent(releases)]);
    }

    private static IEnumerable<string> Absent(IReadOnlyList<Release> releases)
    {
        foreach (var (release, version) in releases.Where(r => r.Versions.Count > 0).Select(r => (r, r.Versions[^1])).Where(p => p.Item2.HashedAccounts > 0))
        {
            yield return $"{release.Title}: the publisher hides the names of {Wording.Number(version.HashedAccounts)} of {Wording.Number(version.Accounts)} accounts, "
                + "so these cannot be found by handle or name.";
        }

        var announced = releases.Where(r => r.Versions.Count == 0).ToList();
        if (announced.Count > 0)
        {
            yield return $"{Wording.Count(announced.Count, "release is", "releases are")} known only from the announcement: none of {(announced.Count == 1 ? "its" : "their")} accounts can be found here.";
        }
    }
}
