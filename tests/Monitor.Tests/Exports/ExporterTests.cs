using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Exports;
using Monitor.Core.Model;

namespace Monitor.Tests.Exports;

public sealed class ExporterTests : IAsyncLifetime
{
    private const string Hash = "+B3dEfGh1jKlMn0pQrStUvWxYz+/aB3dEfGh1jKlMnQ=";
    private static readonly RowRef Row = new("test-release", 1, "users.csv", 7, 700);
    private readonly string folder = Directory.CreateTempSubdirectory("monitor-exports-").FullName;
    private SqliteCorpus corpus = null!;
    private Exporter exporter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        corpus = SqliteCorpus.Open(Path.Combine(folder, "corpus.db"));
        exporter = new(corpus, TimeProvider.System);
        await corpus.Put(
            new()
            {
                Releases =
                [
                    new("test-release", "Test release", "twitter")
                    {
                        Citation = "Publisher, Test release, 2018",
                        Source = "https://publisher.example/release",
                        Versions = [new(1, default, [new("users.csv", 900, new string('a', 64), "twitter-users", 8)])],
                    },
                ],
                Accounts =
                [
                    new($"twitter:{Hash}", "twitter", Hash, Row) { Handle = Hash, Name = Hash, Bio = "=HYPERLINK(\"http://x.example\",\"teacher\")", Hashed = true },
                    new("twitter:839501234567890123", "twitter", "839501234567890123", Row with { Line = 8 }) { Handle = "ministry", Name = "وزارت \"x\"", Bio = "teacher,\nministry" },
                ],
                Claims = [new("c1", "Teachers were removed", ClaimKind.Quote, new("A Speaker"))],
                Links =
                [
                    new("l1", LinkKind.Account, "c1", $"twitter:{Hash}", 0.8, [new("group-in-bio", "teachers", "teacher", 0.8, "The bio names a teacher.", Row)]) { Groups = ["teacher"] },
                    new("l2", LinkKind.Release, "c1", "test-release", 0.5, [new("count", "284", "770", 0.5, "The counts were compared.", null)]),
                ],
            },
            Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await corpus.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Csv_keeps_ids_exactly_and_does_not_let_a_spreadsheet_run_text()
    {
        var (text, report) = await Search(ExportFormat.Csv, new());
        Assert.Equal(2, report.Rows);
        Assert.True(report.Complete);
        var rows = Read(text);
        var hashed = rows.Single(r => r["id"] == $"twitter:{Hash}");
        Assert.StartsWith("'=HYPERLINK", hashed["text"], StringComparison.Ordinal);
        Assert.Equal(("7", "700", "users.csv"), (hashed["line"], hashed["offset"], hashed["file"]));
        var plain = rows.Single(r => r["id"] == "twitter:839501234567890123");
        Assert.Equal(("وزارت \"x\"", "ministry"), (plain["title"], plain["handle"]));
        Assert.DoesNotContain(rows.SelectMany(r => r.Values), v => v.Length > 0 && "=+-@\t\r".Contains(v[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_lines_hold_the_text_as_it_is()
    {
        var (text, _) = await Search(ExportFormat.JsonLines, new());
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains(rows, r => r.GetProperty("text").GetString()!.StartsWith("=HYPERLINK", StringComparison.Ordinal));
        Assert.Contains("وزارت", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_handles_and_bios_of_accounts_that_are_not_official_can_be_left_out()
    {
        var options = new ExportOptions { OnlyOfficialsByName = true, OfficialHandles = ["MINISTRY"] };
        var rows = Read((await Search(ExportFormat.Csv, options)).Text);
        Assert.Equal(("", "", ""), Named(rows.Single(r => r["id"] == $"twitter:{Hash}")));
        Assert.Equal("ministry", rows.Single(r => r["id"] == "twitter:839501234567890123")["handle"]);

        using var stream = new MemoryStream();
        await exporter.Links("c1", ExportFormat.JsonLines, stream, options, Cancel);
        Assert.DoesNotContain("names a teacher", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_export_says_that_it_is_cut() => Assert.False((await Search(ExportFormat.Csv, new() { MaxRows = 1 })).Report.Complete);

    [Fact]
    public async Task A_package_holds_schema_checksums_citations_and_the_claim()
    {
        var path = Path.Combine(folder, "package");
        var report = await exporter.LinksPackage("c1", path, null, Cancel);
        Assert.Equal(2, report.Rows);
        using var package = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(path, "datapackage.json"), Cancel));
        var root = package.RootElement;
        Assert.Equal("Publisher, Test release, 2018", root.GetProperty("sources")[0].GetProperty("citation").GetString());
        Assert.Equal("Teachers were removed", root.GetProperty("monitor").GetProperty("claim").GetProperty("text").GetString());
        foreach (var resource in root.GetProperty("resources").EnumerateArray())
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(path, resource.GetProperty("path").GetString()!), Cancel);
            Assert.Equal($"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}", resource.GetProperty("hash").GetString());
            Assert.Equal(bytes.Length, resource.GetProperty("bytes").GetInt64());
            var header = Read(Encoding.UTF8.GetString(bytes))[0].Keys;
            Assert.Equal(header, resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString()));
        }

        await Assert.ThrowsAsync<IOException>(() => exporter.LinksPackage("c1", path, null, Cancel));
    }

    private static (string, string, string) Named(Dictionary<string, string> row) => (row["title"], row["handle"], row["text"]);

    private static List<Dictionary<string, string>> Read(string csv)
    {
        using var reader = CsvReader.FromText(csv.TrimStart('\uFEFF'));
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(i => reader.Headers[i], i => reader.GetString(i)));
        }

        return rows;
    }

    private async Task<(string Text, ExportReport Report)> Search(ExportFormat format, ExportOptions options)
    {
        using var stream = new MemoryStream();
        var report = await exporter.Search(new(new WordNode("teacher"), [SearchKind.Accounts]), format, stream, options, Cancel);
        return (Encoding.UTF8.GetString(stream.ToArray()), report);
    }
}
