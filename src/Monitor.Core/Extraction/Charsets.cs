using System.Text;
using System.Text.RegularExpressions;
using Monitor.Core.Text;

namespace Monitor.Core.Extraction;

/// <summary>
/// From bytes to characters, in the order of the WHATWG encoding sniffing algorithm: byte order mark, the transport's charset, a declaration within
/// the first 4 KB, then what the bytes themselves look like. A declaration that the bytes contradict (declared UTF-8, invalid) loses to the bytes.
/// </summary>
internal static partial class Charsets
{
    private const int Prescan = 4096;

    /// <summary>The text of an input.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string mediaType)
    {
        if (bytes.Length > Limits.Bytes)
        {
            bytes = bytes[..Limits.Bytes];
        }

        if (FromMark(bytes) is { } marked)
        {
            return marked.Encoding.GetString(bytes[marked.Length..]);
        }

        var declared = Find(CharsetParameter().Match(mediaType ?? ""))
            ?? Find(CharsetParameter().Match(Encoding.Latin1.GetString(bytes[..Math.Min(Prescan, bytes.Length)])));
        var utf8 = IsUtf8(bytes);
        var encoding = declared switch
        {
            null => utf8 ? Encoding.UTF8 : CharsetGuess.Of(bytes),
            _ when declared.CodePage == Encoding.UTF8.CodePage && !utf8 && !MostlyUtf8(bytes) => CharsetGuess.Of(bytes),
            // Many pages declare a legacy charset and are UTF-8; text in a legacy charset is hardly ever valid UTF-8.
            _ when utf8 && HasHighBytes(bytes) => Encoding.UTF8,
            _ => declared,
        };
        return encoding.GetString(bytes);
    }

    private static (Encoding Encoding, int Length)? FromMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    private static Encoding? Find(Match match)
    {
        if (!match.Success)
        {
            return null;
        }

        // A page that can say "UTF-16" in ASCII letters is none (WHATWG HTML, "prescan a byte stream").
        var encoding = CharsetNames.Find(match.Groups[1].Value);
        return encoding is { CodePage: 1200 or 1201 } ? Encoding.UTF8 : encoding;
    }

    private static bool HasHighBytes(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF);

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        // A cut at the size limit may split the last character.
        for (var less = 0; less <= 3 && less <= bytes.Length; less++)
        {
            if (System.Text.Unicode.Utf8.IsValid(bytes[..(bytes.Length - less)]))
            {
                return less == 0 || bytes.Length >= Limits.Bytes;
            }

            if (bytes.Length < Limits.Bytes)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>True when invalid sequences are so few that they are damage within UTF-8, not another charset.</summary>
    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var used);
            if (status != System.Buffers.OperationStatus.Done)
            {
                bad++;
            }
            else if (rune.Value > 0x7F)
            {
                good++;
            }

            bytes = bytes[Math.Max(1, used)..];
        }

        return good > bad * 10;
    }

    [GeneratedRegex(@"charset\s*=\s*[""']?\s*([A-Za-z0-9_:.\-]{2,40})|<\?xml[^>]{0,100}encoding\s*=\s*[""']([A-Za-z0-9_:.\-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex CharsetParameter();
}
