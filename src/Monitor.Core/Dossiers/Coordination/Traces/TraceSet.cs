using System.Buffers.Binary;
using System.Text.Json;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Coordination.Traces;

/// <summary>
/// The traces of one kind of the posts of a release in compact form: 16 bytes an action, 17 and 4 a word for a text, parted by hash into <see cref="Parts"/> so that one part
/// at a time is sorted. In memory for small releases; for large ones in a folder, which is derived, is read again for every network, and may be thrown away.
/// </summary>
public sealed class TraceSet : IDisposable
{
    /// <summary>Parts of each trace.</summary>
    internal const int Parts = 32;

    private const string MetaFile = "traces.json";
    private readonly TraceBucket[,] buckets = new TraceBucket[5, Parts];
    private TraceMeta meta = new();

    private TraceSet(string? folder)
    {
        Folder = folder;
        for (var trace = 0; trace < 5; trace++)
        {
            for (var part = 0; part < Parts; part++)
            {
                buckets[trace, part] = new(folder is null ? null : Path.Combine(folder, $"{((CoordinationTrace)trace).ToString().ToLowerInvariant()}-{part:00}.bin"));
            }
        }
    }

    /// <summary>Which traces it has.</summary>
    public TraceKind Kind => meta.Kind;

    /// <summary>Posts read.</summary>
    public long Posts => meta.Posts;

    /// <summary>Account ids, in order of code points; numbers of accounts are places in it.</summary>
    public IReadOnlyList<string> Accounts => meta.Accounts;

    /// <summary>Where the files lie; null when all is in memory.</summary>
    internal string? Folder { get; }

    /// <summary>
    /// The precision of most times. A time to the second has a second other than 0 in 59 of 60 cases; where fewer than half have one, at least a part of the files gives
    /// minutes, and the coarser reading is the honest one.
    /// </summary>
    internal TimePrecision Precision => meta.Times[0] * 2 > meta.Times.Sum() ? TimePrecision.Second
        : (meta.Times[0] + meta.Times[1]) * 2 > meta.Times.Sum() || meta.Times.Sum() == 0 ? TimePrecision.Minute
        : TimePrecision.Day;

    /// <summary>A set to be filled; in memory without a folder, which is emptied otherwise.</summary>
    internal static TraceSet Create(string? folder, TraceKind kind)
    {
        if (folder is not null)
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.CreateDirectory(folder);
        }

        return new(folder) { meta = new() { Kind = kind } };
    }

    /// <summary>A set that was filled before; null when the folder holds none that is whole.</summary>
    internal static TraceSet? Open(string folder)
    {
        var file = Path.Combine(folder, MetaFile);
        if (!File.Exists(file) || JsonSerializer.Deserialize<TraceMeta>(File.ReadAllBytes(file)) is not { Version: TraceMeta.Current } meta)
        {
            return null;
        }

        return new(folder) { meta = meta };
    }

    /// <summary>What a trace left out, most first.</summary>
    internal IReadOnlyList<ValueCount> LeftOut(CoordinationTrace trace) =>
    [
        .. Enumerable.Range(0, (int)LeftOutReason.Count).Select(r => new ValueCount(LeftOutWords.Of((LeftOutReason)r), meta.LeftOut[((int)trace * (int)LeftOutReason.Count) + r]))
            .Where(c => c.Count > 0).OrderByDescending(c => c.Count),
    ];

    /// <summary>Appends an action; accounts have numbers in order of arrival here.</summary>
    internal void Add(CoordinationTrace trace, TraceAction action)
    {
        var bytes = buckets[(int)trace, (int)(action.Object % Parts)].Take(16);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, action.Object);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[8..], action.Time);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], action.Account);
    }

    /// <summary>Appends a text, to the part of its hour, since only texts of one hour are compared.</summary>
    internal void Add(TraceAction action, ReadOnlySpan<uint> words)
    {
        var bytes = buckets[(int)CoordinationTrace.Text, (int)(action.Time / 3_600 % Parts)].Take(17 + (4 * words.Length));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, action.Object);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[8..], action.Time);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], action.Account);
        bytes[16] = (byte)words.Length;
        for (var i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[(17 + (4 * i))..], words[i]);
        }
    }

    /// <summary>Ends filling: accounts get their numbers, and a set on disk can be opened from now on.</summary>
    internal void Finish(long posts, IReadOnlyDictionary<string, int> arrived, long[] times, long[,] leftOut)
    {
        string[] accounts = [.. arrived.Keys.Order(StringComparer.Ordinal)];
        var order = new int[accounts.Length];
        for (var i = 0; i < accounts.Length; i++)
        {
            order[arrived[accounts[i]]] = i;
        }

        meta = meta with { Posts = posts, Accounts = accounts, Order = order, Times = times, LeftOut = [.. leftOut.Cast<long>()] };
        if (Folder is null)
        {
            return;
        }

        foreach (var bucket in buckets)
        {
            bucket.Close();
        }

        // Written last and moved into place, so that a folder with this file is whole.
        var file = Path.Combine(Folder, MetaFile);
        File.WriteAllBytes(file + ".part", JsonSerializer.SerializeToUtf8Bytes(meta));
        File.Move(file + ".part", file, overwrite: true);
    }

    /// <summary>The actions of one part of a trace, in no order, with the final numbers of accounts.</summary>
    internal TraceAction[] Read(CoordinationTrace trace, int part)
    {
        ReadOnlySpan<byte> bytes = buckets[(int)trace, part].ReadAll();
        var actions = new TraceAction[bytes.Length / 16];
        for (var i = 0; i < actions.Length; i++)
        {
            actions[i] = Action(bytes[(16 * i)..]);
        }

        return actions;
    }

    /// <summary>The texts of one part, in no order.</summary>
    internal List<(TraceAction Action, uint[] Words)> ReadTexts(int part)
    {
        ReadOnlySpan<byte> bytes = buckets[(int)CoordinationTrace.Text, part].ReadAll();
        var texts = new List<(TraceAction, uint[])>(bytes.Length / 64);
        while (bytes.Length > 0)
        {
            var words = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(bytes.Slice(17, 4 * bytes[16])).ToArray();
            texts.Add((Action(bytes), words));
            bytes = bytes[(17 + (4 * words.Length))..];
        }

        return texts;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var bucket in buckets)
        {
            bucket.Dispose();
        }
    }

    private TraceAction Action(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]), meta.Order[BinaryPrimitives.ReadInt32LittleEndian(bytes[12..])]);
}

/// <summary>What stands beside the traces.</summary>
internal sealed record TraceMeta
{
    /// <summary>Raised when traces are made otherwise, so that older files are made again.</summary>
    public const int Current = 2;

    public int Version { get; init; } = Current;

    public TraceKind Kind { get; init; }

    public long Posts { get; init; }

    public string[] Accounts { get; init; } = [];

    public int[] Order { get; init; } = [];

    public long[] Times { get; init; } = [0, 0, 0];

    public long[] LeftOut { get; init; } = new long[5 * (int)LeftOutReason.Count];
}
