using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Monitor.Core.Extraction;

/// <summary>
/// Finds advertising that was put between an article's paragraphs. Two things must come together: the paragraph shares hardly any word with the rest, and
/// it speaks like an offer (addresses the reader, praises features, names a site as its subject, holds a link that says it is paid for). A paragraph that
/// quotes someone or names what the title names is never cut, nor is anything where the whole article addresses the reader (advice, product tests).
/// </summary>
internal static partial class InjectedAdverts
{
    private const int FewestParagraphs = 5;
    private const int ShortestParagraph = 60;
    private const int LongestRun = 4;
    private const int SeedSignals = 3;
    private const int PaidSignals = 2;
    private const int MostPaid = 2;
    private const double SeedShared = 0.2;
    private const double NextShared = 0.25;
    private const double OwnStyle = 0.2;
    private const int Stem = 6;

    private static readonly FrozenSet<string> Common = ("that this with from have been were they their there which would could should about after before more most other "
        + "such than then them these those into over also will when what where while your some only just like make made many much very said says").Split(' ').ToFrozenSet();

    /// <summary>Indexes of the paragraphs that are advertising.</summary>
    /// <param name="title">Headline of the article.</param>
    /// <param name="paragraphs">Its paragraphs in order.</param>
    /// <param name="paid">For each paragraph, true when it holds a link that says it is paid for; left out where links are not known.</param>
    public static IReadOnlySet<int> Find(string title, IReadOnlyList<string> paragraphs, IReadOnlyList<bool>? paid = null)
    {
        var found = new HashSet<int>();
        if (paragraphs.Count < FewestParagraphs)
        {
            return found;
        }

        var signals = paragraphs.Select(Signals).ToList();
        if (signals.Count(s => s >= 2) > Math.Max(2, paragraphs.Count * OwnStyle))
        {
            return found;
        }

        // An article that is full of paid links lives on them: its own paragraphs hold them too.
        if (paid is not null && paid.Count(p => p) <= MostPaid)
        {
            for (var i = 0; i < signals.Count; i++)
            {
                signals[i] += paid[i] ? PaidSignals : 0;
            }
        }

        var words = paragraphs.Select(Words).ToList();
        var names = Names(title);
        for (var i = 1; i < paragraphs.Count; i++)
        {
            if (!found.Contains(i) && signals[i] >= SeedSignals && IsForeign(i, i + 1, SeedShared))
            {
                var end = i + 1;
                while (end < paragraphs.Count && end - i < LongestRun && signals[end] > 0 && IsForeign(i, end + 1, NextShared))
                {
                    end++;
                }

                found.UnionWith(Enumerable.Range(i, end - i));
            }
        }

        return found;

        // The last paragraph of the run against the title and everything outside the run.
        bool IsForeign(int start, int end, double most)
        {
            var text = paragraphs[end - 1];
            if (text.Length < ShortestParagraph || Quotation().IsMatch(text) || names.Any(n => text.Contains(n, StringComparison.OrdinalIgnoreCase)))
            {
                return false;
            }

            var own = words[end - 1];
            var rest = new HashSet<string>(Words(title));
            for (var i = 0; i < words.Count; i++)
            {
                if (i < start || i >= end)
                {
                    rest.UnionWith(words[i]);
                }
            }

            return own.Count >= 5 && own.Count(rest.Contains) <= most * own.Count;
        }
    }

    private static int Signals(string text) =>
        (Reader().IsMatch(text) ? 1 : 0)
        + (Offer().IsMatch(text) ? 1 : 0)
        + (Praise().IsMatch(text) ? 1 : 0)
        + (Call().IsMatch(text) ? 1 : 0)
        + (SiteAsSubject().IsMatch(text) ? 1 : 0);

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>();
        foreach (var match in Word().EnumerateMatches(text))
        {
            var word = text.Substring(match.Index, match.Length).ToLowerInvariant();
            if (!Common.Contains(word))
            {
                words.Add(word.Length > Stem ? word[..Stem] : word);
            }
        }

        return words;
    }

    private static List<string> Names(string title) =>
        title.Split(' ').Skip(1).Select(w => w.Trim(',', '.', ':', ';', '"', '“', '”', '’', '\'', '?', '!')).Where(w => w.Length > 3 && char.IsUpper(w[0]) && !Common.Contains(w.ToLowerInvariant())).ToList();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"[\p{L}\p{M}]{4,}", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"[""“«„][^""”»“]{12,}[""”»“]", RegexOptions.NonBacktracking)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\b(you|your|yours|yourself|vous|votre|vos|usted|tu|tus|você|seu|sua|Ihr|Ihre|Ihnen|dein|deine|вы|вам|ваш|ваша|شما)\b|\bتان\b|لك\b", Options)]
    private static partial Regex Reader();

    [GeneratedRegex(@"[£$€]\s?\d+([.,]\d\d)?\b|\b(free|discount|coupon|promo code|\d+ ?% off|per month|a month|trial|money.back|price[sd]?|pricing|deal|bonus|gratis|gratuit|kostenlos|rabatt|gratuito|descuento|бесплатно|скидка|رایگان|تخفیف|مجان[اي]?)\b", Options)]
    private static partial Regex Offer();

    [GeneratedRegex(@"\b(easily|instantly|seamless(ly)?|effortless(ly)?|user.friendly|mobile.friendly|customi[sz](e|able|ed|ation)|personali[sz]ed|all.in.one|all in one|hassle.free|cutting.edge|state.of.the.art|premium|best.in.class|features? include|optional features|allow(s|ing) (you|users|others)|enables? you|lets you|helps? you|wide range|shareable|einfach|sofort|facilement|fácilmente|легко|удобный|آسان|به راحتی|بسهولة)\b", Options)]
    private static partial Regex Praise();

    [GeneratedRegex(@"\b(you can (easily |now |also )?(create|get|find|choose|order|buy|try|build|download|generate|play|win|save)|sign up|order now|buy now|shop now|try (it|now)|get started|start (your|today)|download (the|our|now)|visit (our|the) (website|site|store)|click|scan|book now|contact details|learn how to|jetzt|commandez|achetez|compra ahora|закажите|купите|سفارش دهید|خرید)\b", Options)]
    private static partial Regex Call();

    [GeneratedRegex(@"^[A-Za-z0-9-]{2,30}\.[a-z]{2,6} (is|are|was|offers?|provides?|helps?|lets|allows?|makes?|ist|est|es|è|é|bietet|offre|ofrece)\b|\b(platform|app|tool|software|service|website|casino|product|brand|plateforme|plattform|plataforma|платформа|پلتفرم|منصة) (that )?(is|allows?|lets|helps?|offers?|enables?|provides?|for (creating|making|building))\b", Options)]
    private static partial Regex SiteAsSubject();
}
