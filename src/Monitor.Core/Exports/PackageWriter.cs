using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monitor.Core.Model;

namespace Monitor.Core.Exports;

/// <summary>
/// Writes a Frictionless tabular data package (specs.frictionlessdata.io, version 1): csv files with their schemas and SHA-256, and <c>datapackage.json</c>, which is
/// written last, so that a folder without it is an export that was broken off.
/// </summary>
internal sealed class PackageWriter(string folder)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly JsonArray resources = [];
    private readonly List<string> files = [];

    /// <summary>Files written.</summary>
    public IReadOnlyList<string> Files => files;

    /// <summary>Makes the folder; throws <see cref="IOException"/> when it is there and not empty.</summary>
    public void Begin()
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new IOException($"The folder '{folder}' is not empty. Name an empty or a new one, so that nothing is overwritten.");
        }

        Directory.CreateDirectory(folder);
    }

    /// <summary>Writes a table and says how many rows it has.</summary>
    public async Task<long> Add(ExportTable table, CancellationToken cancel)
    {
        var path = Path.Combine(folder, $"{table.Name}.csv");
        long rows;
        await using (var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite))
        {
            rows = await CsvTable.Write(table, stream, cancel);
            await stream.FlushAsync(cancel);
            stream.Position = 0;
            resources.Add(Resource(table, stream.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel))));
        }

        files.Add(path);
        return rows;
    }

    /// <summary>Writes <c>datapackage.json</c>.</summary>
    public async Task End(string name, string title, JsonObject about, IReadOnlyList<Release> releases, DateTimeOffset created, CancellationToken cancel)
    {
        var package = new JsonObject
        {
            ["profile"] = "tabular-data-package",
            ["name"] = name,
            ["title"] = title,
            ["created"] = created.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["description"] = "Exported by Monitor. Accounts in takedown archives are people until shown otherwise; a score orders links and is no probability. "
                + "In the csv files text that begins with = + - @, tab or carriage return has an apostrophe put before it, so that spreadsheets do not run it; ids are exact.",
            ["sources"] = new JsonArray(releases.Select(Source).ToArray<JsonNode?>()),
            ["monitor"] = about,
            ["resources"] = resources,
        };
        var path = Path.Combine(folder, "datapackage.json");
        await File.WriteAllTextAsync(path, package.ToJsonString(Indented) + "\n", cancel);
        files.Add(path);
    }

    private static JsonObject Source(Release release) => new()
    {
        ["title"] = release.Title,
        ["path"] = release.Source.Length > 0 ? release.Source : null,
        ["release"] = release.Id,
        ["citation"] = release.Citation,
        ["licence"] = "as its publisher states; this package grants none",
        ["files"] = new JsonArray(release.Versions.SelectMany(v => v.Files.Select(f => new JsonObject
        {
            ["version"] = v.Number,
            ["name"] = f.Name,
            ["bytes"] = f.Bytes,
            ["hash"] = $"sha256:{f.Sha256}",
        })).ToArray<JsonNode?>()),
    };

    private static JsonObject Resource(ExportTable table, long bytes, string sha256) => new()
    {
        ["profile"] = "tabular-data-resource",
        ["name"] = table.Name,
        ["title"] = table.Title,
        ["path"] = $"{table.Name}.csv",
        ["format"] = "csv",
        ["mediatype"] = "text/csv",
        ["encoding"] = "utf-8",
        ["bytes"] = bytes,
        ["hash"] = $"sha256:{sha256}",
        ["schema"] = new JsonObject
        {
            ["fields"] = new JsonArray(table.Columns.Select(c => new JsonObject
            {
                ["name"] = c.Name,
                ["type"] = c.Type,
                ["description"] = c.Description,
            }).ToArray<JsonNode?>()),
            ["missingValues"] = new JsonArray(""),
        },
    };
}
