namespace Monitor.Web.Api;

/// <summary>All routes of the API under one prefix.</summary>
internal static class ApiRoutes
{
    public const string Prefix = "/api/v1";

    /// <summary>True for addresses of the API, whose errors are problem details and not pages; <c>/api</c> itself is a page for people.</summary>
    public static bool Covers(PathString path) => path.StartsWithSegments("/api", out var rest) && rest.Value is { Length: > 1 };

    public static void Map(WebApplication app)
    {
        var api = app.MapGroup(Prefix);
        SearchApi.Map(api);
        ClaimsApi.Map(api);
        DocumentsApi.Map(api);
        AccountsApi.Map(api);
        PostsApi.Map(api);
        ReleasesApi.Map(api);
        CoordinationApi.Map(api);
        LinksApi.Map(api);
        SearchesApi.Map(api);
        CrawlersApi.Map(api);
        IssuesApi.Map(api);
        ReviewsApi.Map(api);
        HashtagsApi.Map(api);
        SamplesApi.Map(api);
        PeopleApi.Map(api);
        app.MapSwagger("/api/{documentName}/openapi.json");
    }
}
