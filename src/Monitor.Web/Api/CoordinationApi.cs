using Monitor.Core.Corpus;
using Monitor.Core.Dossiers.Coordination;
using Monitor.Core.Exports;
using Monitor.Core.Model;
using Monitor.Web.Display;

namespace Monitor.Web.Api;

/// <summary>Two accounts that acted together.</summary>
internal sealed record CoordinationEdgeJson(
    string A,
    string B,
    int Joint,
    double Expected,
    double P,
    double Q,
    bool BeyondChance,
    int Chances,
    int Hours,
    int AFirst,
    int BFirst,
    int Together,
    DateTimeOffset First,
    DateTimeOffset Last,
    IReadOnlyList<JointAction> Examples)
{
    public static CoordinationEdgeJson Of(CoordinationEdge e) =>
        new(e.A, e.B, e.Joint, e.Expected, e.P, e.Q, e.BeyondChance, e.Chances, e.Hours, e.AFirst, e.BFirst, e.Together, e.First, e.Last, e.Examples);
}

/// <summary>Who acted together in a release; read the caveats with it.</summary>
internal sealed record CoordinationJson(
    IReadOnlyList<string> Releases,
    string Trace,
    int Window,
    int EffectiveWindow,
    string Precision,
    int Least,
    long Posts,
    long Actions,
    long Comparable,
    int Accounts,
    long PairsTested,
    long Joint,
    double Expected,
    double P,
    long EdgesFound,
    long EdgesBeyondChance,
    IReadOnlyList<CoordinationEdgeJson> Edges,
    IReadOnlyList<CoordinationGroup> Groups,
    IReadOnlyList<ValueCount> LeftOut,
    IReadOnlyList<string> Caveats)
{
    public static CoordinationJson Of(CoordinationNetwork n) => new(
        n.Releases, ApiJson.Name(n.Trace), n.Window, n.EffectiveWindow, ApiJson.Name(n.Precision), n.Least, n.Posts, n.Actions, n.Comparable, n.Accounts, n.PairsTested, n.Joint, n.Expected, n.P,
        n.EdgesFound, n.EdgesBeyondChance, [.. n.Edges.Select(CoordinationEdgeJson.Of)], n.Groups, n.LeftOut, n.Caveats);
}

/// <summary>The networks of a release, and their files.</summary>
internal static class CoordinationApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/releases/{id}/coordination", Network)
            .WithTags("releases").WithSummary("Accounts of a release that acted together: trace is repost, link, hashtag, reply or text; window is in seconds")
            .Produces<CoordinationJson>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/releases/{id}/coordination.csv", (ICorpus corpus, CoordinationBook book, string id, string? trace, int? window, CancellationToken cancel) =>
                Answer(corpus, book, id, trace, window, n => new EdgeFile(n, FileName(n, "csv")), cancel))
            .WithTags("releases").WithSummary("The pairs as CSV").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/releases/{id}/coordination.graphml", (ICorpus corpus, CoordinationBook book, string id, string? trace, int? window, CancellationToken cancel) =>
                Answer(corpus, book, id, trace, window, Graph, cancel))
            .WithTags("releases").WithSummary("The network as GraphML").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<IResult> Network(HttpContext context, ICorpus corpus, CoordinationBook book, string id, string? trace, int? window, CancellationToken cancel) =>
        Answer(corpus, book, id, trace, window, n => ApiAnswer.Ok(context, CoordinationJson.Of(n)), cancel);

    private static IResult Graph(CoordinationNetwork network)
    {
        var file = new MemoryStream();
        NetworkExport.GraphMl(network, file);
        return Results.Bytes(file.ToArray(), "application/graphml+xml", FileName(network, "graphml"));
    }

    private static async Task<IResult> Answer(ICorpus corpus, CoordinationBook book, string id, string? trace, int? window, Func<CoordinationNetwork, IResult> answer, CancellationToken cancel)
    {
        if (CoordinationChoice.Of(trace, window) is not { } choice)
        {
            return ApiAnswer.Bad(new(
                trace ?? "", 0, $"The trace '{trace}' or the window {window} is not known.", $"trace is repost, link, hashtag, reply or text; window lies between 1 and {CoordinationOptions.LongestWindow} seconds."));
        }

        if (await corpus.Release(id, cancel) is null)
        {
            return ApiAnswer.Unknown("release", id);
        }

        return await book.Of(id, choice.Trace, choice.Window, cancel) is { } network
            ? answer(network)
            : Results.Problem(
                statusCode: StatusCodes.Status404NotFound,
                title: "Not measured yet",
                detail: $"This release has more than {CoordinationBook.MostOnDemand} posts. Measure it with: {choice.Command(id)}");
    }

    private static string FileName(CoordinationNetwork network, string ending) => $"{string.Join('-', network.Releases)}-{ApiJson.Name(network.Trace)}-{network.Window}s.{ending}";

    /// <summary>The edges as a file; made in memory first, since the writer may write synchronously, which a response does not take.</summary>
    private sealed class EdgeFile(CoordinationNetwork network, string name) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var file = new MemoryStream();
            await NetworkExport.Edges(network, file, httpContext.RequestAborted);
            await Results.Bytes(file.ToArray(), "text/csv; charset=utf-8", name).ExecuteAsync(httpContext);
        }
    }
}
