using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>A document as the claim finder reads it: language, sentences, people, and who said what in the order of the text.</summary>
internal sealed class Reading
{
    private Reading(Document document, string language, Lexicon lexicon, IReadOnlyList<Attribution> attributions, People people, SpeakerResolver speakers)
    {
        Document = document;
        Language = language;
        Lexicon = lexicon;
        Attributions = attributions;
        People = people;
        Speakers = speakers;
    }

    public Document Document { get; }

    /// <summary>BCP 47 language, declared or detected.</summary>
    public string Language { get; }

    public Lexicon Lexicon { get; }

    public IReadOnlyList<Attribution> Attributions { get; }

    public People People { get; }

    /// <summary>To be asked in the order of the text.</summary>
    public SpeakerResolver Speakers { get; }

    public static Reading Of(Document document)
    {
        var language = document.Language is "" or "und" ? LanguageDetector.Detect(document.Text) : document.Language;
        var lexicon = Lexicon.Of(language);
        var text = document.Text;
        var people = new People(document, lexicon, Word.Read(text, 0, text.Length));
        var speakers = new SpeakerResolver(document, lexicon, people);
        if (document.Kind == DocumentKind.Post)
        {
            return new(document, language, lexicon, [], people, speakers);
        }

        var hidden = document.Posts.Where(p => p.Start >= 0 && p.End <= text.Length && p.End > p.Start).Select(p => new TextSpan(p.Start, p.End)).ToList();
        var frames = Frame.Read(text, language, QuotationFinder.Find(text), hidden);
        return new(document, language, lexicon, Attribute(document, lexicon, frames, people), people, speakers);
    }

    private static List<Attribution> Attribute(Document document, Lexicon lexicon, List<Frame> frames, People people)
    {
        var text = document.Text;
        var found = new AttributionFinder(text, lexicon).Find(frames).ToList();
        var spoken = found.Select(a => a.Sentence.Start).ToHashSet();
        var quantities = new QuantityFinder(lexicon);
        var statements = new StatementFinder(text, lexicon, quantities);
        var own = document.Kind is DocumentKind.Statement or DocumentKind.Factcheck ? new OwnWords(text, lexicon, quantities, people) : null;
        foreach (var frame in frames)
        {
            if (!spoken.Contains(frame.Start) && !OwnWords.IsLabelled(frame, lexicon) && (own?.Find(frame, document.Kind) ?? statements.Find(frame)) is { } statement)
            {
                found.Add(statement);
            }
        }

        return [.. found.OrderBy(a => a.Content.Start).ThenBy(a => a.Content.End)];
    }
}
