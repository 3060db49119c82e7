using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>Words between quotation marks, at the outermost level.</summary>
/// <param name="Start">The opening mark.</param>
/// <param name="End">Behind the closing mark.</param>
/// <param name="Inner">The words without the marks and the blanks beside them.</param>
internal sealed record Quotation(int Start, int End, TextSpan Inner)
{
    /// <summary>True when no closing mark was found in the paragraph.</summary>
    public bool Open { get; init; }

    /// <summary>True when it goes on with the quotation that the paragraph before left open.</summary>
    public bool Continues { get; init; }

    /// <summary>Words in it.</summary>
    public int Words { get; init; }

    /// <summary>
    /// True for one to three words that are no utterance: “real” Iranians. An utterance begins with a capital (in scripts that have them) and ends in a mark,
    /// “No,” he said.
    /// </summary>
    public bool IsScare(string text)
    {
        if (Words > 3)
        {
            return false;
        }

        var first = text[Inner.Start];
        var last = text[Inner.End - 1];
        return char.IsLower(first) || !",.!?؟،…".Contains(last);
    }
}
