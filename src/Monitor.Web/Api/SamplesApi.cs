using Monitor.Core.Ledger;
using Monitor.Core.Reviews.Sampling;
using Monitor.Web.Display;

namespace Monitor.Web.Api;

/// <summary>A sample in a list.</summary>
internal sealed record SampleJson(string Id, string Release, int Version, string Where, long Seed, int Size, string Stratify, DateTimeOffset Drawn, long Matched, int Chosen, int Judged)
{
    public static SampleJson Of(SampleProgress p) => new(
        p.Plan.Id, p.Plan.Release, p.Plan.Version, p.Plan.Where, p.Plan.Seed, p.Plan.Size, p.Plan.Stratify, p.Plan.Drawn, p.Plan.Frame.Matched, p.Plan.Chosen.Count, p.Judged);
}

/// <summary>A sample with its verdicts and what they say of the frame.</summary>
internal sealed record SampleDetailJson(SampleProgress Sample, IReadOnlyList<string> LeftOut);

/// <summary>Samples that reviewers work through.</summary>
internal static class SamplesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/samples", (HttpContext context, Ledger ledger, SampleDesk desk, string? release, string? cursor, int? limit) =>
                Slice.Of([.. ledger.Samples.All(release).Select(p => SampleJson.Of(desk.Progress(p)))], cursor, limit) is { } slice
                    ? ApiAnswer.Ok(context, slice)
                    : ApiAnswer.Bad(QueryFault.Cursor))
            .WithTags("samples").WithSummary("Samples of accounts in the order in which they were drawn, of one release when given")
            .Produces<ListJson<SampleJson>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/samples/{id}", (HttpContext context, Ledger ledger, SampleDesk desk, string id) =>
                ledger.Samples.Get(id) is { } plan
                    ? ApiAnswer.Ok(context, new SampleDetailJson(desk.Progress(plan), FrameText.LeftOut(plan.Frame)))
                    : ApiAnswer.Unknown("sample", id))
            .WithTags("samples").WithSummary("One sample with the verdicts on its accounts and what they say of the frame")
            .Produces<SampleDetailJson>().ProducesProblem(StatusCodes.Status404NotFound);
    }
}
