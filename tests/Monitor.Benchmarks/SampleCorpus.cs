using Monitor.Core.Corpus;

namespace Monitor.Benchmarks;

/// <summary>Fills a corpus with made-up posts and articles.</summary>
internal static class SampleCorpus
{
    /// <summary>Posts and articles of 300 words, unless the corpus has some already.</summary>
    public static async Task Fill(ICorpus corpus, int posts, int articles)
    {
        var counts = await corpus.Counts();
        var sample = new SampleRecords(1);
        if (counts[RecordKind.Post] == 0)
        {
            foreach (var batch in Enumerable.Range(0, posts).Select(sample.Post).Chunk(10_000))
            {
                await corpus.Put(new() { Posts = batch });
            }
        }

        if (counts[RecordKind.Document] == 0)
        {
            foreach (var batch in Enumerable.Range(0, articles).Select(i => sample.Document(i, 300)).Chunk(1_000))
            {
                await corpus.Put(new() { Documents = batch });
            }
        }
    }
}
