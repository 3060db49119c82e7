using System.Globalization;
using Monitor.Core.Claims;
using Monitor.Core.Model;

namespace Monitor.Commands.Eval;

/// <summary>An annotated article: what is said in it, and what Monitor found.</summary>
internal sealed record QuoteArticle(QuoteDocument Document, IReadOnlyList<ScoredQuote> Gold, IReadOnlyList<ScoredQuote> Found)
{
    /// <summary>The text as code points.</summary>
    public int[] Points { get; } = [.. Document.Text.EnumerateRunes().Select(r => r.Value)];

    /// <summary>An error with the words around it.</summary>
    public EvalError Error(string set, string kind, ScoredQuote? gold, ScoredQuote? found)
    {
        var at = gold ?? found!;
        var (start, end) = (Math.Max(0, (at.Start ?? 0) - 120), Math.Min(Points.Length, (at.End ?? 0) + 120));
        var around = string.Concat(Points[start..Math.Max(start, end)].Select(char.ConvertFromUtf32));
        string Told(ScoredQuote? q) => q is null ? "–" : $"{q.Speaker}{(q.SpeakerResolved is { Length: > 0 } full && full != q.Speaker ? $" = {full}" : "")}{(q.Resolved is { Count: > 0 } names ? $" = {string.Join(" / ", names)}" : "")}: {q.Text}";
        return new($"{set} {kind}", $"{Document.Doc} {at.Start}–{at.End}", Told(gold), Told(found), "… " + around + " …", (at.End ?? 0) - (at.Start ?? 0));
    }
}

/// <summary>Reads a set of annotated articles and runs Monitor's own finder over them.</summary>
internal static class QuoteSet
{
    /// <summary>Shortest match by which a further piece of a broken quotation is found again.</summary>
    private const int PieceKey = 12;

    public static IReadOnlyList<QuoteArticle> Read(GoldFolder gold, string set)
    {
        var quotes = gold.Rows<ScoredQuote>($"quotes/{set}.gold.jsonl").Where(q => q.Start is not null).ToLookup(q => q.Doc);
        var finder = new ClaimFinder();
        return [.. gold.Rows<QuoteDocument>($"quotes/{set}.docs.jsonl").Select(d => new QuoteArticle(d, [.. quotes[d.Doc]], Find(finder, d)))];
    }

    private static List<ScoredQuote> Find(ClaimFinder finder, QuoteDocument article)
    {
        var document = new Document(Ids.Document($"gold:{article.Doc}"), DocumentKind.Article, $"gold:{article.Doc}", article.Text)
        {
            Language = article.Lang,
            Published = DateTimeOffset.TryParse(article.Date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null,
        };
        var found = finder.Find(document);
        var claims = found.Claims.ToDictionary(c => c.Id);
        var points = new CodePoints(article.Text);
        return [.. found.Appearances.Select(a => Quote(article.Doc, a, claims[a.ClaimId], points))];
    }

    private static ScoredQuote Quote(string doc, Appearance appearance, Claim claim, CodePoints points)
    {
        var pieces = Pieces(claim.Text, appearance.Text);
        return new()
        {
            Doc = doc,
            Start = points.Of(appearance.Start),
            End = points.Of(appearance.End),
            Spans = pieces.Count > 1 ? [.. pieces.Select(p => new[] { points.Of(appearance.Start + p.Start), points.Of(appearance.Start + p.End) })] : null,
            Text = appearance.Text,
            Speaker = appearance.SpeakerText,
            SpeakerResolved = claim.Speaker.Name,
        };
    }

    /// <summary>Where the pieces of a claim that its attribution breaks ("…," he said. "…") stand in the place of the text that holds them all.</summary>
    internal static IReadOnlyList<(int Start, int End)> Pieces(string claim, string place)
    {
        var pieces = new List<(int Start, int End)>();
        var (i, j, start) = (0, 0, 0);
        while (i < claim.Length && j < place.Length)
        {
            if (claim[i] == place[j])
            {
                (i, j) = (i + 1, j + 1);
                continue;
            }

            // The blank that joins two pieces stands in the claim; its counterpart in the text may have matched already.
            i += claim[i] == ' ' ? 1 : 0;
            var next = i >= claim.Length ? -1 : place.IndexOf(claim.Substring(i, Math.Min(PieceKey, claim.Length - i)), j, StringComparison.Ordinal);
            if (next < 0)
            {
                return [];
            }

            if (j > start)
            {
                pieces.Add((start, j));
            }

            (start, j) = (next, next);
        }

        if (j > start)
        {
            pieces.Add((start, j));
        }

        return pieces;
    }
}
