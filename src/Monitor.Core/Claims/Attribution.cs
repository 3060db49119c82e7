using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>Whose words they are.</summary>
internal enum Voice
{
    /// <summary>The speaker's, or where none is written the last speaker's.</summary>
    Speaker,

    /// <summary>The publisher's, on its own page.</summary>
    Publisher,

    /// <summary>Nobody's whom the text names: "4,779 accounts were removed".</summary>
    Nobody,
}

/// <summary>Words and the one to whom a text gives them.</summary>
/// <param name="Kind">Quote, reported, statement or response.</param>
/// <param name="Content">What was said, in the document's text.</param>
/// <param name="Speaker">Who said it as written there; empty when nobody is named.</param>
internal sealed record Attribution(ClaimKind Kind, TextSpan Content, TextSpan Speaker)
{
    /// <summary>The pieces of a content that the attribution breaks; empty for one piece.</summary>
    public IReadOnlyList<TextSpan> Pieces { get; init; } = [];

    /// <summary>Whose words they are, where it is not the speaker's.</summary>
    public Voice Voice { get; init; }

    /// <summary>The sentence, where dates are looked for.</summary>
    public TextSpan Sentence { get; init; }

    /// <summary>True when the speaker stands in the sentence or was carried over with certainty; false when only conservative guessing remains.</summary>
    public bool Carried { get; init; }
}
