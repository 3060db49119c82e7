using System.Globalization;
using System.Text.Json;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>Which indexes there are, and which of them are in use, at one moment.</summary>
internal sealed class IndexState
{
    private readonly HashSet<string> _live = [];
    private readonly Dictionary<string, (int Schema, int Generation, IndexKind Kind)> _all = [];

    /// <summary>Reads the answer of <c>GET /…/_alias</c>.</summary>
    /// <exception cref="InvalidDataException">What is in use was made by another version of Monitor.</exception>
    public static IndexState Read(IndexNames names, JsonElement body)
    {
        var state = new IndexState();
        foreach (var index in body.ValueKind == JsonValueKind.Object ? body.EnumerateObject().ToList() : [])
        {
            if (names.Read(index.Name) is not { } read || !index.Value.TryGetProperty("aliases", out var aliases))
            {
                continue;
            }

            state._all[index.Name] = read;
            if (aliases.EnumerateObject().Any(a => names.KindOf(a.Name) == read.Kind))
            {
                state._live.Add(index.Name);
                state.Live = Math.Max(state.Live ?? 0, read.Generation);
                if (read.Schema != IndexNames.Schema)
                {
                    throw new InvalidDataException(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{index.Name}: these indexes have version {read.Schema}, this Monitor reads version {IndexNames.Schema}; delete them and run \"monitor rebuild\""));
                }
            }
        }

        return state;
    }

    /// <summary>The generation in use; null when there is none.</summary>
    public int? Live { get; private set; }

    /// <summary>A generation that no index is of, later than all.</summary>
    public int Unused => _all.Count == 0 ? 1 : _all.Values.Max(v => v.Generation) + 1;

    /// <summary>Names of all indexes that readers see.</summary>
    public IReadOnlyCollection<string> InUse => _live;

    /// <summary>Names of all indexes.</summary>
    public IReadOnlyCollection<string> All => _all.Keys;

    /// <summary>Indexes of a generation of this schema.</summary>
    public IEnumerable<(string Name, IndexKind Kind)> Of(int generation) =>
        _all.Where(i => i.Value.Generation == generation && i.Value.Schema == IndexNames.Schema).Select(i => (i.Key, i.Value.Kind));

    /// <summary>True when there is this index, seen by readers when so asked.</summary>
    public bool Has(string index, bool live) => live ? _live.Contains(index) : _all.ContainsKey(index);
}
