using Monitor.Core.Ledger;

namespace Monitor.Tests.Web;

/// <summary>
/// Who may call what: every method and address of the site with the least role that it takes; null for those that are open to everybody. A new page, handler or route
/// fails the test until somebody has said here who may use it.
/// </summary>
internal static class AccessTable
{
    /// <summary>Stands for the address of the styles, which holds their digest.</summary>
    public const string StyleSheet = "/assets/monitor.css";

    /// <summary>Method and route as the site has it, the least role, and an address to call it by.</summary>
    public static readonly (string Route, Role? Least, string Address)[] Rows =
    [
        ("GET /", Role.Reader, "/"),
        ("GET /about", Role.Reader, "/about"),
        ("GET /accounts", Role.Reader, "/accounts"),
        ("GET /accounts/{**id}", Role.Reader, "/accounts/" + SampleRecords.NamedAccount),
        ("POST /accounts/{**id}", Role.Reviewer, "/accounts/" + SampleRecords.NamedAccount),
        ("GET /api", Role.Reader, "/api"),
        ("GET /api/{documentName}/openapi.json", Role.Reader, "/api/v1/openapi.json"),
        ("HEAD /api/{documentName}/openapi.json", Role.Reader, "/api/v1/openapi.json"),
        ("GET /api/v1/accounts", Role.Reader, "/api/v1/accounts"),
        ("GET /api/v1/accounts/{**id}", Role.Reader, "/api/v1/accounts/" + SampleRecords.NamedAccount),
        ("GET /api/v1/audit", Role.Administrator, "/api/v1/audit"),
        ("GET /api/v1/people", Role.Administrator, "/api/v1/people"),
        ("GET /api/v1/crawlers/{id}", Role.Reader, "/api/v1/crawlers/sample-wire"),
        ("GET /api/v1/issues/{id}", Role.Reader, "/api/v1/issues/unknown"),
        ("GET /api/v1/claims", Role.Reader, "/api/v1/claims"),
        ("GET /api/v1/claims/{id}", Role.Reader, "/api/v1/claims/" + SampleRecords.ClaimId),
        ("GET /api/v1/crawlers", Role.Reader, "/api/v1/crawlers"),
        ("GET /api/v1/documents", Role.Reader, "/api/v1/documents"),
        ("GET /api/v1/documents/{id}", Role.Reader, "/api/v1/documents/" + SampleRecords.DocumentId),
        ("GET /api/v1/hashtags/{**tag}", Role.Reader, "/api/v1/hashtags/sample"),
        ("GET /api/v1/issues", Role.Reader, "/api/v1/issues"),
        ("GET /api/v1/links", Role.Reader, "/api/v1/links?id=" + SampleRecords.ClaimId),
        ("GET /api/v1/posts", Role.Reader, "/api/v1/posts"),
        ("GET /api/v1/posts/{**id}", Role.Reader, "/api/v1/posts/twitter:5000"),
        ("GET /api/v1/releases", Role.Reader, "/api/v1/releases"),
        ("GET /api/v1/releases/{id}", Role.Reader, "/api/v1/releases/sample-release"),
        ("GET /api/v1/releases/{id}/coordination", Role.Reader, "/api/v1/releases/sample-release/coordination"),
        ("GET /api/v1/releases/{id}/coordination.csv", Role.Reader, "/api/v1/releases/sample-release/coordination.csv"),
        ("GET /api/v1/releases/{id}/coordination.graphml", Role.Reader, "/api/v1/releases/sample-release/coordination.graphml"),
        ("GET /api/v1/releases/{id}/facts", Role.Reader, "/api/v1/releases/sample-release/facts"),
        ("GET /api/v1/reviews", Role.Reader, "/api/v1/reviews"),
        ("GET /api/v1/samples", Role.Reader, "/api/v1/samples"),
        ("GET /api/v1/samples/{id}", Role.Reader, "/api/v1/samples/" + SampleRecords.SampleId),
        ("GET /api/v1/search", Role.Reader, "/api/v1/search?q=sample"),
        ("GET /api/v1/searches", Role.Reader, "/api/v1/searches"),
        ("GET /api/v1/searches/{id}", Role.Reader, "/api/v1/searches/removed"),
        ("GET /assets/monitor.css", null, StyleSheet),
        ("GET /audit", Role.Administrator, "/audit"),
        ("GET /claims", Role.Reader, "/claims"),
        ("GET /claims/{id}", Role.Reader, "/claims/" + SampleRecords.ClaimId),
        ("POST /claims/{id}", Role.Reviewer, "/claims/" + SampleRecords.ClaimId),
        ("GET /crawlers", Role.Reader, "/crawlers"),
        ("GET /crawlers/{id}", Role.Reader, "/crawlers/sample-wire"),
        ("GET /documents", Role.Reader, "/documents"),
        ("GET /documents/{id}", Role.Reader, "/documents/" + SampleRecords.DocumentId),
        ("GET /hashtags", Role.Reader, "/hashtags"),
        ("GET /hashtags/{**tag}", Role.Reader, "/hashtags/sample"),
        ("GET /issues", Role.Reader, "/issues"),
        ("GET /issues/{id}", Role.Reader, "/issues/" + new Monitor.Core.Model.Issue("yield-low", "sample-wire", "feed.xml", "", default).Id),
        ("GET /login", null, "/login"),
        ("POST /login", null, "/login"),
        ("GET /me", Role.Reader, "/me"),
        ("POST /me?handler=Everywhere", Role.Reader, "/me?handler=Everywhere"),
        ("POST /me?handler=Logout", Role.Reader, "/me?handler=Logout"),
        ("POST /me?handler=Password", Role.Reader, "/me?handler=Password"),
        ("POST /me?handler=Revoke", Role.Reader, "/me?handler=Revoke"),
        ("POST /me?handler=Token", Role.Reader, "/me?handler=Token"),
        ("GET /people", Role.Administrator, "/people"),
        ("POST /people?handler=Add", Role.Administrator, "/people?handler=Add"),
        ("POST /people?handler=Disable", Role.Administrator, "/people?handler=Disable"),
        ("POST /people?handler=Enable", Role.Administrator, "/people?handler=Enable"),
        ("POST /people?handler=Password", Role.Administrator, "/people?handler=Password"),
        ("POST /people?handler=Role", Role.Administrator, "/people?handler=Role"),
        ("GET /posts/{**id}", Role.Reader, "/posts/twitter:5000"),
        ("GET /problem/{code:int}", null, "/problem/404"),
        ("POST /problem/{code:int}", null, "/problem/404"),
        ("GET /releases", Role.Reader, "/releases"),
        ("GET /releases/{id}", Role.Reader, "/releases/sample-release"),
        ("GET /releases/{id}/coordination", Role.Reader, "/releases/sample-release/coordination"),
        ("GET /reviews", Role.Reader, "/reviews"),
        ("GET /samples", Role.Reader, "/samples"),
        ("GET /samples/{id}", Role.Reader, "/samples/" + SampleRecords.SampleId),
        ("GET /searches", Role.Reader, "/searches"),
        ("POST /searches", Role.Editor, "/searches"),
        ("POST /searches?handler=Pause", Role.Editor, "/searches?handler=Pause"),
        ("POST /searches?handler=Resume", Role.Editor, "/searches?handler=Resume"),
    ];
}
