using System.Text.Json;

namespace Monitor.Core.Discovery;

/// <summary>Reads JSON Feed 1.0 and 1.1 (jsonfeed.org). Values of a wrong type are passed over.</summary>
internal sealed class JsonFeed(EntryReader reader)
{
    /// <summary>The feed of a document.</summary>
    public Feed Read(JsonElement root, string baseUrl)
    {
        var items = root.TryGetProperty("items", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : [];
        return new("json", [.. items.Where(i => i.ValueKind == JsonValueKind.Object).Select((item, number) => Entry(item, baseUrl, number + 1))], [])
        {
            Title = reader.Title(Text(root, "title"), html: false, 0),
            Site = Links.JoinHttp(baseUrl, Text(root, "home_page_url")) ?? "",
            Language = Text(root, "language") ?? "",
            Version = Text(root, "version") is { } version ? version[(version.LastIndexOf('/') + 1)..] : "",
        };
    }

    /// <summary>True when an object has what makes it a feed.</summary>
    public static bool IsFeed(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && ((Text(root, "version") ?? "").Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase)
            || (root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array));

    private FeedEntry Entry(JsonElement item, string baseUrl, int number)
    {
        var html = Text(item, "summary") is null && Text(item, "content_text") is null;
        return new(
            reader.Url(number, [(baseUrl, Text(item, "url")), (baseUrl, Text(item, "external_url")), ("", Text(item, "id"))]),
            reader.Title(Text(item, "title"), html: false, number),
            reader.Date(number, [Text(item, "date_published")]),
            reader.Date(number, [Text(item, "date_modified")]),
            Text(item, "id"),
            reader.Summary(Text(item, "summary") ?? Text(item, "content_text") ?? Text(item, "content_html"), html, number),
            number);
    }

    /// <summary>A text value; numbers are taken as written, since old feeds have numbers for ids.</summary>
    private static string? Text(JsonElement from, string key)
    {
        if (!from.TryGetProperty(key, out var value))
        {
            return null;
        }

        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String when value.GetString() is { Length: > 0 } text => text,
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate escape (\ud800) is valid JSON and no text.
            return null;
        }
    }
}
