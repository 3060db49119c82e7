using System.Text.Encodings.Web;
using System.Text.Json;

namespace Monitor.Tests.Extraction;

/// <summary>Every page in Fixtures against its expected extraction in Golden.</summary>
public sealed class GoldenTests
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Fixtures => new(Directory.GetFiles(Folder("Fixtures")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void A_page_is_extracted_as_expected(string fixture) => Golden.Check(Extracted(fixture), "Extraction", Path.ChangeExtension(fixture, ".json"));

    [Fact]
    public void No_expectation_is_left_without_its_page() =>
        Assert.Equal(
            Directory.GetFiles(Folder("Fixtures")).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            Directory.GetFiles(Folder("Golden")).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    private static string Extracted(string fixture)
    {
        var path = Path.Combine(Folder("Fixtures"), fixture);
        var text = path.EndsWith(".txt", StringComparison.Ordinal);
        var extraction = Read.Bytes(File.ReadAllBytes(path), $"https://post.example/{(text ? fixture : Path.GetFileNameWithoutExtension(fixture))}", text ? "text/plain" : "text/html");
        var main = extraction.Main;
        var seen = new
        {
            main.Url,
            kind = main.Kind.ToString(),
            main.Title,
            main.Authors,
            published = main.Published?.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
            modified = main.Modified?.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
            main.Language,
            main.Site,
            text = main.Text.Split('\n'),
            cuts = main.Cuts.Select(c => $"{c.Reason}: {c.Text}"),
            posts = main.Posts.Select(p => new { p.Author, p.Handle, p.Text, date = p.Date?.ToString(), p.Url, p.Hashtags, p.Start, p.End }),
            reviews = main.ClaimReviews.Select(r => new { r.ClaimReviewed, r.Claimant, claimed = r.ClaimDate?.ToString(), r.Rating, r.Reviewer, reviewed = r.ReviewDate?.ToString(), r.Url }),
            main.Links,
            main.Note,
            documents = extraction.Posts.Select(p => $"{p.Kind} {p.Url} {p.Language}"),
            issues = extraction.Issues.Select(i => i.Kind),
        };
        return JsonSerializer.Serialize(seen, Json).ReplaceLineEndings("\n") + "\n";
    }

    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "Extraction", name);
}
