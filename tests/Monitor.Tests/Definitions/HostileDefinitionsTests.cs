using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Definitions;

namespace Monitor.Tests.Definitions;

public sealed class HostileDefinitionsTests : IDisposable
{
    private static readonly string[] Pieces =
    [
        "name", ":", " ", "\n", "  ", "- ", "discover", "feed", "list", "links", "https://a.example/", "{", "}", "[", "]", "&a", "*a", "!!str", "<<", "\"", "'", "|", ">-",
        "#", "---", "...", "%YAML 9", "@", "`", "\t", "?", "1e9", "schedule: 15m", "yield: { min: 1, max: 2 }", "links: 'a['", "include: '('", "\u0000", "é", "\uFEFF", "maxPages: 99999999999",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("hostile").FullName;

    [Fact]
    public void No_text_makes_the_loader_throw_and_a_refused_file_has_a_reason() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Gen.ListOf(Gen.Elements(Pieces)).ToArbitrary(), pieces => Loads(Encoding.UTF8.GetBytes(string.Concat(pieces)))));

    [Fact]
    public void No_bytes_make_the_loader_throw() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), Loads));

    [Theory]
    [InlineData("[", 30_000)]
    [InlineData("{a: ", 10_000)]
    [InlineData("- ", 30_000)]
    [InlineData("a: &a [*a,", 5_000)]
    public void Deep_nesting_is_refused(string fragment, int times) =>
        Assert.True(Loads(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(fragment, times)))));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private bool Loads(byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(folder, "xx-hostile.yaml"), bytes);
        var (crawlers, releases) = (CrawlerDefinitions.Load(folder), ReleaseCatalogue.Load(folder));
        return crawlers.Items.Count + releases.Items.Count == 0 && crawlers.Errors.Count > 0 && releases.Errors.Count > 0 && crawlers.Errors.All(e => e.Mend.Length > 0);
    }
}
