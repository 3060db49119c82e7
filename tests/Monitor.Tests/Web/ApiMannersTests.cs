using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Core.Ledger;
using Monitor.Web;

namespace Monitor.Tests.Web;

/// <summary>What every address of the API keeps to.</summary>
public sealed class ApiMannersTests(SampleSite sample) : IClassFixture<SampleSite>
{
    /// <summary>Ends of routes that answer with one object: a preview, and the feed, whose form is schema.org's.</summary>
    private static readonly string[] NoLists = ["-preview", "/claimreviews"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_has_an_entity_tag_and_is_not_sent_twice()
    {
        using var reader = sample.Site.Reader();
        foreach (var (route, _, address) in Json())
        {
            var first = await reader.GetAsync(address, Cancel);
            if (first.StatusCode == HttpStatusCode.NotFound)
            {
                continue;
            }

            Assert.True(first.Headers.ETag is not null, $"{route} has no entity tag");
            using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "If-None-Match", $"\"other\", {first.Headers.ETag}" } } };
            var second = await reader.SendAsync(again, Cancel);
            Assert.True(second.StatusCode == HttpStatusCode.NotModified && second.Headers.ETag!.Equals(first.Headers.ETag), $"{route} is sent twice");
            Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancel));
        }
    }

    [Fact]
    public async Task Every_list_is_paged_and_refuses_what_is_no_page()
    {
        using var reader = sample.Site.Reader();
        foreach (var (_, _, address) in Json().Where(r => !r.Route.Contains('{', StringComparison.Ordinal) && !NoLists.Any(r.Route.EndsWith)))
        {
            var and = address.Contains('?', StringComparison.Ordinal) ? "&" : "?";
            var page = JsonDocument.Parse(await reader.GetStringAsync($"{address}{and}limit=1", Cancel)).RootElement;
            Assert.True(page.GetProperty("items").GetArrayLength() <= 1, address);
            Assert.Equal(page.GetProperty("total").GetInt64() > 1, page.GetProperty("next").ValueKind == JsonValueKind.String);
            foreach (var limit in new[] { "0", "201", "-1", "99999999999", "x" })
            {
                await Problem(await reader.GetAsync($"{address}{and}limit={limit}", Cancel), 400);
            }
        }
    }

    [Fact]
    public async Task Mistakes_and_refusals_are_problem_details()
    {
        await using var team = await Team.Start();
        using var nobody = team.Site.Reader();
        using var editor = await team.As(Role.Editor);
        using var administrator = await team.As(Role.Administrator);
        using var forged = team.Site.Reader();
        forged.DefaultRequestHeaders.Authorization = new("Bearer", "monitor_forged");

        var refused = await nobody.GetAsync("/api/v1/claims", Cancel);
        Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.Single().ToString());
        await Problem(refused, 401);
        var ended = await forged.GetAsync("/api/v1/claims", Cancel);
        Assert.Contains("invalid_token", ended.Headers.WwwAuthenticate.Single().ToString(), StringComparison.Ordinal);
        await Problem(ended, 401);
        await Problem(await editor.GetAsync("/api/v1/audit", Cancel), 403);
        await Problem(await editor.GetAsync("/api/v1/claims/none", Cancel), 404);
        await Problem(await editor.GetAsync("/api/v1/nothing", Cancel), 404);
        await Problem(await administrator.DeleteAsync("/api/v1/claims", Cancel), 405);
    }

    [Fact]
    public async Task Too_many_requests_are_told_when_to_come_again_and_others_are_not_held_up()
    {
        await using var team = await Team.Start(s => s.AddSingleton(new WebOptions { ApiRequestsPerMinute = 3 }));
        using var one = await team.As(Role.Reader);
        using var other = await team.As(Role.Editor);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await one.GetAsync("/api/v1/issues", Cancel)).StatusCode);
        }

        var answer = await one.GetAsync("/api/v1/issues", Cancel);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        await Problem(answer, 429);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/v1/issues", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await one.GetAsync("/claims", Cancel)).StatusCode);
    }

    private static IEnumerable<(string Route, Role? Least, string Address)> Json() => AccessTable.Rows.Where(r =>
        r.Route.StartsWith("GET /api/v1/", StringComparison.Ordinal) && !r.Route.EndsWith("csv", StringComparison.Ordinal) && !r.Route.EndsWith("graphml", StringComparison.Ordinal));

    private static async Task Problem(HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True((int)answer.StatusCode == status, $"{answer.RequestMessage!.RequestUri}: {(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("type").GetString()!);
    }
}
