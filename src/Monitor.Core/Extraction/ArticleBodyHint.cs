using System.Text;

namespace Monitor.Core.Extraction;

/// <summary>
/// The article's words as JSON-LD states them (articleBody). They are often cut short, without paragraphs, or stale, so they never become the text; they
/// only tell which blocks of the page are surely main text.
/// </summary>
internal sealed class ArticleBodyHint
{
    private const int Enough = 400;
    private const int Probe = 40;

    private readonly string squeezed;

    public ArticleBodyHint(string articleBody) => squeezed = articleBody.Length < Enough ? "" : Squeeze(articleBody);

    public bool Known => squeezed.Length > 0;

    /// <summary>True when the block's words stand in it: its beginning, middle and end are looked up.</summary>
    public bool Has(string text)
    {
        if (!Known || text.Length < Probe)
        {
            return false;
        }

        var tight = Squeeze(text);
        if (tight.Length < Probe / 2)
        {
            return false;
        }

        var length = Math.Min(Probe, tight.Length);
        return squeezed.Contains(tight[..length], StringComparison.Ordinal) || squeezed.Contains(tight[^length..], StringComparison.Ordinal);
    }

    /// <summary>True when more than half of the region's prose stands in it.</summary>
    public bool Covers(Regions page, Region region)
    {
        if (!Known || region.Prose < Enough / 2)
        {
            return false;
        }

        long common = 0;
        for (var i = region.First; i < region.End; i++)
        {
            common += page.Blocks[i].Prose > 0 && Has(page.Blocks[i].Text) ? page.Blocks[i].Prose : 0;
        }

        return common * 2 > region.Prose;
    }

    private static string Squeeze(string text)
    {
        var tight = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                tight.Append(char.ToLowerInvariant(c));
            }
        }

        return tight.ToString();
    }
}
