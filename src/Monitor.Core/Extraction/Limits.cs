namespace Monitor.Core.Extraction;

/// <summary>Bounds on what one hostile page may cost. Real news pages stay far below each of them.</summary>
internal static class Limits
{
    /// <summary>Bytes read of an input; the rest is left out with a note. Large news pages have about 3 MB.</summary>
    public const int Bytes = 12 * 1024 * 1024;

    /// <summary>Elements made by the parser before it gives up.</summary>
    public const int Elements = 300_000;

    /// <summary>Levels of nesting; browsers stop at 512, the walk here is recursive.</summary>
    public const int Depth = 256;

    /// <summary>Elements open at one place; the parser's work grows with the square of them. Pages with unclosed elements have some hundreds.</summary>
    public const int Open = 10_000;

    /// <summary>Characters kept of one paragraph.</summary>
    public const int Paragraph = 100_000;

    /// <summary>Characters kept of one metadata value.</summary>
    public const int Value = 1_000;

    /// <summary>Characters of one JSON-LD island that are read.</summary>
    public const int JsonLd = 1_000_000;

    /// <summary>Characters kept of a part that was cut, see <see cref="Model.CutPart"/>.</summary>
    public const int Cut = 500;

    /// <summary>Parts that were cut and are kept.</summary>
    public const int Cuts = 400;

    /// <summary>Embedded posts read from one page.</summary>
    public const int Posts = 200;

    /// <summary>Time that parsing one page may take.</summary>
    public static TimeSpan Parsing { get; } = TimeSpan.FromSeconds(10);
}
