using System.Text.Json;
using System.Text.Json.Nodes;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>Moments of indexes that the server keeps for a while, so that page after page is of the same state. Where the server has none, nothing is opened.</summary>
internal sealed class PointsInTime(Cluster cluster)
{
    /// <summary>Opens one; null where there are none, or nothing to look at.</summary>
    public async Task<string?> Open(string indexes, CancellationToken cancel)
    {
        var product = await cluster.Product(cancel);
        if (!product.HasPointInTime)
        {
            return null;
        }

        var path = $"{product.PointInTime(indexes)}?keep_alive={StoredRecords.KeepAlive}&ignore_unavailable=true";
        using var reply = await cluster.Send(HttpMethod.POST, path, cancel: cancel);
        return reply.Status == 404 ? null : reply.Require().Body.GetProperty(product.IsOpenSearch ? "pit_id" : "id").GetString();
    }

    /// <summary>Closes one; one that nobody closes ends by itself, so a fault here is none.</summary>
    public async Task Close(string? moment)
    {
        if (moment is null)
        {
            return;
        }

        try
        {
            var product = await cluster.Product(CancellationToken.None);
            var body = product.IsOpenSearch ? new JsonObject { ["pit_id"] = new JsonArray(moment) } : new JsonObject { ["id"] = moment };
            using var reply = await cluster.Send(HttpMethod.DELETE, product.ClosePointInTime, Json.Bytes(body));
        }
        catch (IOException)
        {
        }
    }

    /// <summary>The moment that the next page is to be asked of, as an answer names it.</summary>
    public static string? Of(JsonElement body) => body.ValueKind == JsonValueKind.Object && body.TryGetProperty("pit_id", out var id) ? id.GetString() : null;
}
