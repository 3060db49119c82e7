using Microsoft.Extensions.DependencyInjection;
using Monitor.Core.Corpus;
using Monitor.Core.Definitions;
using Monitor.Core.Pipeline;
using Monitor.Tests.Capturing;

namespace Monitor.Tests.Pipeline;

/// <summary>A data folder with the whole core at work on it, a small news site on loopback, and a clock that the test moves.</summary>
internal sealed class Newsroom : IAsyncDisposable
{
    private readonly List<ServiceProvider> _desks = [];

    public Newsroom() => Open();

    public TemporaryFolder Folder { get; } = new();

    public LoopbackSite Site { get; } = new();

    public ManualTime Time { get; } = ManualTime.At("2026-03-01T10:00:00Z");

    /// <summary>Where the corpus lies, for whoever opens the folder next.</summary>
    public CorpusOptions Engine { get; set; } = new();

    public string Data => Folder.At("data");

    public ICorpus Corpus => Get<ICorpus>();

    public Core.Ledger.Ledger Ledger => Get<Core.Ledger.Ledger>();

    public CrawlerDefinition Definition => Get<DefinitionBook>().Crawlers.Single();

    public T Get<T>()
        where T : notnull => _desks[^1].GetRequiredService<T>();

    public Task<Core.Ledger.Run> Crawl() => Get<Crawl>().Run(Definition, cancel: TestContext.Current.CancellationToken);

    /// <summary>Opens the folder once more, as another process would; from now on <see cref="Get"/> asks there.</summary>
    public IServiceProvider Open()
    {
        var options = new MonitorOptions { Mail = new() { From = "monitor@newsroom.example" }, Corpus = Engine };
        _desks.Add(new ServiceCollection()
            .AddLogging()
            .AddMonitor(new DataFolder(Data), options, new DefinitionBook(Folder.At("crawlers")))
            .AddSingleton<TimeProvider>(Time)
            .BuildServiceProvider());
        return _desks[^1];
    }

    /// <summary>Puts the definition of the site as a crawler and opens the folder anew.</summary>
    public Newsroom Define(int maxPages = 100, int least = 1, params string[] feeds)
    {
        Folder.Put("crawlers/wire.yaml", $$"""
            name: Sample Wire
            publisher: Sample Wire Ltd
            country: GB
            language: en
            kind: article
            official: false
            homepage: {{Site.Url("/")}}
            discover:
            {{string.Join('\n', (feeds.Length > 0 ? feeds : ["/feed.xml"]).Select(f => $"  - feed: {Site.Url(f)}"))}}
            schedule: 1h
            yield: { min: {{least}}, max: 50 }
            delaySeconds: 0
            maxPages: {{maxPages}}
            localTestSource: true

            """);
        Open();
        return this;
    }

    /// <summary>A feed that names these pages.</summary>
    public Newsroom Feed(string path, params string[] pages)
    {
        Site.On(
            path,
            $"<rss version=\"2.0\"><channel><title>Wire</title>{string.Concat(pages.Select(p => $"<item><title>{p}</title><link>{p}</link><guid>{p}</guid></item>"))}</channel></rss>",
            "Content-Type: application/rss+xml",
            "ETag: \"1\"");
        return this;
    }

    /// <summary>An article with two claims.</summary>
    public Newsroom Article(string path, int number)
    {
        Site.On(path, GatedSite.Article(number), "Content-Type: text/html; charset=utf-8");
        return this;
    }

    public Newsroom Missing(string path)
    {
        Site.On(path, "404 Not Found", Array.Empty<byte>());
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in _desks)
        {
            await desk.DisposeAsync();
        }

        await Site.DisposeAsync();
        Folder.Dispose();
    }
}
