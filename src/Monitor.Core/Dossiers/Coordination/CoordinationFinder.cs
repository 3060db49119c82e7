using Monitor.Core.Dossiers.Coordination.Chance;
using Monitor.Core.Dossiers.Coordination.Networks;
using Monitor.Core.Dossiers.Coordination.Traces;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Coordination;

/// <summary>
/// Finds who acted together: accounts that acted on the same object within a window, repeatedly (Pacheco et al. 2021, "Uncovering coordinated networks on social media";
/// Giglietto et al. 2020; Keller et al. 2020, "Political astroturfing on Twitter"), and holds every pair against a null model in which each post keeps its account, its
/// object and its hour, and its place in the hour is chance. Nothing is drawn by lot: probabilities are computed (see <c>Chance</c>), so a result can be repeated exactly.
/// The result depends neither on the order of the posts nor on the number of threads.
/// </summary>
public static class CoordinationFinder
{
    /// <summary>Reads posts once into the traces of the networks of a kind.</summary>
    /// <param name="posts">Posts in any order. A post that comes twice counts once.</param>
    /// <param name="kind">Acts for four networks, texts for the fifth.</param>
    /// <param name="folder">Where the traces are put, for many posts; what is there is deleted. Null to keep them in memory, about 100 bytes a post.</param>
    /// <param name="options">For the number of threads.</param>
    /// <param name="progress">Told the posts read so far.</param>
    /// <param name="cancel">Stops it.</param>
    public static Task<TraceSet> Read(
        IAsyncEnumerable<Post> posts, TraceKind kind, string? folder = null, CoordinationOptions? options = null, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(posts);
        return TraceCollector.Collect(posts, kind, folder, (options ?? new()).Workers, progress, cancel);
    }

    /// <summary>The network of one trace among posts that were read, without examples.</summary>
    /// <exception cref="ArgumentException">The traces are of the other kind.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window is not between 1 and 1,800 s, or the least number of joint actions below 1.</exception>
    public static CoordinationNetwork Find(TraceSet traces, CoordinationTrace trace, IReadOnlyList<string> releases, CoordinationOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(traces);
        if (traces.Kind != TraceKinds.Of(trace))
        {
            throw new ArgumentException($"the posts were read for {traces.Kind}, which has no trace {trace}", nameof(trace));
        }

        options ??= new();
        options.Check();
        var grid = TimeGrid.Of(traces.Precision, options.Window);
        var empty = new CoordinationNetwork(releases, trace, options.Window, options.Least)
        {
            Precision = traces.Precision,
            EffectiveWindow = traces.Precision == TimePrecision.Day ? 86_400 : grid.EffectiveWindow,
            Posts = traces.Posts,
            LeftOut = traces.LeftOut(trace),
        };
        if (traces.Precision == TimePrecision.Day)
        {
            return empty with { Caveats = CaveatWords.Of(empty, 0, 0, 0) };
        }

        var index = ActionIndex.Build(traces, trace, grid, options.Workers, cancel);
        var found = PairSearch.Run(index, options, cancel);
        var correction = new EdgeCorrection(index, found, options.Least);
        var network = empty with
        {
            Actions = index.Actions,
            Comparable = index.Objects.Length,
            Accounts = correction.Accounts,
            PairsTested = correction.PairsTested,
            Joint = found.Joint,
            Expected = NetworkExpectation.Of(index, options.Workers, cancel),
            P = correction.Lowest,
            EdgesFound = found.Edges.Count + found.NotHeld,
            EdgesBeyondChance = correction.BeyondChance,
            Edges = correction.Edges(traces.Accounts, options.MostEdges),
            Groups = AccountGroups.Of(found.Edges, correction.BeyondChance, traces.Accounts),
        };
        return network with { Caveats = CaveatWords.Of(network, found.Cut, found.NotHeld, MinuteHeaps.Of(index)) };
    }

    /// <summary>Reads posts and finds one network among them.</summary>
    public static async Task<CoordinationNetwork> Find(
        IAsyncEnumerable<Post> posts, CoordinationTrace trace, IReadOnlyList<string> releases, CoordinationOptions? options = null, CancellationToken cancel = default)
    {
        using var traces = await Read(posts, TraceKinds.Of(trace), null, options, null, cancel);
        return Find(traces, trace, releases, options, cancel);
    }
}
