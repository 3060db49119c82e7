using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Core.Exports;

/// <summary>Writes a network of accounts that acted together, for work outside: GraphML for Gephi, igraph or networkx, a csv edge list for spreadsheets.</summary>
public static class NetworkExport
{
    private static readonly IReadOnlyList<ExportColumn> Columns =
    [
        new("source", "string", "Account id"),
        new("target", "string", "Account id"),
        new("joint", "integer", "Joint actions"),
        new("expected", "number", "Joint actions to be expected by chance"),
        new("chances", "integer", "Objects and hours in which both acted"),
        new("hours", "integer", "Different hours with joint actions"),
        new("p", "number", "Probability of so many or more by chance"),
        new("q", "number", "The same, corrected for all pairs tested (Benjamini and Hochberg 1995)"),
        new("beyond_chance", "string", "yes when q is at most 0.05"),
        new("source_first", "integer", "Joint actions in which the source was first"),
        new("target_first", "integer", "Joint actions in which the target was first"),
        new("first", "datetime", "Time of the first joint action, UTC"),
        new("last", "datetime", "Time of the last joint action, UTC"),
        new("trace", "string", "What was compared"),
        new("window_seconds", "integer", "Seconds that two joint actions may lie apart; a whole minute where times are given to the minute"),
    ];

    /// <summary>
    /// Writes the edges as csv, as <see cref="ExportFormat.Csv"/> says; ids are text, with their platform. The stream stays open. The number of edges is returned.
    /// </summary>
    public static Task<long> Edges(CoordinationNetwork network, Stream output, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        return CsvTable.Write(new("edges", "Accounts that acted together", Columns, Rows(network)), output, cancel);
    }

    /// <summary>Writes nodes and edges as GraphML 1.0 (graphml.graphdrawing.org). The stream stays open. The number of edges is returned.</summary>
    public static long GraphMl(CoordinationNetwork network, Stream output)
    {
        ArgumentNullException.ThrowIfNull(network);
        GraphMlWriter.Write(network, output);
        return network.Edges.Count;
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(CoordinationNetwork network)
    {
        var trace = network.Trace.ToString().ToLowerInvariant();
        foreach (var e in network.Edges)
        {
            yield return
            [
                e.A, e.B, (long)e.Joint, e.Expected.ToString("R", CultureInfo.InvariantCulture), (long)e.Chances, (long)e.Hours, e.P.ToString("R", CultureInfo.InvariantCulture),
                e.Q.ToString("R", CultureInfo.InvariantCulture), e.BeyondChance ? "yes" : "no", (long)e.AFirst, (long)e.BFirst, e.First, e.Last, trace, (long)network.EffectiveWindow,
            ];
        }

        await Task.CompletedTask;
    }
}
