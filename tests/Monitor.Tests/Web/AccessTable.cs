using Monitor.Core.Ledger;

namespace Monitor.Tests.Web;

/// <summary>
/// Who may call what: every method and address of the site with the least role that it takes; null for those that are open to everybody. A new page, handler or route
/// fails the test until somebody has said here who may use it.
/// </summary>
internal static class AccessTable
{
    /// <summary>Method and route as the site has it, the least role, and an address to call it by.</summary>
    public static readonly (string Route, Role? Least, string Address)[] Rows =
    [
        ("GET /", Role.Reader, "/"),
        ("GET /about", Role.Reader, "/about"),
        ("GET /accounts", Role.Reader, "/accounts"),
        ("GET /accounts/{**id}", Role.Reader, "/accounts/" + SampleRecords.NamedAccount),
        ("POST /accounts/{**id}", Role.Reviewer, "/accounts/" + SampleRecords.NamedAccount),
        ("GET /api", Role.Reader, "/api"),
        ("GET /audit", Role.Administrator, "/audit"),
        ("GET /claims", Role.Reader, "/claims"),
        ("GET /claims/{id}", Role.Reader, "/claims/" + SampleRecords.ClaimId),
        ("POST /claims/{id}", Role.Reviewer, "/claims/" + SampleRecords.ClaimId),
    ];
}
