namespace Monitor.Core.Corpus;

/// <summary>
/// A batch as its engine will write it: analysed, and turned into bytes. Made by <see cref="ICorpus.Prepare"/>, on any thread, while another batch is being written; put once.
/// Its records may be forgotten.
/// </summary>
public abstract class PreparedBatch
{
    /// <summary>Posts in it.</summary>
    public abstract int Posts { get; }
}
