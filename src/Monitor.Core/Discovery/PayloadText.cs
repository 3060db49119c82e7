using System.Text;
using System.Text.RegularExpressions;
using Monitor.Core.Text;

namespace Monitor.Core.Discovery;

/// <summary>
/// Turns the bytes of a feed or page into text. A byte order mark wins; then bytes that are valid UTF-8 are UTF-8 whatever is declared, since text in
/// another charset hardly ever is by chance; then the charset of the Content-Type header (RFC 7303), of the document, and last a guess, which is reported.
/// </summary>
internal static partial class PayloadText
{
    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], Encoding.UTF8),
        ([0xFF, 0xFE, 0, 0], Encoding.UTF32),
        ([0, 0, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: true)),
        ([0xFF, 0xFE], Encoding.Unicode),
        ([0xFE, 0xFF], Encoding.BigEndianUnicode),
    ];

    /// <summary>The text without control characters, and the name of the charset it was read in.</summary>
    public static (string Text, string Charset) Decode(byte[] payload, string mediaType, IssueList issues)
    {
        var (text, charset) = Read(payload, mediaType, issues);
        var clean = Controls().Replace(text, "");
        if (clean.Length < text.Length)
        {
            issues.Add("feed-control-characters", 0, $"{text.Length - clean.Length} control characters were dropped; the source should not send them");
        }

        return (clean, charset);
    }

    private static (string, string) Read(byte[] payload, string mediaType, IssueList issues)
    {
        foreach (var (mark, encoding) in Marks)
        {
            if (payload.AsSpan().StartsWith(mark))
            {
                var marked = encoding.GetString(payload, mark.Length, payload.Length - mark.Length);
                if (!marked.Contains('\uFFFD', StringComparison.Ordinal) || encoding != Encoding.UTF8)
                {
                    return (marked, encoding.WebName);
                }

                issues.Add("feed-charset", 0, "the byte order mark says UTF-8, but some bytes are not; they are shown as \uFFFD");
                return (marked, encoding.WebName);
            }
        }

        var declared = Declared(payload, mediaType, out var names);
        var plain = !payload.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)0x7F);
        if (Wide(payload) is { } wide)
        {
            return (wide.GetString(payload), wide.WebName);
        }

        if (!plain && System.Text.Unicode.Utf8.IsValid(payload))
        {
            if (names.Any(n => n is not "utf-8"))
            {
                issues.Add("feed-charset", 0, $"declared as {string.Join(" and ", names.Distinct())}, but it is UTF-8 and was read so");
            }

            return (Encoding.UTF8.GetString(payload), "utf-8");
        }

        return plain ? ((declared.FirstOrDefault() ?? Encoding.UTF8).GetString(payload), declared.FirstOrDefault()?.WebName ?? "utf-8") : Legacy(payload, declared, issues);
    }

    private static (string, string) Legacy(byte[] payload, List<Encoding> declared, IssueList issues)
    {
        foreach (var encoding in declared.Where(e => e is not UTF8Encoding))
        {
            var text = encoding.GetString(payload);
            if (!text.Contains('\uFFFD', StringComparison.Ordinal))
            {
                return (text, encoding.WebName);
            }
        }

        var guess = CharsetGuess.Of(payload);
        issues.Add("feed-charset", 0, declared.Count > 0
            ? $"not valid {string.Join(" or ", declared.Select(d => d.WebName).Distinct())}; it was read as {guess.WebName} by the look of its bytes"
            : $"no charset is declared; it was read as {guess.WebName} by the look of its bytes");
        return (guess.GetString(payload), guess.WebName);
    }

    /// <summary>UTF-16 without a mark is known by the zero bytes beside the first character, which is ASCII in every feed.</summary>
    private static Encoding? Wide(byte[] payload) => payload switch
    {
        [> 0 and < 0x80, 0, > 0 and < 0x80, 0, ..] => Encoding.Unicode,
        [0, > 0 and < 0x80, 0, > 0 and < 0x80, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static List<Encoding> Declared(byte[] payload, string mediaType, out List<string> names)
    {
        var head = Encoding.Latin1.GetString(payload, 0, Math.Min(payload.Length, 1024));
        names = [.. new[] { HeaderCharset().Match(mediaType), DocumentCharset().Match(head) }.Where(m => m.Success).Select(m => m.Groups[1].Value.ToLowerInvariant())];
        return [.. names.Select(CharsetNames.Find).OfType<Encoding>()];
    }

    [GeneratedRegex(@"charset\s*=\s*[""']?([A-Za-z0-9_.:\-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HeaderCharset();

    [GeneratedRegex(@"(?:encoding|charset)\s*=\s*[""']?([A-Za-z0-9_.:\-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex DocumentCharset();

    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFE\uFFFF\uFEFF]", RegexOptions.NonBacktracking)]
    private static partial Regex Controls();
}
