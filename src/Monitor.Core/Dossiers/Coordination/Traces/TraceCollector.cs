using System.Threading.Channels;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Coordination.Traces;

/// <summary>Reads posts once into a <see cref="TraceSet"/>: one thread takes them from the stream, others make traces of them.</summary>
internal static class TraceCollector
{
    private const int Batch = 2_000;

    /// <summary>Reads the posts.</summary>
    /// <param name="posts">Posts in any order; the set does not depend on it.</param>
    /// <param name="kind">Which traces are wanted.</param>
    /// <param name="folder">Folder for the traces; null to keep them in memory.</param>
    /// <param name="workers">Threads that make traces.</param>
    /// <param name="progress">Told the posts read so far.</param>
    /// <param name="cancel">Stops it; a folder is then left without the file that makes it whole.</param>
    public static async Task<TraceSet> Collect(IAsyncEnumerable<Post> posts, TraceKind kind, string? folder, int workers, IProgress<long>? progress, CancellationToken cancel)
    {
        var set = TraceSet.Create(folder, kind);
        try
        {
            await Fill(set, posts, workers, progress, cancel);
            return set;
        }
        catch
        {
            set.Dispose();
            throw;
        }
    }

    private static async Task Fill(TraceSet set, IAsyncEnumerable<Post> posts, int workers, IProgress<long>? progress, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var batches = Channel.CreateBounded<List<Post>>(workers * 2);
        var gate = new Lock();
        var accounts = new Dictionary<string, int>(StringComparer.Ordinal);
        var (times, leftOut) = (new long[3], new long[5, (int)LeftOutReason.Count]);
        var working = Enumerable.Range(0, workers).Select(_ => Task.Run(() => Work(), CancellationToken.None)).ToList();
        long read = 0;
        try
        {
            var batch = new List<Post>(Batch);
            await foreach (var post in posts.WithCancellation(stop.Token))
            {
                batch.Add(post);
                if (batch.Count == Batch)
                {
                    await batches.Writer.WriteAsync(batch, stop.Token);
                    read += batch.Count;
                    progress?.Report(read);
                    batch = new(Batch);
                }
            }

            read += batch.Count;
            await batches.Writer.WriteAsync(batch, stop.Token);
            batches.Writer.Complete();
            await Task.WhenAll(working);
        }
        catch (Exception e)
        {
            batches.Writer.TryComplete(e);
            await stop.CancelAsync();
            await Task.WhenAll(working).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            if (working.Find(w => w.IsFaulted && w.Exception!.InnerException is not (OperationCanceledException or ChannelClosedException)) is { } fault && e is OperationCanceledException && !cancel.IsCancellationRequested)
            {
                await fault;
            }

            throw;
        }

        set.Finish(read, accounts, times, leftOut);

        async Task Work()
        {
            try
            {
                var maker = new PostTraces(set.Kind);
                var made = new List<PostTrace>(Batch);
                await foreach (var batch in batches.Reader.ReadAllAsync(stop.Token))
                {
                    made.Clear();
                    foreach (var post in batch)
                    {
                        if (maker.Of(post) is { } trace)
                        {
                            made.Add(trace);
                        }
                    }

                    lock (gate)
                    {
                        made.ForEach(Append);
                    }
                }

                lock (gate)
                {
                    Sum(maker);
                }
            }
            catch
            {
                await stop.CancelAsync();
                throw;
            }
        }

        void Append(PostTrace made)
        {
            if (!accounts.TryGetValue(made.Account, out var number))
            {
                accounts.Add(made.Account, number = accounts.Count);
            }

            for (var trace = CoordinationTrace.Repost; trace < CoordinationTrace.Text; trace++)
            {
                if (made.Object(trace) is not 0 and var found)
                {
                    set.Add(trace, new(found, made.Time, number));
                }
            }

            if (made.Words.Length > 0)
            {
                set.Add(new TraceAction(made.Text, made.Time, number), made.Words);
            }
        }

        void Sum(PostTraces maker)
        {
            for (var i = 0; i < times.Length; i++)
            {
                times[i] += maker.Times[i];
            }

            for (var trace = 0; trace < 5; trace++)
            {
                for (var reason = 0; reason < (int)LeftOutReason.Count; reason++)
                {
                    leftOut[trace, reason] += maker.LeftOut[trace, reason];
                }
            }
        }
    }
}
