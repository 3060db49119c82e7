using System.Text.Json;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>
/// What a batch does to what is known of claims and accounts, read before anything is written: which appearances go, which claims are left without any, how many outlets each claim
/// is left with, and which verdicts are in force. Appearances carry the outlet of their document, with which they are always put.
/// </summary>
internal sealed class SubjectStates
{
    private readonly Dictionary<string, HashSet<string>> _outlets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _verdicts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _claims = new(StringComparer.Ordinal);

    /// <summary>Appearances that the batch's documents no longer have.</summary>
    public List<BulkItem> Lost { get; } = [];

    /// <summary>Claims that are left without an appearance.</summary>
    public HashSet<string> Orphans { get; } = new(StringComparer.Ordinal);

    /// <summary>Claims that are not put by the batch and of which something else is known after it.</summary>
    public IReadOnlyList<string> TouchedClaims { get; private set; } = [];

    /// <summary>Accounts whose verdicts the batch gives.</summary>
    public IReadOnlyList<string> TouchedAccounts { get; private set; } = [];

    /// <summary>Reads what a batch will change.</summary>
    public static async Task<SubjectStates> Read(StoredRecords stored, ElasticsearchBatch prepared, CancellationToken cancel)
    {
        var (states, batch) = (new SubjectStates(), prepared.Batch);
        var documents = batch.Documents.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var put = batch.Claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var judged = batch.Verdicts.Select(v => v.Subject).ToHashSet(StringComparer.Ordinal);
        var kept = batch.Appearances.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        await foreach (var hit in Appearances(stored, "a", documents, cancel))
        {
            if (hit.GetProperty("_id").GetString()! is { } id && !kept.Contains(id))
            {
                states.Lost.Add(new(hit.GetProperty("_index").GetString()!, id, null));
                states.Orphans.Add(hit.GetProperty("_source").GetProperty("b").GetString()!);
            }
        }

        states._claims.UnionWith([.. put, .. judged, .. states.Orphans, .. batch.Appearances.Select(a => a.ClaimId)]);
        await foreach (var hit in Appearances(stored, "b", states._claims, cancel))
        {
            var source = hit.GetProperty("_source");
            if (!documents.Contains(source.GetProperty("a").GetString()!))
            {
                states.Add(source.GetProperty("b").GetString()!, source.TryGetProperty("outlet", out var outlet) ? outlet.GetString()! : "");
            }
        }

        var outlets = batch.Documents.GroupBy(d => d.Id, StringComparer.Ordinal).ToDictionary(d => d.Key, d => RecordKeys.OutletOf(d.Last()), StringComparer.Ordinal);
        foreach (var appearance in batch.Appearances)
        {
            states.Add(appearance.ClaimId, outlets[appearance.DocumentId]);
        }

        states.Orphans.ExceptWith(put);
        states.Orphans.RemoveWhere(states._outlets.ContainsKey);
        states.TouchedClaims = [.. states._claims.Except(put).Except(states.Orphans)];
        states.TouchedAccounts = [.. judged];
        await states.ReadVerdicts(stored, states._claims.Concat(batch.Accounts.Select(a => a.Id)), batch, cancel);
        return states;
    }

    /// <summary>What is known of a claim.</summary>
    public SubjectState OfClaim(string id) => new(_verdicts.GetValueOrDefault(id, []), _outlets.TryGetValue(id, out var outlets) ? outlets.Count : 0);

    /// <summary>What is known of an account.</summary>
    public SubjectState OfAccount(string id) => new(_verdicts.GetValueOrDefault(id, []), null);

    private static IAsyncEnumerable<JsonElement> Appearances(StoredRecords stored, string end, IReadOnlyCollection<string> ids, CancellationToken cancel) =>
        stored.StreamOf(IndexKind.Appearances, end, ids, ["a", "b", "outlet"], cancel);

    private void Add(string claim, string outlet)
    {
        if (!_outlets.TryGetValue(claim, out var outlets))
        {
            _outlets[claim] = outlets = new(StringComparer.Ordinal);
        }

        outlets.Add(outlet);
    }

    private async Task ReadVerdicts(StoredRecords stored, IEnumerable<string> subjects, CorpusBatch batch, CancellationToken cancel)
    {
        await foreach (var hit in stored.StreamOf(IndexKind.Verdicts, "key", [.. subjects.Select(IndexNames.Id).Distinct(StringComparer.Ordinal)], ["json"], cancel))
        {
            var pair = JsonSerializer.Deserialize<string[]>(hit.GetProperty("_source").GetProperty("json").GetString()!)!;
            _verdicts[pair[0]] = pair[1..];
        }

        foreach (var given in batch.Verdicts)
        {
            _verdicts[given.Subject] = Distinct(given.Verdicts);
        }
    }

    /// <summary>Verdicts once each; the case of ASCII letters makes no other verdict.</summary>
    internal static IReadOnlyList<string> Distinct(IReadOnlyList<string> verdicts) => [.. verdicts.DistinctBy(IndexTerm.Lower, StringComparer.Ordinal)];
}
