using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Core.Ledger;
using Monitor.Web.Hosting;

namespace Monitor.Tests.Web;

/// <summary>Every route as every role.</summary>
public sealed class AccessTableTests : IAsyncLifetime
{
    private static readonly Role?[] Visitors = [null, .. Enum.GetValues<Role>().Select(r => (Role?)r)];
    private Team _team = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _team = await Team.Start();

    public ValueTask DisposeAsync() => _team.DisposeAsync();

    [Fact]
    public async Task The_table_names_every_route_of_the_site_and_no_other()
    {
        var routes = await Routes();
        var rows = AccessTable.Rows.Select(r => r.Route).ToList();

        Assert.Equal(rows.Distinct().Count(), rows.Count);
        Assert.True(routes.Count > 50, "the routes were not found");
        Assert.True(!routes.Except(rows).Any(), $"AccessTable does not say who may call: {string.Join(", ", routes.Except(rows).Order())}");
        Assert.True(!rows.Except(routes).Any(), $"AccessTable has routes that the site does not: {string.Join(", ", rows.Except(routes).Order())}");
    }

    [Fact]
    public async Task Every_route_is_open_to_its_roles_and_closed_to_the_others()
    {
        var wrong = new List<string>();
        foreach (var visitor in Visitors)
        {
            foreach (var (route, least, address) in AccessTable.Rows)
            {
                // A session of its own for each call: some of them end it.
                using var reader = Session(visitor);
                using var request = new HttpRequestMessage(HttpMethod.Parse(route.Split(' ')[0]), address == AccessTable.StyleSheet ? Styles() : address);
                if (request.Method != HttpMethod.Get)
                {
                    request.Content = new FormUrlEncodedContent([]);
                }

                var answer = await reader.SendAsync(request, Cancel);
                wrong.AddRange(Missing(answer).Select(h => $"{route} as {visitor?.ToString() ?? "nobody"}: no {h}"));
                var expected = least is null || visitor >= least ? "open" : visitor is null ? "asked to log in" : "refused";
                var actual = Kind(answer);
                if (actual != expected || answer.StatusCode == HttpStatusCode.InternalServerError)
                {
                    wrong.Add($"{route} as {visitor?.ToString() ?? "nobody"}: {actual} ({(int)answer.StatusCode}), not {expected}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task A_token_does_no_more_than_its_scope_and_its_person()
    {
        var wrong = new List<string>();
        foreach (var scope in Enum.GetValues<Role>())
        {
            var secret = _team.Site.Ledger.Tokens.Make(_team.Site.Ledger.People.Get(Team.NameOf(Role.Editor))!, "sample", scope, null, new("test", "test")).Secret;
            using var program = _team.Site.Reader();
            program.DefaultRequestHeaders.Authorization = new("Bearer", secret);
            foreach (var (route, least, address) in AccessTable.Rows.Where(r => r.Route.Contains(" /api/", StringComparison.Ordinal)))
            {
                using var request = new HttpRequestMessage(HttpMethod.Parse(route.Split(' ')[0]), address);
                var (actual, expected) = (Kind(await program.SendAsync(request, Cancel)), least is null || (scope >= least && Role.Editor >= least) ? "open" : "refused");
                if (actual != expected)
                {
                    wrong.Add($"{route} with a token to {scope}: {actual}, not {expected}");
                }
            }

            // Pages are for browsers: a token opens none.
            Assert.Equal("asked to log in", Kind(await program.GetAsync("/claims", Cancel)));
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    /// <summary>Headers that every answer has, refusals too: nothing foreign is loaded, framed, guessed or told of.</summary>
    private static IEnumerable<string> Missing(HttpResponseMessage answer)
    {
        (string Name, string Value)[] headers =
        [
            ("Content-Security-Policy", ResponseHeaders.ContentSecurityPolicy), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ];
        return headers.Where(h => !answer.Headers.TryGetValues(h.Name, out var values) || values.Single() != h.Value).Select(h => h.Name);
    }

    private static string Kind(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Unauthorized || (answer.StatusCode == HttpStatusCode.SeeOther && answer.Headers.Location?.ToString().StartsWith("/login", StringComparison.Ordinal) == true)
            ? "asked to log in"
            : answer.StatusCode == HttpStatusCode.Forbidden ? "refused" : "open";

    private string Styles() => _team.Site.Services.GetRequiredService<StyleSheet>().Address;

    private HttpClient Session(Role? role)
    {
        var reader = _team.Site.Reader();
        if (role is { } known)
        {
            reader.DefaultRequestHeaders.Add("Cookie", $"monitor-session={_team.Site.Ledger.Sessions.Begin(Team.NameOf(known), "test", new())}");
        }

        return reader;
    }

    /// <summary>Method and route of every endpoint; pages with each of their handlers.</summary>
    private async Task<HashSet<string>> Routes()
    {
        var loader = _team.Site.Services.GetRequiredService<PageLoader>();
        var routes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in _team.Site.Endpoints.OfType<RouteEndpoint>())
        {
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                routes.UnionWith(compiled.HandlerMethods.Select(h => $"{h.HttpMethod.ToUpperInvariant()} {path}{(h.Name is { } name ? $"?handler={name}" : "")}"));
                routes.UnionWith(compiled.HandlerMethods.Count == 0 ? [$"GET {path}"] : []);
            }
            else
            {
                var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
                routes.UnionWith((methods.Count == 0 ? ["GET"] : methods).Select(m => $"{m} {(path == Styles() ? AccessTable.StyleSheet : path)}"));
            }
        }

        return routes;
    }
}
