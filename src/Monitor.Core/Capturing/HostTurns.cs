using System.Collections.Concurrent;

namespace Monitor.Core.Capturing;

/// <summary>One request at a time for each host, with a pause in between, however many crawlers ask for it.</summary>
internal sealed class HostTurns(TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, Host> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits until no one else is talking to the url's host. The turn ends when it is disposed.</summary>
    public async Task<Turn> Take(Uri url, CancellationToken cancel)
    {
        var host = hosts.GetOrAdd(url.IsDefaultPort ? url.IdnHost : $"{url.IdnHost}:{url.Port}", _ => new Host());
        await host.Free.WaitAsync(cancel).ConfigureAwait(false);
        return new Turn(host, time);
    }

    public void Dispose()
    {
        foreach (var host in hosts.Values)
        {
            host.Free.Dispose();
        }
    }

    /// <summary>The right to talk to a host.</summary>
    internal sealed class Turn(Host host, TimeProvider time) : IDisposable
    {
        /// <summary>Waits until the pause since the host's last answer is over.</summary>
        public async Task Pause(TimeSpan pause, CancellationToken cancel)
        {
            var left = host.Last is { } last ? pause - time.GetElapsedTime(last) : TimeSpan.Zero;
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left, time, cancel).ConfigureAwait(false);
            }
        }

        /// <summary>Does what talks to the host; the next pause begins when it ends, well or badly.</summary>
        public async Task<T> Talk<T>(Func<Task<T>> talk)
        {
            try
            {
                return await talk().ConfigureAwait(false);
            }
            finally
            {
                host.Last = time.GetTimestamp();
            }
        }

        public void Dispose() => host.Free.Release();
    }

    internal sealed class Host
    {
        public SemaphoreSlim Free { get; } = new(1);

        /// <summary>Timestamp of the last answer; null before the first. Only the holder of the turn touches it.</summary>
        public long? Last { get; set; }
    }
}
