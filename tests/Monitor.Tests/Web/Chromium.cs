using Microsoft.Playwright;
using Monitor.Core.Ledger;

namespace Monitor.Tests.Web;

/// <summary>Debian's Chromium over a site with people, logged in as administrator; tests that need it are skipped where it is not installed.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal Team Team { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Team = await Team.Start();
        if (File.Exists(Executable))
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = ["--no-sandbox", "--disable-gpu"] });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await Team.DisposeAsync();
    }

    /// <summary>A window of this size, logged in; scripts of the page itself are off, as in a browser without JavaScript, unless the test brings its own.</summary>
    internal async Task<IPage> Open(int width, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        Assert.SkipWhen(_browser is null, $"needs Chromium at {Executable}");
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Team.Site.Address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            BypassCSP = scripts,
            JavaScriptEnabled = scripts,
        });
        await context.AddCookiesAsync([new() { Name = "monitor-session", Value = Team.Site.Ledger.Sessions.Begin(Team.NameOf(Role.Administrator), "test", new()), Url = Team.Site.Address.ToString() }]);
        return await context.NewPageAsync();
    }
}
