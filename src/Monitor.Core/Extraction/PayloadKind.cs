using System.Text.RegularExpressions;

namespace Monitor.Core.Extraction;

/// <summary>What an input is, by its media type and by its first bytes; the bytes win.</summary>
internal static partial class PayloadKind
{
    private const int Head = 2048;

    private static readonly (byte[] Mark, string Name)[] Marks =
    [
        ("%PDF"u8.ToArray(), "a PDF file"), ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a picture (PNG)"), ("GIF8"u8.ToArray(), "a picture (GIF)"), ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
        ([(byte)'P', (byte)'K', 3, 4], "a zip file"), ([0x1F, 0x8B], "a gzip file that was not unpacked"), ("RIFF"u8.ToArray(), "a media file"), ("OggS"u8.ToArray(), "a media file"),
        ([0, 0, 0, 0x18, (byte)'f', (byte)'t', (byte)'y', (byte)'p'], "a media file"), ("wOFF"u8.ToArray(), "a font"), ("wOF2"u8.ToArray(), "a font"),
    ];

    /// <summary>Why bytes can be no page or text, as a noun phrase; null when they can.</summary>
    public static string? Binary(ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, name) in Marks)
        {
            if (bytes.StartsWith(mark))
            {
                return name;
            }
        }

        var head = bytes[..Math.Min(Head, bytes.Length)];
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return null;
        }

        var control = 0;
        foreach (var b in head)
        {
            control += b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B) or 0x7F ? 1 : 0;
        }

        return control * 20 > head.Length ? "binary data" : null;
    }

    /// <summary>html, text, json or feed.</summary>
    public static string Of(string text, string mediaType, string url)
    {
        var head = text.AsSpan(0, Math.Min(Head, text.Length)).TrimStart().ToString();
        if (Feed().IsMatch(head))
        {
            return "feed";
        }

        if (Html().IsMatch(head))
        {
            return "html";
        }

        if (head is ['{' or '[', ..] && (mediaType.Contains("json", StringComparison.OrdinalIgnoreCase) || Json().IsMatch(head)))
        {
            return "json";
        }

        var plain = mediaType.Contains("text/plain", StringComparison.OrdinalIgnoreCase) || url.Split('?', '#')[0].EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
        var html = mediaType.Contains("html", StringComparison.OrdinalIgnoreCase);
        return html && !plain ? "html" : plain || !AnyTag().IsMatch(text.Length > 100_000 ? text[..100_000] : text) ? "text" : "html";
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^(<\?xml[^>]*>)?(\s|<!--[^>]*-->|<\?[^>]*>)*<(rss|feed|rdf:RDF|urlset|sitemapindex|opml)\b", Options)]
    private static partial Regex Feed();

    [GeneratedRegex(@"^(<\?xml[^>]*>)?(\s|<!--[^>]*>)*<(!doctype\s+html|html|head|body)\b|<html[\s>]|<body[\s>]", Options)]
    private static partial Regex Html();

    [GeneratedRegex(@"^(\{\s*""[^""]{0,100}""\s*:|\[\s*[\{\[""\d])", Options)]
    private static partial Regex Json();

    [GeneratedRegex(@"<(p|div|article|section|h1|h2|table|br|span|a)(\s[^>]*)?/?>", Options)]
    private static partial Regex AnyTag();
}
