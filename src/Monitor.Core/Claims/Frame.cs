using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>
/// A sentence as reporting sees it: each long quotation is one word, so "“…,” he said. “…”" is read by its outer structure; scare quotes and short
/// fragments stay ordinary words.
/// </summary>
/// <param name="Start">First UTF-16 unit in the document.</param>
/// <param name="End">Behind the last.</param>
/// <param name="Paragraph">Number of the paragraph.</param>
/// <param name="Words">Its words, marks and quotations.</param>
internal sealed record Frame(int Start, int End, int Paragraph, IReadOnlyList<Word> Words)
{
    /// <summary>True when it holds nothing but quotations and marks.</summary>
    public bool OnlyQuotes => Words.All(w => w.Kind is WordKind.Quote or WordKind.Mark) && Words.Any(w => w.Kind == WordKind.Quote);

    /// <summary>The frames of a text in order, without those that begin in one of the <paramref name="hidden"/> stretches.</summary>
    public static List<Frame> Read(string text, string language, IReadOnlyList<Quotation> quotations, IReadOnlyList<TextSpan> hidden)
    {
        var titles = Lexicon.Of(language);
        var atomic = quotations.Where(q => !q.IsScare(text) && !q.IsTitle(text, titles) && !hidden.Any(h => q.Start < h.End && q.End > h.Start)).ToList();
        var masked = Mask(text, atomic);
        var frames = new List<Frame>();
        var (paragraph, scanned, next) = (0, 0, 0);
        foreach (var sentence in Sentences.Split(masked, language))
        {
            for (; scanned < sentence.Start; scanned++)
            {
                paragraph += text[scanned] == '\n' ? 1 : 0;
            }

            if (hidden.Any(h => sentence.Start < h.End && sentence.End > h.Start))
            {
                continue;
            }

            var words = new List<Word>();
            var at = sentence.Start;
            while (next < atomic.Count && atomic[next].Start < sentence.End)
            {
                var quotation = atomic[next++];
                if (quotation.Start < at)
                {
                    continue;
                }

                words.AddRange(Word.Read(text, at, quotation.Start));
                words.Add(new(quotation.Start, quotation.End, "", WordKind.Quote, false) { Quotation = quotation });
                at = quotation.End;
            }

            if (at < sentence.End)
            {
                words.AddRange(Word.Read(text, at, sentence.End));
            }

            words.RemoveAll(w => w.Kind == WordKind.Mark && "“”‘’«»„\"'".Contains(w.Key[0]));
            if (words.Count > 0)
            {
                frames.Add(new(sentence.Start, Math.Max(sentence.End, words[^1].End), paragraph, words));
            }
        }

        return frames;
    }

    /// <summary>The text with the inside of quotations replaced, unit by unit, save the mark that ends them, so that only outer sentences are seen.</summary>
    private static string Mask(string text, List<Quotation> quotations)
    {
        var masked = text.ToCharArray();
        foreach (var quotation in quotations)
        {
            var (start, end) = (quotation.Inner.Start, quotation.Inner.End);
            var ends = ".!?؟…".Contains(text[end - 1]);
            masked.AsSpan(start, end - start - (ends ? 1 : 0)).Fill('x');

            // A sentence may begin with a quotation: its first unit counts as a capital.
            masked[start] = end - start > 1 || !ends ? 'X' : masked[start];
        }

        return new string(masked);
    }
}
