using System.Threading.Channels;
using Monitor.Core.Archives;
using Monitor.Core.Corpus;

namespace Monitor.Core.Pipeline;

/// <summary>
/// Reads and prepares rows while the rows before are being stored. Rows become bytes soon after they are read, some hundred at a time, so that they die young in memory; what
/// waits to be stored is bounded.
/// </summary>
internal sealed class ImportReading : IAsyncDisposable
{
    /// <summary>Most rows prepared together.</summary>
    private const int BlockRows = 500;

    /// <summary>Blocks read ahead of the one that is stored next.</summary>
    private const int Ahead = 80;

    private readonly Channel<Task<ImportBlock>> _blocks = Channel.CreateBounded<Task<ImportBlock>>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
    private readonly CancellationTokenSource _stop;
    private readonly SemaphoreSlim _preparing = new(Math.Max(2, Environment.ProcessorCount));
    private readonly Task _reading;

    /// <summary>Begins to read.</summary>
    /// <param name="corpus">Prepares the records.</param>
    /// <param name="read">Gives the rows; called on another thread.</param>
    /// <param name="batchRows">Most rows that are stored together.</param>
    /// <param name="cancel">Stops the reading.</param>
    public ImportReading(ICorpus corpus, Func<IEnumerable<ArchiveRow>> read, int batchRows, CancellationToken cancel)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _reading = Task.Run(() => Read(corpus, read, Math.Min(BlockRows, batchRows)), CancellationToken.None);
    }

    /// <summary>The next blocks, until they have this many rows together or the file ends; none at the end.</summary>
    public async Task<IReadOnlyList<ImportBlock>> Take(int rows)
    {
        var taken = new List<ImportBlock>();
        for (long count = 0; count < rows && await _blocks.Reader.WaitToReadAsync(_stop.Token);)
        {
            var block = await await _blocks.Reader.ReadAsync(_stop.Token);
            count += block.Counts.Rows;
            taken.Add(block);
        }

        return taken;
    }

    /// <summary>Stops the reading.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        while (_blocks.Reader.TryRead(out var left))
        {
            await left.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        _stop.Dispose();
        _preparing.Dispose();
    }

    private async Task Read(ICorpus corpus, Func<IEnumerable<ArchiveRow>> read, int blockRows)
    {
        try
        {
            foreach (var rows in read().Chunk(blockRows))
            {
                await _preparing.WaitAsync(_stop.Token);
                await _blocks.Writer.WriteAsync(Task.Run(() => Prepare(corpus, rows), CancellationToken.None), _stop.Token);
            }

            _blocks.Writer.Complete();
        }
        catch (Exception e)
        {
            _blocks.Writer.Complete(e);
        }
    }

    private ImportBlock Prepare(ICorpus corpus, ArchiveRow[] rows)
    {
        try
        {
            return ImportBlock.Of(corpus, rows);
        }
        finally
        {
            _preparing.Release();
        }
    }
}
