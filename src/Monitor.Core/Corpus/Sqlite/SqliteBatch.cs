using Monitor.Core.Corpus.Sqlite.Posts;
using Monitor.Core.Model;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>A batch whose posts, the many, are bytes already; the writer prepares the few others itself.</summary>
internal sealed class SqliteBatch : PreparedBatch, IDisposable
{
    /// <summary>Posts made into one block; several blocks are made on several threads.</summary>
    private const int BlockSize = 1_000;

    /// <summary>Prepares a batch.</summary>
    /// <exception cref="CorpusBatchException">It breaks a rule.</exception>
    public SqliteBatch(CorpusBatch batch)
    {
        BatchRules.Check(batch);
        Posts = batch.Posts.Count;
        Others = batch with { Posts = [] };
        Blocks = Posts == 0 ? [] : Posts <= BlockSize ? [new(batch.Posts)] : [.. Chunks(batch.Posts).AsParallel().AsOrdered().Select(p => new PostBlock(p))];
    }

    /// <inheritdoc/>
    public override int Posts { get; }

    /// <summary>Its posts.</summary>
    public IReadOnlyList<PostBlock> Blocks { get; }

    /// <summary>All else.</summary>
    public CorpusBatch Others { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var block in Blocks)
        {
            block.Dispose();
        }
    }

    private static IEnumerable<IReadOnlyList<Post>> Chunks(IReadOnlyList<Post> posts) => posts.Chunk(BlockSize);
}
