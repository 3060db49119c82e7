using System.Globalization;

namespace Monitor.Core.Reviews;

/// <summary>The end of the chain at a moment, to be noted outside Monitor: whoever can write the ledger can cut its end or write it anew, and only a note kept elsewhere shows that.</summary>
/// <param name="Count">Entries so far.</param>
/// <param name="Hash">Hash of the last of them, 64 hex digits; zeros when there is none.</param>
public sealed record ChainMark(long Count, string Hash)
{
    /// <summary>Reads <c>N:HASH</c>; null when it is something else.</summary>
    public static ChainMark? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Trim().Split(':');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && parts[1].Length == 64 && parts[1].All(char.IsAsciiHexDigit)
                ? new(count, parts[1].ToLowerInvariant())
                : null;
    }

    /// <summary><c>N:HASH</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count}:{Hash}");
}

/// <summary>What a check of the chain came to.</summary>
/// <param name="Head">The end of the chain now.</param>
/// <param name="Fault">What is wrong; null when every entry is as it was written and the noted end is still there.</param>
public sealed record ChainCheck(ChainMark Head, string? Fault);
