using System.Buffers;

namespace Monitor.Core.Archives.Values;

/// <summary>
/// Recognises the hashes that publishers put in place of ids, names and profile fields of small accounts: 64 hex digits (SHA-256, releases of 2018), or base64 of
/// SHA-256 with padding; of the latter the published files hold 40 to 44 characters, because some lost characters on their way. They are compared exactly and
/// never decoded or padded.
/// </summary>
internal static class HiddenValue
{
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");

    /// <summary>True when the value is such a hash.</summary>
    public static bool Is(ReadOnlySpan<char> value) => value.Length switch
    {
        64 => !value.ContainsAnyExcept(Hex),
        >= 40 and <= 44 => value[^1] == '=' && !value[..^1].ContainsAnyExcept(Base64),
        _ => false,
    };
}
