using Monitor.Core.Model;

namespace Monitor.Core.Linking.Accounts;

/// <summary>A release in which the claim's groups were looked up.</summary>
/// <param name="Release">Release id.</param>
/// <param name="Naming">Accounts in it that name one of the groups (an account that names two counts twice).</param>
/// <param name="Sample">0 when all of them were read; n when only every 2ⁿth.</param>
internal sealed record GroupLookUp(string Release, long Naming, int Sample);

/// <summary>
/// Looks up the accounts that name the claim's groups, or groups near them: in the imported releases that fit the claim, best first; when none is imported, in those of the
/// claim's platform, to a small number. Elsewhere a group alone is no reason: every large release holds students. What would be too many is sampled by the
/// hashes of the ids, so that the same accounts are read whatever came in first.
/// </summary>
internal sealed class GroupCandidates(LinkSession session, Scoring.ClaimFacts facts, IReadOnlyDictionary<string, Link> fitting)
{
    /// <summary>Accounts read for one claim; about 60 µs each.</summary>
    public const int Most = 6_000;

    /// <summary>The same where no release fits and the link rests on the group alone.</summary>
    public const int MostElsewhere = 200;

    private readonly List<GroupLookUp> lookUps = [];

    /// <summary>Releases looked at, in order.</summary>
    public IReadOnlyList<GroupLookUp> LookUps => lookUps;

    /// <summary>True when no imported release fits.</summary>
    public bool Elsewhere { get; private set; }

    /// <summary>The groups asked for: those named, and those near them.</summary>
    public static IReadOnlyList<string> Wanted(Scoring.ClaimFacts facts) =>
        [.. facts.Groups.Select(g => g.Group).SelectMany(g => RelatedGroups.Of(g).Prepend(g)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public async Task<IReadOnlyList<Candidate>> Find(CancellationToken cancel)
    {
        var wanted = Wanted(facts);
        var inForce = Releases();
        var left = Elsewhere ? MostElsewhere : Most;
        var found = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        foreach (var release in wanted.Count > 0 ? inForce : [])
        {
            var naming = 0L;
            foreach (var group in wanted)
            {
                naming += await session.Count(AccountMarker.Counted(group, release.Id), cancel).ConfigureAwait(false);
            }

            var sample = 0;
            while (naming >> sample > left && sample < AccountMarker.Samples)
            {
                sample++;
            }

            // What is left would be a handful of a large release: better none, and said.
            if (naming > 0 && (left <= 0 || (sample > 0 && naming >> sample > left)))
            {
                lookUps.Add(new(release.Id, naming, AccountMarker.Samples + 1));
                continue;
            }

            lookUps.Add(new(release.Id, naming, sample));
            foreach (var group in naming > 0 ? wanted : [])
            {
                foreach (var candidate in await session.Group(group, release.Id, sample, cancel).ConfigureAwait(false))
                {
                    found.TryAdd(candidate.Account.Key, candidate);
                }
            }

            left -= (int)Math.Min(int.MaxValue, naming >> sample);
        }

        return [.. found.Values];
    }

    private List<Release> Releases()
    {
        var imported = session.Releases.Where(r => r.Versions is [.., { Accounts: > 0 }]).ToList();
        var fit = imported.Where(r => fitting.ContainsKey(r.Id)).OrderByDescending(r => fitting[r.Id].Score).ThenBy(r => r.Id, StringComparer.Ordinal).ToList();
        Elsewhere = fit.Count == 0;
        return Elsewhere ? [.. imported.Where(r => facts.Platforms.Contains(r.Platform)).OrderBy(r => r.Id, StringComparer.Ordinal)] : fit;
    }
}
