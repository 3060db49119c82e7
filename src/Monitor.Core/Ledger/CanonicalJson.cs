using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Monitor.Core.Ledger;

/// <summary>
/// JSON in the one form that RFC 8785 (JCS) prescribes, so that a hash can be checked by any other program: members in order of their UTF-16 code units, no blanks,
/// only the escapes that the RFC names, numbers as ECMAScript writes them. Whole numbers keep all their digits up to 2^53, the most that the RFC (by I-JSON) allows.
/// </summary>
internal static class CanonicalJson
{
    private const long MostWhole = 1L << 53;

    /// <exception cref="ArgumentException">A text holds half a surrogate pair, which UTF-8 cannot carry, or a number is not finite.</exception>
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    private static void Write(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                WriteList(text, '{', '}', members.OrderBy(m => m.Key, StringComparer.Ordinal), m =>
                {
                    WriteString(m.Key, text);
                    text.Append(':');
                    Write(m.Value, text);
                });
                break;
            case JsonArray items:
                WriteList(text, '[', ']', items, i => Write(i, text));
                break;
            case JsonValue value when value.TryGetValue<string>(out var s):
                WriteString(s, text);
                break;
            case JsonValue value when value.TryGetValue<bool>(out var b):
                text.Append(b ? "true" : "false");
                break;
            case JsonValue value:
                text.Append(value.TryGetValue<long>(out var whole) && Math.Abs(whole) <= MostWhole ? whole.ToString(CultureInfo.InvariantCulture) : EcmaNumber.Of(Double(value)));
                break;
        }
    }

    private static void WriteList<T>(StringBuilder text, char open, char close, IEnumerable<T> items, Action<T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            write(item);
        }

        text.Append(close);
    }

    private static double Double(JsonValue value) => value.TryGetValue<double>(out var number) ? number : value.GetValue<long>();

    private static void WriteString(string value, StringBuilder text)
    {
        if (!IsWhole(value))
        {
            throw new ArgumentException("The text holds half a surrogate pair.", nameof(value));
        }

        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }

    /// <summary>True when no surrogate stands alone: two texts that differ there only would have the same bytes, and so the same hash.</summary>
    public static bool IsWhole(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogate(value[i]) && !(char.IsHighSurrogate(value[i]) && ++i < value.Length && char.IsLowSurrogate(value[i])))
            {
                return false;
            }
        }

        return true;
    }
}
