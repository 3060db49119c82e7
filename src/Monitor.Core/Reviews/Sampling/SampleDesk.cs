using System.Globalization;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Model;

namespace Monitor.Core.Reviews.Sampling;

/// <summary>A sample to be drawn.</summary>
/// <param name="Release">Release id.</param>
/// <param name="Where">Query over its accounts in Monitor's language; empty for all.</param>
/// <param name="Size">Accounts wanted, 1 to <see cref="SampleDesk.MostAccounts"/>.</param>
/// <param name="Seed">Any number; the same one gives the same sample.</param>
/// <param name="Stratify"><c>language</c>, <c>hashed</c>, <c>created-year</c>, or empty.</param>
public sealed record SampleRequest(string Release, string Where, int Size, long Seed, string Stratify = "");

/// <summary>The plan, or why there is none.</summary>
/// <param name="Plan">What was drawn and kept; null when refused.</param>
/// <param name="Error">What is wrong and how to mend it; null when drawn.</param>
public sealed record SampleResult(SamplePlan? Plan, string? Error);

/// <summary>
/// Draws samples of a release's accounts and says how far reviewers have come with them. Within a stratum accounts are taken in the order of <see cref="SampleOrder"/>,
/// so a larger sample holds a smaller one of the same seed wherever a stratum's share of it did not shrink (<see cref="StratumAllocation"/>).
/// </summary>
public sealed class SampleDesk(ICorpus corpus, Ledger.Ledger ledger, ReviewOptions options, TimeProvider time)
{
    /// <summary>Largest sample: with 2,000 judged accounts a share is known to ±2.2 points, and people seldom judge more.</summary>
    public const int MostAccounts = 2_000;

    /// <summary>Most strata: more would leave a handful of accounts in each.</summary>
    private const int MostStrata = 200;

    /// <summary>What a frame can be divided by.</summary>
    public static IReadOnlyList<string> Stratifications { get; } = [.. Stratification.Names];

    /// <summary>Draws a sample and keeps it in the ledger. Reads every account of the release once; memory grows with the size of the sample alone.</summary>
    public async Task<SampleResult> Draw(SampleRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Size is < 1 or > MostAccounts)
        {
            return Refused(string.Create(CultureInfo.InvariantCulture, $"a sample has 1 to {MostAccounts} accounts, not {request.Size}"));
        }

        if (Stratification.By(request.Stratify) is not { } stratumOf)
        {
            return Refused($"a frame is divided by {string.Join(", ", Stratifications)} or not at all, not by '{request.Stratify}'");
        }

        var parse = QueryParser.Parse(request.Where);
        if (parse.Error is { } error)
        {
            return Refused(string.Create(CultureInfo.InvariantCulture, $"the query cannot be read at its character {error.Position + 1}: {error.Message}; {error.Mend}"));
        }

        if (await corpus.Release(request.Release, cancel).ConfigureAwait(false) is not { Versions: [.., var version] } release)
        {
            return Refused($"nothing of a release '{request.Release}' is imported; 'monitor archive list' names those there are");
        }

        var tally = new FrameTally(parse.Tree!);
        var pools = await Pools(release.Id, request, parse.Tree!, stratumOf, tally, cancel).ConfigureAwait(false);
        return pools.Count switch
        {
            0 => Refused(string.Create(CultureInfo.InvariantCulture, $"none of the {tally.ToFrame().Accounts} accounts of '{release.Id}' meets the query, so there is nothing to draw from")),
            > MostStrata => Refused($"the frame falls into more than {MostStrata} strata by {request.Stratify}; divide it by something else"),
            _ => new(ledger.Samples.Keep(Plan(request, version.Number, tally.ToFrame(), pools)), null),
        };
    }

    /// <summary>How far reviewers have come with a sample, and what their verdicts say of the frame.</summary>
    public SampleProgress Progress(SamplePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return SampleProgress.Of(plan, ledger.Reviews.Of, options.ScaleFor("account:"), ledger.Reviews.BlindReviewOfSample(plan.Id));
    }

    private static SampleResult Refused(string error) => new(null, error);

    private async Task<Dictionary<string, StratumPool>> Pools(
        string release, SampleRequest request, QueryNode query, Func<Account, string> stratumOf, FrameTally tally, CancellationToken cancel)
    {
        var condition = QueryCompiler.Compile(query, SearchKind.Accounts);
        var order = new SampleOrder(request.Seed);
        var terms = new FieldTerms();
        var pools = new Dictionary<string, StratumPool>(StringComparer.Ordinal);
        await foreach (var account in corpus.AccountsIn(release, cancel).ConfigureAwait(false))
        {
            RecordTerms.Fill(terms, account);
            var matches = new QueryMatcher(terms, RecordKeys.Of(account)).Matches(condition);
            tally.Add(account, matches);
            if (!matches)
            {
                continue;
            }

            var name = stratumOf(account);
            if (!pools.TryGetValue(name, out var pool))
            {
                if (pools.Count > MostStrata)
                {
                    return pools;
                }

                pools[name] = pool = new(name, request.Size);
            }

            pool.Offer(order.Place(account.Id), account);
        }

        return pools;
    }

    private SamplePlan Plan(SampleRequest request, int version, SampleFrame frame, Dictionary<string, StratumPool> pools)
    {
        var strata = pools.Values.OrderByDescending(p => p.Accounts).ThenBy(p => p.Name, StringComparer.Ordinal).ToList();
        var allocation = StratumAllocation.Of([.. strata.Select(s => s.Accounts)], request.Size);
        var chosen = strata.SelectMany((s, i) => s.First.Take(allocation[i])).OrderBy(c => c.Place, StringComparer.Ordinal).Select(c => c.Account).ToList();
        string[] parts =
        [
            request.Release, Text(version), request.Where.Trim(), Text(request.Seed), Text(request.Size), request.Stratify, Text(frame.Accounts),
            .. strata.SelectMany(s => new[] { s.Name, Text(s.Accounts) }), .. chosen.Select(c => c.Id),
        ];
        return new(
            Ids.Of('s', parts), request.Release, version, request.Where.Trim(), request.Seed, request.Size, request.Stratify, time.GetUtcNow(), frame,
            [.. strata.Select((s, i) => new SampleStratum(s.Name, s.Accounts, allocation[i]))], chosen);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
