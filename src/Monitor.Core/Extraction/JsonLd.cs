using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;

namespace Monitor.Core.Extraction;

/// <summary>
/// The schema.org objects that a page carries as JSON-LD. Tolerant of what publishers really write: comments, trailing commas, HTML-escaped quotes, raw
/// line breaks in strings, CDATA marks, arrays and @graph.
/// </summary>
internal sealed class JsonLd
{
    private const int MostNodes = 2_000;

    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private readonly List<JsonElement> nodes = [];
    private readonly List<string> unreadable = [];

    /// <summary>All objects that state a type, outer ones first.</summary>
    public IReadOnlyList<JsonElement> Nodes => nodes;

    /// <summary>Why islands could not be read.</summary>
    public IReadOnlyList<string> Unreadable => unreadable;

    public static JsonLd Of(IDocument page)
    {
        var found = new JsonLd();
        foreach (var script in page.QuerySelectorAll("script[type]"))
        {
            if (script.GetAttribute("type")!.Contains("ld+json", StringComparison.OrdinalIgnoreCase) && script.TextContent is { Length: > 2 and < Limits.JsonLd } text)
            {
                found.Read(text);
            }
        }

        return found;
    }

    /// <summary>True when @type is, or contains, one that passes.</summary>
    public static bool Is(JsonElement node, Func<string, bool> type)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty("@type", out var types))
        {
            return false;
        }

        return types.ValueKind switch
        {
            JsonValueKind.String => type(Short(types.GetString()!)),
            JsonValueKind.Array => types.EnumerateArray().Any(t => t.ValueKind == JsonValueKind.String && type(Short(t.GetString()!))),
            _ => false,
        };

        static string Short(string name) => name[(name.LastIndexOfAny(['/', ':', '#']) + 1)..];
    }

    /// <summary>A property as text: a string or number, the name of an object, or the first of a list; empty when absent.</summary>
    public static string Text(JsonElement node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value) && Text(value, 0) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return "";
    }

    /// <summary>A property as a list of values; a single value is a list of one.</summary>
    public static IEnumerable<JsonElement> Values(JsonElement node, string name)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(name, out var value))
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
    }

    /// <summary>A value as text, see <see cref="Text(JsonElement, ReadOnlySpan{string})"/>.</summary>
    public static string Text(JsonElement value) => Text(value, 0);

    private static string Text(JsonElement value, int depth) => value.ValueKind switch
    {
        JsonValueKind.String => Plain(value.GetString()!),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Object when depth < 3 => value.TryGetProperty("name", out var name) ? Text(name, depth + 1) : value.TryGetProperty("@value", out var inner) ? Text(inner, depth + 1) : "",
        JsonValueKind.Array when depth < 3 => value.EnumerateArray().Select(v => Text(v, depth + 1)).FirstOrDefault(t => t.Length > 0) ?? "",
        _ => "",
    };

    private static string Plain(string text) => WebUtility.HtmlDecode(text).Trim();

    private void Read(string text)
    {
        if (Parse(text) is { } document)
        {
            using (document)
            {
                Collect(document.RootElement.Clone());
            }
        }
    }

    private JsonDocument? Parse(string text)
    {
        text = text.Trim().TrimEnd(';');
        var problem = "";
        foreach (var mended in (ReadOnlySpan<Func<string, string>>)[t => t, WithoutMarks, t => WithoutBreaks(WithoutMarks(t)), t => WithoutBreaks(WebUtility.HtmlDecode(WithoutMarks(t)))])
        {
            try
            {
                return JsonDocument.Parse(mended(text), Tolerant);
            }
            catch (JsonException e)
            {
                problem = problem.Length > 0 ? problem : e.Message;
            }
            catch (ArgumentException e)
            {
                // Lone surrogates cannot be written as UTF-8.
                problem = problem.Length > 0 ? problem : e.Message;
            }
        }

        unreadable.Add(problem);
        return null;
    }

    private static string WithoutMarks(string text)
    {
        var start = text.IndexOfAny(['{', '[']);
        if (text.StartsWith("/*", StringComparison.Ordinal) && text.IndexOf("*/", StringComparison.Ordinal) is var close && close > 0)
        {
            start = text.IndexOfAny(['{', '['], close);
        }
        else if (text.StartsWith("//", StringComparison.Ordinal) && text.IndexOf('\n', StringComparison.Ordinal) is var line && line > 0)
        {
            start = text.IndexOfAny(['{', '['], line);
        }

        if (text.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase))
        {
            start = text.IndexOfAny(['{', '['], 9);
        }

        var end = text.LastIndexOfAny(['}', ']']);
        while (end > 0 && text[end] == ']' && text.AsSpan(end).StartsWith("]]>"))
        {
            end = text.LastIndexOfAny(['}', ']'], Math.Max(0, text[end - 1] == ']' ? end - 2 : end - 1));
        }

        return start >= 0 && end > start ? text[start..(end + 1)] : text;
    }

    private static string WithoutBreaks(string text)
    {
        var mended = new StringBuilder(text.Length);
        var inside = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            inside ^= c == '"' && (i == 0 || text[i - 1] != '\\');
            mended.Append(inside && char.IsControl(c) ? ' ' : c);
        }

        return mended.ToString();
    }

    private void Collect(JsonElement root)
    {
        var open = new Stack<JsonElement>();
        open.Push(root);
        while (open.Count > 0 && nodes.Count < MostNodes)
        {
            var node = open.Pop();
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray().Reverse())
                {
                    open.Push(item);
                }
            }
            else if (node.ValueKind == JsonValueKind.Object)
            {
                if (node.TryGetProperty("@type", out _))
                {
                    nodes.Add(node);
                }

                foreach (var name in (ReadOnlySpan<string>)["review", "hasPart", "mainEntity", "mainEntityOfPage", "@graph"])
                {
                    if (node.TryGetProperty(name, out var below) && below.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
                    {
                        open.Push(below);
                    }
                }
            }
        }
    }
}
