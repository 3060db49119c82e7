using Monitor.Core.Corpus;
using Monitor.Core.Model;
using Monitor.Web.Hosting;

namespace Monitor.Web.Api;

/// <summary>Posts of archived accounts.</summary>
internal static class PostsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/posts", (HttpContext context, ICorpus corpus, [AsParameters] ListQuery query, CancellationToken cancel) =>
                SearchApi.List(context, corpus, query, SearchKind.Posts, id => corpus.Post(id, cancel), cancel))
            .WithTags("posts").WithSummary("Posts, the newest first, or those that match").Produces<ListJson<Post>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/posts/{**id}", async (HttpContext context, ICorpus corpus, string id, CancellationToken cancel) =>
            {
                id = RawAddress.Behind(context, ApiRoutes.Prefix + "/posts/", id);
                return await corpus.Post(id, cancel) is { } post ? ApiAnswer.Ok(context, post) : ApiAnswer.Unknown("post", id);
            })
            .WithTags("posts").WithSummary("One post with its row; escape a slash in the id as %2F").Produces<Post>().ProducesProblem(StatusCodes.Status404NotFound);
    }
}
