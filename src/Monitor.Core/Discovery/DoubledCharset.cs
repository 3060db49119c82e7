using System.Text;

namespace Monitor.Core.Discovery;

/// <summary>Undoes text that was encoded as UTF-8, read as windows-1252 by somebody, and encoded again ("Ã©" for "é").</summary>
internal static class DoubledCharset
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The mended text; null when the text is in order. It is mended only when all of its non-ASCII characters together are valid UTF-8 once they are
    /// bytes again, and at least one pair is found, so that real "Ã" is left alone.
    /// </summary>
    public static string? Mend(string text)
    {
        if (!MayBeDoubled(text))
        {
            return null;
        }

        try
        {
            var mended = Utf8.GetString(Western.GetBytes(text));
            return mended.Length < text.Length ? mended : null;
        }
        catch (Exception e) when (e is EncoderFallbackException or DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>A lead byte of UTF-8 (C2 to F4) seen as a letter, followed by something that can be a trail byte.</summary>
    private static bool MayBeDoubled(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] is >= '\u00C2' and <= '\u00F4' && text[i + 1] > '\u007F')
            {
                return true;
            }
        }

        return false;
    }
}
