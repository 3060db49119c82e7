using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Dossiers;
using Monitor.Core.Dossiers.World;
using Monitor.Core.Model;

namespace Monitor.Tests.Dossiers.Signals;

public sealed class DocumentMentionsTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private ICorpus corpus = null!;

    public ValueTask InitializeAsync()
    {
        corpus = SqliteCorpus.Open(folder.At("corpus.db"));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await corpus.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("The teacher @sample_teacher spoke.", true)]
    [InlineData("The teacher Sample Teacherson spoke.", false)]
    [InlineData("The teacher @sample_teacher2 spoke.", null)]
    [InlineData("The teacher Teacherson spoke of a Sample.", null)]
    public async Task A_document_names_it_by_handle_or_by_full_name(string text, bool? byHandle)
    {
        await Put(Document("d1", text, 2014));
        var found = await new DocumentMentionFinder(corpus).Find(["sample_teacher"], ["Sample Teacherson"], TestContext.Current.CancellationToken);
        Assert.Equal(byHandle, found.SingleOrDefault()?.ByHandle);
        Assert.All(found, m => Assert.Equal(m.Document.Words, text.Substring(m.Document.Start, m.Document.Words.Length)));
    }

    [Fact]
    public async Task A_first_name_alone_and_its_own_posts_are_no_mention()
    {
        await Put(Document("d1", "Sample said so.", 2014), Document("d2", "I, @sample_teacher, say so.", 2014) with { Handle = "Sample_Teacher", Kind = DocumentKind.Post });
        Assert.Empty(await new DocumentMentionFinder(corpus).Find(["sample_teacher"], ["Sample"], TestContext.Current.CancellationToken));
        Assert.Empty(await new DocumentMentionFinder(corpus).Find([], [], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Only_documents_from_before_the_release_speak_for_a_person_and_later_ones_are_told_apart()
    {
        await Put(Document("d1", "The teacher @sample_teacher spoke.", 2014), Document("d2", "Among the removed: @sample_teacher.", 2019), Document("d3", "@sample_teacher, undated.", null));
        var dossier = await Dossier();
        var signal = Assert.Single(dossier.Signals, s => s.Name == "named-in-documents");
        Assert.Equal((SignalSide.Person, SignalStrength.Weak), (signal.Side, signal.Strength));
        Assert.Equal("d1", Assert.Single(signal.Documents).Id);
        Assert.Contains(dossier.Missing, m => m.StartsWith("2 documents name it that are undated or from after", StringComparison.Ordinal));
        Assert.Equal(["d1", "d2"], dossier.Timeline.Select(t => t.Document).OfType<string>());
    }

    [Fact]
    public async Task Without_earlier_documents_there_is_no_signal()
    {
        await Put(Document("d2", "Among the removed: @sample_teacher.", 2019));
        Assert.DoesNotContain((await Dossier()).Signals, s => s.Name == "named-in-documents");
    }

    private static Document Document(string id, string text, int? year) => new(id, DocumentKind.Article, $"https://{id}.example/a", text)
    {
        Title = $"Sample headline {id}",
        Published = year is { } y ? new DateTimeOffset(y, 5, 1, 0, 0, 0, TimeSpan.Zero) : null,
    };

    private Task<PutResult> Put(params Document[] documents) => corpus.Put(new() { Documents = documents });

    private async Task<Dossier> Dossier()
    {
        await corpus.Put(new()
        {
            Releases = [new("sample", "Sample release", "twitter") { Announced = PartialDate.Day(2018, 10, 17) }],
            Accounts = [SamplePosts.Account with { Handle = "sample_teacher", Name = "Sample Teacherson" }],
        });
        return (await new DossierBuilder(corpus).Build("twitter:1", TestContext.Current.CancellationToken))!;
    }
}
