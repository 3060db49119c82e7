using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Commands;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Pipeline;

namespace Monitor.Benchmarks;

/// <summary>
/// Every page over a loaded data folder, asked by one reader on the same machine: first answer, median and p95 of the rest. Of each kind the newest records are taken, of
/// accounts and hashtags those that stand first in a search, too. The folder is opened as <c>monitor serve</c> does, so give a copy where it must not be written to.
/// </summary>
internal static class PagesBenchmark
{
    public static async Task<int> Run(string[] args)
    {
        if (Switches.Text(args, "data") is not { } folder || !Directory.Exists(folder))
        {
            Console.Error.WriteLine("pages: name a loaded data folder with --data");
            return 2;
        }

        var rounds = Switches.Number(args, "rounds", 20);
        await using var app = ServeCommand.Build(
            new DataFolder(folder), new MonitorOptions { Urls = "http://127.0.0.1:0" }, new DefinitionBook(Path.Combine(AppContext.BaseDirectory, "crawlers")), schedule: false);
        await app.StartAsync();
        var corpus = app.Services.GetRequiredService<ICorpus>();
        Console.WriteLine(string.Join(", ", (await corpus.Counts()).Select(c => $"{c.Value:N0} {c.Key}")));
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
#pragma warning disable RS0030 // A measurement of our own server on loopback.
        using var reader = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.First()) };
#pragma warning restore RS0030
        var all = new List<double>();
        foreach (var page in await Pages(corpus))
        {
            var (first, status, bytes) = await Once(reader, page);
            var times = new List<double>();
            for (var i = 0; i < rounds; i++)
            {
                times.Add((await Once(reader, page)).Milliseconds);
            }

            times.Sort();
            all.AddRange(times);
            Console.WriteLine($"{times[times.Count / 2],8:0.0} ms median {times[(int)(times.Count * .95)],8:0.0} ms p95 {first,8:0.0} ms first  {bytes / 1024,5} KiB  {status}  {page}");
        }

        all.Sort();
        Console.WriteLine($"{all[all.Count / 2],8:0.0} ms median {all[(int)(all.Count * .95)],8:0.0} ms p95  all pages; {all.Count(t => t > 100)} of {all.Count} answers over 100 ms");
        return 0;
    }

    private static async Task<(double Milliseconds, int Status, int Bytes)> Once(HttpClient reader, string page)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await reader.GetAsync(page);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, (int)answer.StatusCode, bytes.Length);
    }

    private static async Task<IReadOnlyList<string>> Pages(ICorpus corpus)
    {
        var pages = new List<string>
        {
            "/", "/?q=accounts", "/?q=iran", "/?q=" + Uri.EscapeDataString("\"real iranians\""), "/?q=iran&in=posts&sort=newest", "/claims", "/documents", "/accounts", "/releases", "/hashtags", "/hashtags/iran",
            "/searches", "/reviews", "/samples", "/crawlers", "/crawlers/us-cnet", "/issues", "/people", "/audit", "/me", "/about", "/api", "/api/v1/search?q=iran", "/api/v1/releases",
        };
        foreach (var (kind, noun) in new[] { (SearchKind.Claims, "claims"), (SearchKind.Documents, "documents"), (SearchKind.Accounts, "accounts"), (SearchKind.Posts, "posts"), (SearchKind.Releases, "releases") })
        {
            var page = await corpus.Search(new SearchRequest(new AllNode(), [kind]) { Sort = SearchSort.Newest, Limit = 3 });
            pages.AddRange(page.Hits.Select(h => $"/{noun}/{Uri.EscapeDataString(h.Id)}"));
        }

        return pages;
    }
}
