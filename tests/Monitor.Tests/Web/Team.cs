using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Core.Ledger;
using Monitor.Web.Access;

namespace Monitor.Tests.Web;

/// <summary>A site with one person of every role, who log in as people do. Sample names.</summary>
internal sealed partial class Team : IAsyncDisposable
{
    public const string Password = "blue kettle, nine geese";

    private static readonly Lazy<string> Hash = new(() => Passwords.Hash(Password));

    private Team(Site site) => Site = site;

    public Site Site { get; }

    public static async Task<Team> Start(Action<IServiceCollection>? more = null)
    {
        var site = await Site.Start(more);
        await SampleRecords.Put(site);
        foreach (var role in Enum.GetValues<Role>().Reverse())
        {
            Assert.Null(site.Ledger.People.Add(NameOf(role), role, Hash.Value, new("test", "test")));
        }

        return new Team(site);
    }

    public static string NameOf(Role role) => $"Sample {role}";

    /// <summary>A reader with a session of this role; null for one who is not logged in.</summary>
    public async Task<HttpClient> As(Role? role)
    {
        var reader = Site.Reader();
        if (role is { } known)
        {
            var answer = await LogIn(reader, NameOf(known), Password);
            Assert.Equal("/", answer.Headers.Location?.ToString());
        }

        return reader;
    }

    public static async Task<HttpResponseMessage> LogIn(HttpClient reader, string name, string password, string back = "") =>
        await Send(reader, "/login", "/login", ("Name", name), ("Password", password), ("Back", back));

    /// <summary>Loads a page and sends a form of it.</summary>
    public static async Task<HttpResponseMessage> Send(HttpClient reader, string page, string address, params (string Name, string Value)[] fields)
    {
        var html = await reader.GetStringAsync(page, TestContext.Current.CancellationToken);
        using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", Token().Match(html).Groups[1].Value)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await reader.PostAsync(address, form, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
