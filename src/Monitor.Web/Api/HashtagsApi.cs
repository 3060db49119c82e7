using Monitor.Core.Dossiers.Hashtags;
using Monitor.Web.Display;
using Monitor.Web.Hosting;

namespace Monitor.Web.Api;

/// <summary>Hashtags.</summary>
internal static class HashtagsApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/hashtags/{**tag}", One)
            .WithTags("hashtags").WithSummary("Who used a hashtag, when, in which releases and spellings; without #, and one that nobody used has 0 uses")
            .Produces<HashtagDossier>().ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> One(HttpContext context, HashtagBuilder builder, string tag, CancellationToken cancel)
    {
        var (read, error) = Hashtag.Read(RawAddress.Behind(context, ApiRoutes.Prefix + "/hashtags/", tag));
        return read is null
            ? ApiAnswer.Bad(new QueryFault("", 0, error, "Give one hashtag, such as YouAreBots."))
            : ApiAnswer.Ok(context, await builder.Build(read, cancel));
    }
}
