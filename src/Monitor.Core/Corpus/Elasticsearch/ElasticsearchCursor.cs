using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>Where a page ended.</summary>
/// <param name="Sort">Order of hits.</param>
/// <param name="After">Sort values of its last hit.</param>
/// <param name="Moment">Number of the point in time that it was of, known to the process that opened it; empty when there was none.</param>
internal sealed record ElasticsearchCursor(SearchSort Sort, JsonArray After, string Moment)
{
    /// <summary>As text for a url.</summary>
    public string Write() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(new JsonArray("es1", (int)Sort, Moment, After.DeepClone()).ToJsonString()));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="ArgumentException">The text is no cursor of this order.</exception>
    public static ElasticsearchCursor Read(string text, SearchSort sort)
    {
        try
        {
            if (JsonNode.Parse(Base64Url.DecodeFromChars(text)) is JsonArray { Count: 4 } parts && parts[0]?.GetValue<string>() == "es1" && parts[1]?.GetValue<int>() == (int)sort
                && parts[3] is JsonArray { Count: > 0 and < 9 } after && after.All(v => v is JsonValue))
            {
                return new(sort, (JsonArray)after.DeepClone(), parts[2]?.GetValue<string>() ?? "");
            }
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            throw new ArgumentException("this is no cursor of a search; start again without one", nameof(text), e);
        }

        throw new ArgumentException("this cursor belongs to another order or engine; start again without one", nameof(text));
    }
}
