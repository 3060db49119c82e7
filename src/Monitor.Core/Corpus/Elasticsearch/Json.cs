using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>Bodies of requests.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A body as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Bytes(JsonNode body) => JsonSerializer.SerializeToUtf8Bytes(body, Options);

    /// <summary>The first values of a list.</summary>
    public static JsonArray Values(JsonElement list, int count) => [.. list.EnumerateArray().Take(count).Select(v => JsonNode.Parse(v.GetRawText()))];

    /// <summary>A list of texts.</summary>
    public static JsonArray Array(IEnumerable<string> values) => [.. values.Select(v => (JsonNode)v)];
}
