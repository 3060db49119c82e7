using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Definitions;
using Monitor.Core.Model;

namespace Monitor.Tests.Definitions;

public sealed class TableMappingsTests : IDisposable
{
    private static readonly string[] Pieces =
    [
        "kind: accounts", "kind: posts", "account:", "  id: a", "  handle: b", "post:", "  text: t", "event:", "  always: suspended", "words:", "    - word: x", "      means: seen", "\n", "\n", "\n", "header: false",
        "files: [\"*.csv\"]", "times: [yyyy]", "times: [\"%\"]", "encoding: utf-8", "offset: \"+03:30\"", "delimiter: tab", "{", "\"", "- ", "&a", "\u0000", "thousands: comma",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_mapping_is_named_by_its_file_and_known_by_its_digest()
    {
        var file = folder.Put("pages.mapping.yaml", "kind: accounts\naccount:\n  id: Page ID\n  name: Page Name\ntimes:\n  - unix\n  - dd.MM.yyyy\n");
        var mapping = Assert.Single(TableMappings.LoadFile(file).Items);

        Assert.Equal(("pages", 64, "comma", true), (mapping.Name, mapping.Sha256.Length, mapping.Delimiter, mapping.Header));
        Assert.Equal(["Page ID", "Page Name"], mapping.Columns());
        Assert.Equal("pages.mapping.yaml", TableMappings.KeptName("/somewhere/pages.yaml"));
    }

    [Theory]
    [InlineData("kind: accounts\naccount:\n  id: a\ncolums: x\n", 4, "unknown key 'colums'", "known keys are")]
    [InlineData("kind: accounts\naccount:\n  idd: a\n", 3, "unknown key 'idd'", "did you mean 'id'?")]
    [InlineData("kind: acounts\naccount:\n  id: a\n", 1, "'kind' is 'acounts'", "did you mean 'accounts'?")]
    [InlineData("kind: accounts\naccount:\n  name: a\n", 3, "neither 'id' nor 'handle'", "add 'id: …' or 'handle: …'")]
    [InlineData("kind: posts\naccount:\n  id: a\n", 1, "'kind: posts' without 'post'", "add 'post: …'")]
    [InlineData("kind: accounts\naccount:\n  id: a\npost:\n  text: b\n", 4, "'post' without 'kind: posts'", "remove it")]
    [InlineData("kind: events\naccount:\n  id: a\nevent:\n  kind: b\n", 5, "'kind' without 'words'", "add a line 'words: …'")]
    [InlineData("kind: events\naccount:\n  id: a\nevent:\n  kind: b\n  words:\n    - word: gone\n      means: removed\n", 8, "'means' is 'removed'", "")]
    [InlineData("kind: accounts\naccount:\n  id: a\nencoding: windows-9\n", 4, "no encoding", "windows-1256")]
    [InlineData("kind: accounts\naccount:\n  id: a\ntimes: [dd.MM]\n", 4, "holds no year", "unix")]
    [InlineData("kind: accounts\naccount:\n  id: a\noffset: \"+3\"\n", 4, "no offset", "+03:30")]
    [InlineData("kind: accounts\naccount:\n  id: \"1\"\nheader: false\n", 4, "'header: false' without 'files'", "files")]
    [InlineData("kind: accounts\naccount:\n  id: a\nheader: false\nfiles: [\"*.txt\"]\n", 0, "'a' has no number", "\"1\"")]
    [InlineData("kind: accounts\naccount:\n  id: a\ndelimiter: \",\"\n", 4, "'delimiter' is ','", "comma, semicolon, tab, pipe")]
    public void A_mistake_names_line_and_mend(string text, int line, string message, string mend)
    {
        var set = TableMappings.LoadFile(folder.Put("bad.mapping.yaml", text));

        Assert.Empty(set.Items);
        var error = set.Errors[0];
        Assert.Equal((folder.At("bad.mapping.yaml"), line), (error.File, error.Line));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(mend, error.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void The_committed_samples_load()
    {
        var set = TableMappings.Load(CommittedDefinitions.Mappings);

        Assert.Empty(set.Errors);
        Assert.Equal(["events", "accounts", "posts"], set.Items.Select(m => m.Kind));
        Assert.Contains(set.Items, m => m.Event?.Words.Any(w => w.Means == StatusKind.Withheld) == true);
    }

    [Fact]
    public void No_text_makes_the_loader_throw_and_a_refused_file_has_a_reason() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Gen.ListOf(Gen.Elements(Pieces)).ToArbitrary(), pieces => Loads(Encoding.UTF8.GetBytes(string.Join('\n', pieces)))));

    [Fact]
    public void No_bytes_make_the_loader_throw() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), Loads));

    private bool Loads(byte[] bytes)
    {
        Directory.CreateDirectory(folder.Path);
        File.WriteAllBytes(folder.At("any.mapping.yaml"), bytes);
        var set = TableMappings.LoadFile(folder.At("any.mapping.yaml"));
        return set.Items.Count == 1 ? set.Errors.Count == 0 : set.Errors.Count > 0 && set.Errors.All(e => e.Mend.Length > 0);
    }
}
