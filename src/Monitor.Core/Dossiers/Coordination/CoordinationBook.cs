using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Monitor.Core.Corpus;
using Monitor.Core.Dossiers.Coordination.Traces;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Coordination;

/// <summary>
/// Keeps networks for whoever shows them. Releases of up to <see cref="MostOnDemand"/> posts are measured when asked for and kept in memory; larger ones are measured
/// by <c>monitor coordination</c>, and their traces and last results lie in a folder, which is derived: an import makes it stale, a rebuild empties it. Safe for use
/// from several threads; one network is measured at a time.
/// </summary>
/// <param name="corpus">Where the posts are.</param>
/// <param name="folder">Where traces and results of large releases are put; null to keep none.</param>
public sealed class CoordinationBook(ICorpus corpus, string? folder = null) : IDisposable
{
    /// <summary>Posts of a release up to which a page may wait for the measuring, some seconds.</summary>
    public const long MostOnDemand = 200_000;

    /// <summary>Edges whose rows are looked up.</summary>
    private const int EdgesWithRows = 100;

    /// <summary>Networks kept in memory.</summary>
    private const int MostKept = 64;

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<string, CoordinationNetwork> kept = [];
    private readonly Dictionary<TraceKind, (string Key, TraceSet Set)> last = [];

    /// <summary>
    /// The network of a release for a page: measured now for a small release, as it was last measured for a large one; null when a large one has not been measured since
    /// its last import. Pairs that acted together twice or more (<see cref="CoordinationOptions.Least"/>).
    /// </summary>
    /// <param name="releaseId">The release.</param>
    /// <param name="trace">The trace.</param>
    /// <param name="window">Seconds.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<CoordinationNetwork?> Of(string releaseId, CoordinationTrace trace, int window = CoordinationOptions.DefaultWindow, CancellationToken cancel = default)
    {
        var options = new CoordinationOptions { Window = window };
        options.Check();
        var (key, posts) = await State([releaseId], cancel);
        if (posts <= MostOnDemand)
        {
            return await Measure([releaseId], trace, options, null, cancel);
        }

        lock (kept)
        {
            if (kept.TryGetValue(Name(key, trace, options), out var known))
            {
                return known;
            }
        }

        var file = folder is null ? null : Path.Combine(folder, key, Name("", trace, options) + ".json");
        if (file is null || !File.Exists(file) || JsonSerializer.Deserialize<CoordinationNetwork>(await File.ReadAllBytesAsync(file, cancel), Json) is not { } stored)
        {
            return null;
        }

        Keep(Name(key, trace, options), stored);
        return stored;
    }

    /// <summary>Measures a network, however large; across releases when several are named, across all when none is.</summary>
    /// <param name="releaseIds">Releases; none for all.</param>
    /// <param name="trace">The trace.</param>
    /// <param name="options">What counts as acting together.</param>
    /// <param name="progress">Told the posts read so far, while they are read.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<CoordinationNetwork> Measure(
        IReadOnlyList<string> releaseIds, CoordinationTrace trace, CoordinationOptions? options = null, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(releaseIds);
        options ??= new();
        options.Check();
        var releases = releaseIds.Count > 0 ? [.. releaseIds.Distinct().Order(StringComparer.Ordinal)] : (await corpus.Releases(cancel)).Where(r => r.Versions.Count > 0).Select(r => r.Id).ToList();
        var (key, posts) = await State(releases, cancel);
        var name = Name(key, trace, options);
        await turn.WaitAsync(cancel);
        try
        {
            lock (kept)
            {
                if (kept.TryGetValue(name, out var known))
                {
                    return known;
                }
            }

            var place = posts > MostOnDemand && folder is not null ? Path.Combine(folder, key) : null;
            var traces = await Traces(key, TraceKinds.Of(trace), place, releases, options, progress, cancel);
            var network = await Task.Run(() => CoordinationFinder.Find(traces, trace, releases, options, cancel), cancel);
            network = await new ExampleFinder(corpus.PostsOf).Add(network, EdgesWithRows, cancel);
            Keep(name, network);
            if (place is not null)
            {
                Store(Path.Combine(place, Name("", trace, options) + ".json"), network);
            }

            return network;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Forgets everything, as a rebuild wants it.</summary>
    public void Clear()
    {
        turn.Wait();
        try
        {
            lock (kept)
            {
                kept.Clear();
            }

            Forget();
            if (folder is not null && Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        turn.Dispose();
    }

    private void Forget()
    {
        foreach (var (_, set) in last.Values)
        {
            set.Dispose();
        }

        last.Clear();
    }

    private async Task<TraceSet> Traces(
        string key, TraceKind kind, string? place, List<string> releases, CoordinationOptions options, IProgress<long>? progress, CancellationToken cancel)
    {
        if (last.TryGetValue(kind, out var held) && held.Key == key)
        {
            return held.Set;
        }

        place = place is null ? null : Path.Combine(place, kind.ToString().ToLowerInvariant());
        var set = place is null ? null : TraceSet.Open(place);
        if (set is null)
        {
            RemoveStale(key);
            set = await CoordinationFinder.Read(PostsIn(releases, cancel), kind, place, options, progress, cancel);
        }

        held.Set?.Dispose();
        last[kind] = (key, set);
        return set;
    }

    private async IAsyncEnumerable<Post> PostsIn(List<string> releases, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var release in releases)
        {
            await foreach (var post in corpus.PostsIn(release, cancel))
            {
                yield return post;
            }
        }
    }

    /// <summary>A name for what the releases hold now: another import makes another one. And their posts.</summary>
    private async Task<(string Key, long Posts)> State(List<string> releases, CancellationToken cancel)
    {
        var parts = new List<string>();
        long posts = 0;
        foreach (var id in releases)
        {
            var versions = (await corpus.Release(id, cancel))?.Versions ?? [];
            posts += versions.Count > 0 ? versions.Max(v => v.Posts) : 0;
            parts.Add(id);
            parts.AddRange(versions.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Number}:{v.Accounts}:{v.Posts}:{v.Imported.UtcTicks}")));
        }

        return (releases.Count == 1 ? $"{releases[0]}-{Ids.Of('n', [.. parts])}" : Ids.Of('n', [.. parts]), posts);
    }

    private static string Name(string key, CoordinationTrace trace, CoordinationOptions options) =>
        string.Create(CultureInfo.InvariantCulture, $"{key}{trace.ToString().ToLowerInvariant()}-{options.Window}s-{options.Least}-{options.MostNeighbours}-{options.MostEdges}");

    private void Keep(string name, CoordinationNetwork network)
    {
        lock (kept)
        {
            if (kept.Count >= MostKept)
            {
                kept.Remove(kept.Keys.First());
            }

            kept[name] = network;
        }
    }

    /// <summary>Traces of the same single release before its last import.</summary>
    private void RemoveStale(string key)
    {
        if (folder is null || !Directory.Exists(folder) || key.LastIndexOf('-') is not (> 0 and var cut))
        {
            return;
        }

        foreach (var old in Directory.GetDirectories(folder, key[..(cut + 1)] + "n*").Where(d => Path.GetFileName(d) != key && Path.GetFileName(d).Length == key.Length))
        {
            Directory.Delete(old, recursive: true);
        }
    }

    private static void Store(string file, CoordinationNetwork network)
    {
        File.WriteAllBytes(file + ".part", JsonSerializer.SerializeToUtf8Bytes(network, Json));
        File.Move(file + ".part", file, overwrite: true);
    }
}
