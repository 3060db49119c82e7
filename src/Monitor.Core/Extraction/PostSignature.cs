using System.Text.RegularExpressions;
using Monitor.Core.Model;

namespace Monitor.Core.Extraction;

/// <summary>The line below an embedded post: a dash, a name, a handle in brackets and mostly a date.</summary>
/// <param name="Author">The name.</param>
/// <param name="Handle">The handle without @.</param>
/// <param name="Date">The date.</param>
internal sealed partial record PostSignature(string Author, string Handle, PartialDate? Date)
{
    private const int Longest = 250;

    /// <summary>Reads a line that is nothing but a signature; null for all others.</summary>
    public static PostSignature? Read(string line)
    {
        if (line.Length > Longest || Line().Match(line) is not { Success: true } match)
        {
            return null;
        }

        return new(match.Groups["name"].Value.Trim(), match.Groups["handle"].Value.TrimStart('@'), DateText.Read(match.Groups["date"].Value));
    }

    /// <summary>Reads a text that ends in a signature, as a quotation block without markup does; the words before it are the post.</summary>
    public static (string Text, PostSignature Signature)? ReadEnd(string text)
    {
        var dash = Math.Max(text.LastIndexOf('—'), Math.Max(text.LastIndexOf('–'), text.LastIndexOf("- ", StringComparison.Ordinal)));
        return dash > 0 && Read(text[dash..]) is { } signature ? (text[..dash].Trim(), signature) : null;
    }

    [GeneratedRegex(@"^\s*[\u200e\u200f\u202a-\u202e]*(—|–|―|--|-)\s*(?<name>[^()]{1,90}?)\s*[\u200e\u200f\u202a-\u202e]*\(\s*[\u200e\u200f\u202a-\u202e]*(?<handle>@[A-Za-z0-9_.\-]{1,80}(@[A-Za-z0-9.\-]{3,60})?)\s*[\u200e\u200f\u202a-\u202e]*\)[\u200e\u200f\u202a-\u202e\s,.·|]*(?<date>[^()]{0,60})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
