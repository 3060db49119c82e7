namespace Monitor.Core.Pipeline;

/// <summary>
/// What only one may do at a time, in this process or another one: files below the data folder that the operating system locks and that a killed process lets go of.
/// </summary>
public sealed class DataLocks(DataFolder data)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// The turn at the corpus. Who reads something there, decides by it and writes holds it, so that two pages with one claim, or a page and an import, never decide by what the
    /// other is about to change. It is held for a page or a batch, never while something is fetched.
    /// </summary>
    internal async Task<IDisposable> CorpusTurn(CancellationToken cancel)
    {
        // Who waits keeps the next place, so that one who gives his turn back and takes it again at once cannot keep others out.
        using var next = await Wait("corpus-next", cancel);
        return await Wait("corpus", cancel);
    }

    /// <summary>The right to crawl a definition; null while somebody does.</summary>
    internal IDisposable? Crawling(string crawler) => TryTake($"crawl-{crawler}");

    /// <summary>The right to read release files into the corpus or to make it anew.</summary>
    /// <exception cref="IOException">Somebody is doing it.</exception>
    internal IDisposable Importing() =>
        TryTake("import") ?? throw new IOException($"An import or a rebuild of {Path.GetFullPath(data.Root)} is under way; wait until it is done.");

    /// <summary>The same; null while somebody is doing it.</summary>
    internal IDisposable? TryImporting() => TryTake("import");

    /// <summary>The right to send messages; null while somebody does.</summary>
    internal IDisposable? TrySending() => TryTake("deliver");

    private async Task<IDisposable> Wait(string name, CancellationToken cancel)
    {
        IDisposable? taken;
        while ((taken = TryTake(name)) is null)
        {
            await Task.Delay(Look, cancel);
        }

        return taken;
    }

    private FileStream? TryTake(string name)
    {
        Directory.CreateDirectory(data.Locks);
        try
        {
            return new FileStream(Path.Combine(data.Locks, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
    }

    /// <summary>EWOULDBLOCK of flock(2) on Linux and macOS, ERROR_SHARING_VIOLATION on Windows; anything else is a fault of the disk.</summary>
    private static bool IsHeld(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}
