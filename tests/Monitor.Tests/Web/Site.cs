using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Dossiers;
using Monitor.Core.Linking;
using Monitor.Core.Linking.SameClaims;
using Monitor.Web;

namespace Monitor.Tests.Web;

/// <summary>The site on a real server at a free loopback port, over a real corpus and ledger.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly WebApplication _app;

    private Site(TemporaryFolder folder, WebApplication app, ManualTime time) => (_folder, _app, Time) = (folder, app, time);

    public ManualTime Time { get; }

    public Uri Address => new(_app.Urls.First());

    public ICorpus Corpus => _app.Services.GetRequiredService<ICorpus>();

    public Core.Ledger.Ledger Ledger => _app.Services.GetRequiredService<Core.Ledger.Ledger>();

    /// <summary>Every address that the site answers.</summary>
    public IReadOnlyList<Microsoft.AspNetCore.Http.Endpoint> Endpoints => _app.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints;

    public IServiceProvider Services => _app.Services;

    public static async Task<Site> Start(Action<IServiceCollection>? more = null)
    {
        var folder = new TemporaryFolder();
        var time = ManualTime.At("2026-01-02T03:04:05Z");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder.Path, ApplicationName = "Monitor.Web" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(_ => Core.Ledger.Ledger.Open(folder.At("ledger.db"), time))
            .AddSingleton<ICorpus>(_ => SqliteCorpus.Open(folder.At("corpus.db")))
            .AddSingleton<DossierBuilder>()
            .AddSingleton<ClaimLinker>()
            .AddSingleton<ClaimStories>()
            .AddSingleton<EarlierChecks>()
            .AddMonitorWeb();
        more?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseMonitorWeb();
        await app.StartAsync();
        return new Site(folder, app, time);
    }

    /// <summary>A reader with cookies of its own; redirects are shown, not followed.</summary>
    public HttpClient Reader() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }, disposeHandler: true) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
