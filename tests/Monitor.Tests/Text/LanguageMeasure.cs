using System.IO.Compression;
using System.Text.Json;
using Monitor.Core.Text;

namespace Monitor.Tests.Text;

/// <summary>The language detector on real texts of known language.</summary>
public class LanguageMeasure
{
    [Theory]
    [InlineData("polnear.docs.jsonl.gz", "en")]
    [InlineData("gumnews.docs.jsonl", "en")]
    [InlineData("dewikinews.docs.jsonl.gz", "de")]
    [InlineData("prstc.docs.jsonl", "fa")]
    [InlineData("ancora.docs.jsonl", "es")]
    [InlineData("pud-es.docs.jsonl", "es")]
    [InlineData("pud-fr.docs.jsonl", "fr")]
    [InlineData("pud-ar.docs.jsonl", "ar")]
    [InlineData("sequoia-fr.docs.jsonl", "fr")]
    public void Lines_of_more_than_60_characters_are_told_right_in_98_of_100(string file, string language)
    {
        Assert.SkipUnless(SharedData.Exists("quotes"), SharedData.Why("quotes"));
        using var stream = File.OpenRead(Path.Combine(SharedData.Folder!, "quotes", file));
        using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        var (right, all) = (0, 0);
        var wrong = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            foreach (var sentence in json.RootElement.GetProperty("text").GetString()!.Split('\n', '.').Where(s => s.Trim().Length > 60))
            {
                all++;
                var told = LanguageDetector.Detect(sentence);
                right += told == language ? 1 : 0;
                if (told != language && wrong.Count < 5)
                {
                    wrong.Add($"{told}: {sentence.Trim()}");
                }
            }
        }

        TestContext.Current.SendDiagnosticMessage($"{file}: {right} of {all}");
        Assert.True(right >= all * 0.98, $"{right} of {all} right; {string.Join(" | ", wrong)}");
    }
}
