using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>Streams rows: they are read and turned into records ahead on another thread, in blocks, so that who goes through millions of them waits for neither.</summary>
internal static class RowStream
{
    /// <summary>Records in the first block, which should come soon; each next one is twice as large up to <see cref="LargestBlock"/>.</summary>
    private const int FirstBlock = 16;

    private const int LargestBlock = 512;

    /// <summary>Blocks made ahead.</summary>
    private const int Ahead = 4;

    /// <summary>Streams what <paramref name="read"/> gives of a reader that is on loan meanwhile.</summary>
    public static async IAsyncEnumerable<T> Of<T>(SqliteConnections connections, Func<SqliteConnection, IEnumerable<T>> read, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var blocks = Channel.CreateBounded<List<T>>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => Read(connections, read, blocks.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var block in blocks.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
            {
                foreach (var record in block)
                {
                    yield return record;
                }
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    /// <summary>Rows of one statement.</summary>
    public static IEnumerable<T> Rows<T>(SqliteConnection connection, string sql, Action<SqliteStatement> bind, Func<SqliteStatement, T> record)
    {
        using var rows = new SqliteStatement(connection, sql);
        bind(rows);
        while (rows.Next())
        {
            yield return record(rows);
        }
    }

    /// <summary>Fills blocks to the end; what goes wrong goes to who reads them.</summary>
    private static async Task Read<T>(SqliteConnections connections, Func<SqliteConnection, IEnumerable<T>> read, ChannelWriter<List<T>> to, CancellationToken stop)
    {
        try
        {
            using var loan = connections.Rent();
            var block = new List<T>(FirstBlock);
            var size = FirstBlock;
            foreach (var record in read(loan.Connection))
            {
                block.Add(record);
                if (block.Count == size)
                {
                    await to.WriteAsync(block, stop).ConfigureAwait(false);
                    size = Math.Min(LargestBlock, size * 2);
                    block = new(size);
                }
            }

            await to.WriteAsync(block, stop).ConfigureAwait(false);
            to.Complete();
        }
        catch (Exception e)
        {
            to.Complete(e);
        }
    }
}
