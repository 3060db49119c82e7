namespace Monitor.Core.Evidence;

/// <summary>Writing of files that are either there as a whole or not at all: to a temporary name beside the place, flushed to disk, then renamed.</summary>
internal static class AtomicFile
{
    /// <summary>Ending of temporary names; what has it after a crash is rubbish.</summary>
    public const string PartEnding = ".monitor-part";

    /// <summary>Writes a file through <paramref name="write"/>; an older one of this name is replaced in one step.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = path + PartEnding;
        using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 17))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
    }
}
