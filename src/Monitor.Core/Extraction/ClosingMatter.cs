using System.Text.RegularExpressions;
using Monitor.Core.Model;

namespace Monitor.Core.Extraction;

/// <summary>What publishers put below the last paragraph: the writer's or company's portrait, addresses, notes to editors.</summary>
internal static partial class ClosingMatter
{
    private const int Longest = 600;
    private const int MostParagraphs = 6;

    public static void Cut(IReadOnlyList<Block> blocks)
    {
        var kept = blocks.Where(b => b.Cut is null).ToList();
        for (var i = kept.Count - 1; i > 0 && kept.Count - i <= MostParagraphs; i--)
        {
            if ((kept[i].IsHeading || kept[i].Emphasised) && Heading().IsMatch(kept[i].Text))
            {
                kept.GetRange(i, kept.Count - i).ForEach(b => b.Cut = CutReason.Chrome);
                return;
            }
        }

        for (var i = kept.Count - 1; i > 0 && kept[i].Post is null && kept[i].Text.Length < Longest && (Portrait().IsMatch(kept[i].Text) || Address().IsMatch(kept[i].Text)); i--)
        {
            kept[i].Cut = CutReason.Chrome;
        }
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^\W*(about the (author|writer|reporter)s?|notes? to editors?|media (contacts?|enquiries|inquiries)|press contacts?|for (further|more) information.{0,40}|contacts?)\W*$", Options)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\bfollow (him|her|them|us|me|@\w+|\w+ \w+) (on )?(twitter|facebook|instagram|@)|\b(is|was) (a|an|the) [\w\s-]{0,40}(reporter|writer|correspondent|editor|columnist|journalist|author|contributor|fellow|professor)\b.{0,200}(@|twitter|email|reached|follow)", Options)]
    private static partial Regex Portrait();

    [GeneratedRegex(@"\b(CNPJ|HRB|VAT|ISSN)\b\W{0,3}\d|\b(fone|tel|phone|telephone|telefon|teléfono|fax|تلفن|هاتف|тел)\b[.:]{1,2}\s*[(+]{0,2}\d", Options)]
    private static partial Regex Address();
}
