using System.Reflection;
using System.Text.Json.Nodes;
using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Core.Exports;

/// <summary>Writes search hits and a claim's links for work outside: csv for spreadsheets, JSON Lines for programs, a Frictionless data package for publication.</summary>
public sealed class Exporter(ICorpus corpus, TimeProvider time)
{
    private static readonly string Version =
        typeof(Exporter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Writes all hits of a search (from its cursor on, in its order) to a stream, which stays open.</summary>
    public async Task<ExportReport> Search(SearchRequest request, ExportFormat format, Stream output, ExportOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var hits = new HitTable(corpus, request, options ?? new());
        return new(await Write(hits.Table(), format, output, cancel), hits.Complete, []);
    }

    /// <summary>Writes the links of a claim to a stream, which stays open: one row a link, with its reasons in one column.</summary>
    public async Task<ExportReport> Links(string claimId, ExportFormat format, Stream output, ExportOptions? options = null, CancellationToken cancel = default)
    {
        var links = new LinkTables(corpus, claimId, options ?? new());
        return new(await Write(links.Links(), format, output, cancel), true, []);
    }

    /// <summary>Writes all hits of a search as a data package. Throws <see cref="IOException"/> when the folder is not empty.</summary>
    /// <param name="request">The search.</param>
    /// <param name="query">The query as typed, for the record.</param>
    /// <param name="folder">A new or empty folder.</param>
    /// <param name="options">What is left out.</param>
    /// <param name="cancel">Stops it; the folder is then without <c>datapackage.json</c>.</param>
    public async Task<ExportReport> SearchPackage(
        SearchRequest request, string query, string folder, ExportOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        options ??= new();
        var hits = new HitTable(corpus, request, options);
        var package = new PackageWriter(folder);
        package.Begin();
        var rows = await package.Add(hits.Table(), cancel);
        var about = About(options, rows, hits.Complete);
        about["query"] = query;
        about["in"] = new JsonArray(request.In.Select(k => (JsonNode?)k.ToString().ToLowerInvariant()).ToArray());
        await package.End("monitor-search", $"Monitor: hits of the search {query}", about, await Cited(hits.Releases, cancel), time.GetUtcNow(), cancel);
        return new(rows, hits.Complete, package.Files);
    }

    /// <summary>Writes the links of a claim and their reasons as a data package. Throws <see cref="IOException"/> when the folder is not empty.</summary>
    public async Task<ExportReport> LinksPackage(string claimId, string folder, ExportOptions? options = null, CancellationToken cancel = default)
    {
        options ??= new();
        var links = new LinkTables(corpus, claimId, options);
        var package = new PackageWriter(folder);
        package.Begin();
        var rows = await package.Add(links.Links(), cancel);
        await package.Add(links.Reasons(), cancel);
        var about = About(options, rows, complete: true);
        var claim = await corpus.Claim(claimId, cancel);
        about["claim"] = new JsonObject
        {
            ["id"] = claimId,
            ["text"] = claim?.Text,
            ["speaker"] = claim?.Speaker.Name,
            ["said"] = claim?.Said?.ToString(),
        };
        await package.End("monitor-links", $"Monitor: links of the claim {claimId}", about, await Cited(links.Releases, cancel), time.GetUtcNow(), cancel);
        return new(rows, true, package.Files);
    }

    private static Task<long> Write(ExportTable table, ExportFormat format, Stream output, CancellationToken cancel) =>
        format == ExportFormat.Csv ? CsvTable.Write(table, output, cancel) : JsonLinesTable.Write(table, output, cancel);

    private static JsonObject About(ExportOptions options, long rows, bool complete) => new()
    {
        ["version"] = Version,
        ["rows"] = rows,
        ["complete"] = complete,
        ["leftOut"] = options.OnlyOfficialsByName ? "names, handles, bios and quoted values of accounts that are not official" : "nothing",
    };

    private async Task<IReadOnlyList<Release>> Cited(IEnumerable<string> ids, CancellationToken cancel)
    {
        var releases = new List<Release>();
        foreach (var id in ids)
        {
            releases.Add(await corpus.Release(id, cancel) ?? new Release(id, id, ""));
        }

        return releases;
    }
}
