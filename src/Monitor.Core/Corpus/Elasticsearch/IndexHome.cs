using System.Text.Json.Nodes;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>
/// The indexes of one installation: makes them, finds the generation in use, puts another in its place. What there is is asked for before every put, since another process may
/// have changed it; that costs a millisecond.
/// </summary>
internal sealed class IndexHome(Cluster cluster, IndexNames names, int shards, TimeProvider time, int? generation)
{
    private bool _hasTemplates;

    /// <summary>True for what readers see; false for a generation that is being filled beside it.</summary>
    public bool IsLive => generation is null;

    /// <summary>What to ask for records of these kinds.</summary>
    public string Reading(params IEnumerable<IndexKind> kinds) => string.Join(',', kinds.Select(k => generation is { } g ? names.Pattern(g, k) : names.Alias(k)));

    /// <summary>What there is now.</summary>
    public async Task<IndexState> State(CancellationToken cancel)
    {
        using var reply = await cluster.Send(HttpMethod.GET, $"/{names.Everything}/_alias?expand_wildcards=open", cancel: cancel);
        return IndexState.Read(names, reply.Status == 404 ? default : reply.Require().Body);
    }

    /// <summary>The index that new records of a kind go to now.</summary>
    public string Index(IndexState state, IndexKind kind) => names.Index(Generation(state), kind, time.GetUtcNow());

    /// <summary>Makes an index unless it is there.</summary>
    public async Task Ensure(IndexState state, IndexKind kind, CancellationToken cancel)
    {
        var index = Index(state, kind);
        if (state.Has(index, IsLive))
        {
            return;
        }

        await EnsureTemplates(cancel);
        if (!state.Has(index, live: false))
        {
            var body = IsLive ? new JsonObject { ["aliases"] = new JsonObject { [names.Alias(kind)] = new JsonObject() } } : [];
            using var made = await cluster.Send(HttpMethod.PUT, $"/{index}", Json.Bytes(body), cancel: cancel);
            if (made.ErrorType != "resource_already_exists_exception")
            {
                made.Require();
                return;
            }
        }

        if (IsLive)
        {
            await Aliases([Action("add", index, kind)], cancel);
        }
    }

    /// <summary>Lets readers see this generation and no other, at one stroke, then deletes the others.</summary>
    public async Task Switch(CancellationToken cancel)
    {
        var state = await State(cancel);
        var mine = state.Of(generation!.Value).ToList();
        var others = state.All.Except(mine.Select(m => m.Name)).ToList();
        await Aliases([.. mine.Select(m => Action("add", m.Name, m.Kind)), .. others.Select(o => new JsonObject { ["remove_index"] = new JsonObject { ["index"] = o } })], cancel);
    }

    /// <summary>Deletes the indexes in use, or those of the generation that is being filled.</summary>
    public async Task Delete(CancellationToken cancel)
    {
        var state = await State(cancel);
        List<string> doomed = IsLive ? [.. state.InUse] : [.. state.Of(generation!.Value).Select(i => i.Name)];
        foreach (var together in doomed.Chunk(50)) // a url is at most 4 KiB long
        {
            using var reply = await cluster.Send(HttpMethod.DELETE, $"/{string.Join(',', together)}?ignore_unavailable=true", cancel: cancel);
            reply.Require();
        }
    }

    private int Generation(IndexState state) => generation ?? state.Live ?? state.Unused;

    private JsonObject Action(string action, string index, IndexKind kind) => new() { [action] = new JsonObject { ["index"] = index, ["alias"] = names.Alias(kind) } };

    private async Task Aliases(JsonArray actions, CancellationToken cancel)
    {
        using var reply = await cluster.Send(HttpMethod.POST, "/_aliases", Json.Bytes(new JsonObject { ["actions"] = actions }), cancel: cancel);
        reply.Require();
    }

    private async Task EnsureTemplates(CancellationToken cancel)
    {
        if (_hasTemplates)
        {
            return;
        }

        foreach (var kind in Enum.GetValues<IndexKind>())
        {
            var path = $"/_index_template/{names.Template(kind).Name}";
            using var reply = await cluster.Send(HttpMethod.PUT, path, Json.Bytes(IndexTemplates.Of(names, kind, shards)), cancel: cancel);
            reply.Require();
        }

        _hasTemplates = true;
    }
}
