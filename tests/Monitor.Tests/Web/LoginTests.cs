using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Core.Ledger;
using Monitor.Web;

namespace Monitor.Tests.Web;

/// <summary>Logging in and out, as a browser does it.</summary>
public sealed class LoginTests
{
    private const string NextPassword = "seven lamps under the bridge";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_way_back_leads_to_the_page_that_was_asked_for_and_never_to_another_site()
    {
        await using var team = await Team.Start();
        using var reader = team.Site.Reader();

        Assert.Equal("/login?back=%2Fclaims%3Fcursor%3Dx", (await reader.GetAsync("/claims?cursor=x", Cancel)).Headers.Location!.ToString());
        Assert.Equal("/claims?cursor=x", (await Team.LogIn(reader, "sample editor", Team.Password, "/claims?cursor=x")).Headers.Location!.ToString());
        foreach (var elsewhere in new[] { "https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)" })
        {
            using var other = team.Site.Reader();
            Assert.Equal("/", (await Team.LogIn(other, "Sample Editor", Team.Password, elsewhere)).Headers.Location!.ToString());
        }
    }

    [Fact]
    public async Task The_cookie_is_not_for_scripts_and_the_ledger_keeps_only_its_hash()
    {
        await using var team = await Team.Start();
        using var reader = team.Site.Reader();
        var cookie = (await Team.LogIn(reader, "Sample Reader", Team.Password)).Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("monitor-session=", StringComparison.Ordinal));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var secret = cookie["monitor-session=".Length..cookie.IndexOf(';', StringComparison.Ordinal)];
        Assert.Equal(43, secret.Length);
        Assert.NotEqual(secret, Assert.Single(team.Site.Ledger.Sessions.Of("Sample Reader", new())).Hash);
    }

    [Fact]
    public async Task Behind_https_the_cookie_is_secure_and_the_browser_is_told_to_stay()
    {
        await using var team = await Team.Start(s => s.AddSingleton(new WebOptions { Hosts = ["monitor.newsroom.example"], Https = true }));
        using var reader = team.Site.Reader();
        reader.DefaultRequestHeaders.Host = "monitor.newsroom.example";
        var page = await reader.GetAsync("/login", Cancel);

        Assert.Equal("max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Contains("secure", page.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("monitor-form", StringComparison.Ordinal)), StringComparison.Ordinal);
        using var session = new HttpRequestMessage(HttpMethod.Get, "/claims") { Headers = { { "Cookie", $"__Host-monitor-session={team.Site.Ledger.Sessions.Begin("Sample Reader", "", new())}" } } };
        Assert.Equal(HttpStatusCode.OK, (await reader.SendAsync(session, Cancel)).StatusCode);
    }

    [Fact]
    public async Task Wrong_passwords_are_slowed_down_and_do_not_say_who_exists()
    {
        await using var team = await Team.Start();
        using var reader = team.Site.Reader();
        var known = await (await Team.LogIn(reader, "Sample Editor", "wrong")).Content.ReadAsStringAsync(Cancel);
        var unknown = await (await Team.LogIn(reader, "Sample Nobody", "wrong")).Content.ReadAsStringAsync(Cancel);
        Assert.Contains("Name and password do not belong together", known, StringComparison.Ordinal);
        Assert.Contains("Name and password do not belong together", unknown, StringComparison.Ordinal);

        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Team.LogIn(reader, "Sample Editor", "wrong")).StatusCode);
        }

        // Not even the right one is tried now.
        var answer = await Team.LogIn(reader, "Sample Editor", Team.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains(team.Site.Ledger.Audit.Latest(5), e => e.Action == "log in refused");
        team.Site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Redirect, (await Team.LogIn(reader, "Sample Editor", Team.Password)).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_when_idle_when_old_by_logging_out_and_with_the_person()
    {
        await using var team = await Team.Start();
        async Task<bool> In(HttpClient reader) => (await reader.GetAsync("/claims", Cancel)).StatusCode == HttpStatusCode.OK;

        using var idle = await team.As(Role.Reader);
        team.Site.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.True(await In(idle));
        team.Site.Time.Advance(TimeSpan.FromMinutes(60));
        Assert.False(await In(idle));

        using var old = await team.As(Role.Reader);
        for (var i = 0; i < 23; i++)
        {
            team.Site.Time.Advance(TimeSpan.FromMinutes(30));
            Assert.True(await In(old));
        }

        team.Site.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.False(await In(old));

        using var one = await team.As(Role.Reader);
        using var two = await team.As(Role.Reader);
        await Team.Send(one, "/me", "/me?handler=Logout");
        Assert.False(await In(one));
        Assert.True(await In(two));
        using var three = await team.As(Role.Reader);
        await Team.Send(three, "/me", "/me?handler=Everywhere");
        Assert.False(await In(two));

        using var closed = await team.As(Role.Reader);
        Assert.Null(team.Site.Ledger.People.Disable("Sample Reader", new("test", "test")));
        Assert.False(await In(closed));
    }

    [Fact]
    public async Task A_new_password_ends_other_sessions_and_takes_tokens_back()
    {
        await using var team = await Team.Start();
        using var here = await team.As(Role.Editor);
        using var elsewhere = await team.As(Role.Editor);
        var secret = team.Site.Ledger.Tokens.Make(team.Site.Ledger.People.Get("Sample Editor")!, "sample", Role.Reader, null, new("test", "test")).Secret;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Team.Send(here, "/me", "/me?handler=Password", ("Current", "wrong"), ("Next", NextPassword))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Team.Send(here, "/me", "/me?handler=Password", ("Current", Team.Password), ("Next", "short"))).StatusCode);
        Assert.Equal("/me", (await Team.Send(here, "/me", "/me?handler=Password", ("Current", Team.Password), ("Next", NextPassword))).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/claims", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await elsewhere.GetAsync("/claims", Cancel)).StatusCode);
        Assert.Null(team.Site.Ledger.Tokens.Find(secret));
    }

    [Fact]
    public async Task A_token_made_on_the_page_reads_the_api_until_it_is_taken_back()
    {
        await using var team = await Team.Start();
        using var owner = await team.As(Role.Reviewer);
        var above = await Team.Send(owner, "/me", "/me?handler=Token", ("TokenName", "script"), ("Scope", "Administrator"), ("Days", "30"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, above.StatusCode);
        var page = await (await Team.Send(owner, "/me", "/me?handler=Token", ("TokenName", "script"), ("Scope", "Reader"), ("Days", "30"))).Content.ReadAsStringAsync(Cancel);
        var start = page.IndexOf("monitor_", StringComparison.Ordinal);
        using var program = team.Site.Reader();
        program.DefaultRequestHeaders.Authorization = new("Bearer", page[start..page.IndexOf('<', start)]);

        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/claims", Cancel)).StatusCode);
        var token = Assert.Single(team.Site.Ledger.Tokens.All("Sample Reviewer"));
        Assert.NotNull(token.Used);
        Assert.DoesNotContain(page[start..(start + 51)], await owner.GetStringAsync("/me", Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Team.Send(owner, "/me", "/me?handler=Revoke", ("id", token.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/claims", Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_token_of_another_person_cannot_be_taken_back()
    {
        await using var team = await Team.Start();
        var token = team.Site.Ledger.Tokens.Make(team.Site.Ledger.People.Get("Sample Editor")!, "sample", Role.Reader, null, new("test", "test")).Token;
        using var other = await team.As(Role.Reviewer);

        Assert.Equal(HttpStatusCode.NotFound, (await Team.Send(other, "/me", "/me?handler=Revoke", ("id", token.Id))).StatusCode);
        Assert.Null(team.Site.Ledger.Tokens.All("Sample Editor").Single().Revoked);
    }

    [Fact]
    public async Task A_verdict_carries_who_is_logged_in_and_every_change_stands_in_the_audit()
    {
        await using var team = await Team.Start();
        using var reviewer = await team.As(Role.Reviewer);
        var claim = "/claims/" + SampleRecords.ClaimId;
        await Team.Send(reviewer, claim, claim, ("Form.Verdict", "false"), ("Form.Reviewer", "Somebody Else"));
        Assert.Equal("Sample Reviewer", team.Site.Ledger.Reviews.Of(SampleRecords.ClaimId)[^1].Reviewer);

        using var editor = await team.As(Role.Editor);
        await Team.Send(editor, "/searches", "/searches?handler=Pause", ("id", "removed"));
        using var administrator = await team.As(Role.Administrator);
        Assert.Equal("/people", (await Team.Send(administrator, "/people", "/people?handler=Role", ("Name", "Sample Reader"), ("Role", "Reviewer"))).Headers.Location?.ToString());
        await Team.Send(administrator, "/people", "/people?handler=Add", ("Name", "Sample <b>"), ("Role", "Reader"), ("Password", NextPassword));

        var audit = team.Site.Ledger.Audit.Latest(50);
        Assert.Contains(audit, e => (e.Person, e.Action, e.Subject) == ("Sample Reviewer", "POST /claims/{id}", claim) && e.Detail == $"{claim}#review-4");
        Assert.Contains(audit, e => (e.Person, e.Action) == ("Sample Editor", "POST /searches (Pause)"));
        Assert.Contains(audit, e => (e.Person, e.Action, e.Subject, e.Detail) == ("Sample Administrator", "set role", "Sample Reader", "reviewer"));
        Assert.DoesNotContain(audit, e => e.Subject.Contains('<', StringComparison.Ordinal));
        Assert.Null(team.Site.Ledger.Audit.Verify());
        Assert.Contains("each as it was written", await administrator.GetStringAsync("/audit", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_taken_away()
    {
        await using var team = await Team.Start();
        using var administrator = await team.As(Role.Administrator);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Team.Send(administrator, "/people", "/people?handler=Role", ("Name", "Sample Administrator"), ("Role", "Reader"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Team.Send(administrator, "/people", "/people?handler=Disable", ("Name", "Sample Administrator"))).StatusCode);
        Assert.True(team.Site.Ledger.People.HasAdministrator());
    }

    [Fact]
    public async Task The_first_person_added_on_the_page_closes_the_door_to_everybody_else()
    {
        await using var site = await Site.Start();
        using var reader = site.Reader();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Team.Send(reader, "/people", "/people?handler=Add", ("Name", "Sample First"), ("Role", "Reader"), ("Password", NextPassword))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Team.Send(reader, "/people", "/people?handler=Add", ("Name", "Sample First"), ("Role", "Administrator"), ("Password", NextPassword))).StatusCode);

        Assert.Equal(HttpStatusCode.SeeOther, (await reader.GetAsync("/people", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Team.LogIn(reader, "Sample First", NextPassword)).StatusCode);
    }
}
