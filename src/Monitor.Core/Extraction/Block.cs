using AngleSharp.Dom;
using Monitor.Core.Model;

namespace Monitor.Core.Extraction;

/// <summary>One paragraph of a page: a run of text that no block element interrupts.</summary>
internal sealed class Block(Region region, string tag, string text, int linked, int prose)
{
    /// <summary>The innermost block element around it.</summary>
    public Region Region { get; } = region;

    /// <summary>What it stands in, for the reader of markup: p, h1 to h6, li, td, blockquote, pre or div.</summary>
    public string Tag { get; } = tag;

    /// <summary>Its words with blanks collapsed.</summary>
    public string Text { get; } = text;

    /// <summary>How many characters of it are within links.</summary>
    public int Linked { get; } = linked;

    /// <summary>Characters of running prose: its length without links where it reads like sentences, otherwise less or nothing.</summary>
    public int Prose { get; } = prose;

    /// <summary>Why it is cut; null while it is kept.</summary>
    public CutReason? Cut { get; set; }

    /// <summary>The embedded post that it is.</summary>
    public PostDraft? Post { get; init; }

    /// <summary>Absolute or relative urls it links to.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>True when one of its links says that somebody paid for it (rel="sponsored").</summary>
    public bool Paid { get; init; }

    /// <summary>True when nearly all of it is emphasised, as in sub-headings and calls to action without markup.</summary>
    public bool Emphasised { get; init; }

    public double LinkDensity => Text.Length == 0 ? 0 : (double)Linked / Text.Length;

    public bool IsHeading => Tag is ['h', >= '1' and <= '6'];
}

/// <summary>A block element with the stretch of blocks below it and the prose they hold.</summary>
internal sealed class Region(Region? parent, IElement element, Hint? hint)
{
    public Region? Parent { get; } = parent;

    public IElement Element { get; } = element;

    public Hint? Hint { get; } = hint;

    public List<Region> Children { get; } = [];

    /// <summary>Index of the first block below it.</summary>
    public int First { get; set; }

    /// <summary>Index behind the last block below it.</summary>
    public int End { get; set; }

    /// <summary>Prose below it, see <see cref="Block.Prose"/>.</summary>
    public long Prose { get; set; }

    /// <summary>Why everything below is cut; null while it is kept.</summary>
    public CutReason? Cut { get; set; }
}
