using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>Words and the one to whom a text gives them.</summary>
/// <param name="Kind">Quote, reported, statement or response.</param>
/// <param name="Content">What was said, in the document's text.</param>
/// <param name="Speaker">Who said it as written there; empty when nobody is named.</param>
internal sealed record Attribution(ClaimKind Kind, TextSpan Content, TextSpan Speaker)
{
    /// <summary>The pieces of a content that the attribution breaks; empty for one piece.</summary>
    public IReadOnlyList<TextSpan> Pieces { get; init; } = [];

    /// <summary>The sentence, where dates are looked for.</summary>
    public TextSpan Sentence { get; init; }

    /// <summary>True when the speaker stands in the sentence or was carried over with certainty; false when only conservative guessing remains.</summary>
    public bool Carried { get; init; }
}
