using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>Gives quotations and reported clauses to those who said them, sentence by sentence, by cue words and their places.</summary>
internal sealed class AttributionFinder(string text, Lexicon lexicon)
{
    /// <summary>No speaker is interrupted more often within one sentence.</summary>
    private const int MostPieces = 12;

    /// <summary>A quotation seldom runs over more paragraphs than this.</summary>
    private const int MostParagraphs = 8;

    private readonly SubjectFinder subjects = new(lexicon);
    private readonly QuotationCue quotes = new(text, lexicon);
    private readonly HeadlineFinder headlines = new(text, lexicon);
    private readonly InnerAttribution inner = new(text, lexicon, new(lexicon));
    private readonly List<Attribution> found = [];

    /// <summary>The last one to whom words were given, its paragraph, and whether that was a quotation.</summary>
    private TextSpan last;
    private int lastParagraph = -2;
    private bool lastQuoted;

    /// <summary>The last one who was quoted, and the paragraph: "…," S said two hours after Z declared a victory. "…" goes on with S.</summary>
    private TextSpan quoted;
    private int quotedParagraph = -2;

    /// <summary>A speaker announced with a colon at the end of the sentence or paragraph before.</summary>
    private TextSpan announced;
    private bool announcing;

    /// <summary>All attributions of the frames in order.</summary>
    public IReadOnlyList<Attribution> Find(IReadOnlyList<Frame> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            var frame = frames[i];
            var cues = Cue.Find(frame, lexicon);
            if (frame.OnlyQuotes)
            {
                i += OnlyQuotes(frames, i) ? 1 : 0;
            }
            else if (!Whole(frame, cues))
            {
                var used = new HashSet<int>();
                Quotes(frame, cues, used);
                var before = found.Count;
                if (used.Count == 0 && headlines.Find(frame) is { } titled)
                {
                    Add(titled, frame, titled.Kind == ClaimKind.Quote);
                    continue;
                }

                new ReportedFinder(text, lexicon, subjects).Find(frame, cues, used, found);
                if (lexicon.Language == "de" && found.Count == before && frame.Paragraph == lastParagraph && Continuation.Find(frame, lexicon, last) is { } going)
                {
                    Add(going, frame, quoted: false);
                }
            }

            Remember(frame, cues);
        }

        return found;
    }

    /// <summary>Sentences that are a claim as a whole: refusals to comment and accusations.</summary>
    private bool Whole(Frame frame, List<Cue> cues)
    {
        foreach (var cue in cues)
        {
            if (cue.Type is CueType.Refuse or CueType.Accuse)
            {
                var subject = Subject(frame, cue);

                // "S said that …, and Z accused Y": there is more in it than the accusation.
                if (cue.Type == CueType.Accuse && (subject.Length == 0 || cues.Exists(c => c.At < cue.At && c.Type == CueType.Say && !subjects.Before(frame.Words, c).IsEmpty)))
                {
                    continue;
                }

                var kind = cue.Type == CueType.Refuse ? ClaimKind.Response : ClaimKind.Reported;
                var start = frame.Words[0].Start;
                Add(new(kind, new(start, frame.End), subject), frame, quoted: false);
                return true;
            }
        }

        return false;
    }

    private TextSpan Subject(Frame frame, Cue cue)
    {
        var words = frame.Words;
        var range = cue.Type is CueType.Accuse or CueType.Refuse && lexicon.VerbLast ? new LeadingSubject(lexicon, subjects).Find(words, cue.At) : subjects.Before(words, cue);
        if (range.IsEmpty && lexicon.VerbFirst)
        {
            range = subjects.After(words, cue);

            // "اتهم S شركة تويتر …": the accused follows with no word between.
            for (var i = range.From + 1; i < range.To && cue.Type == CueType.Accuse; i++)
            {
                range = lexicon.Has("organisation", words[i]) || lexicon.Has("platform", words[i]) ? new(range.From, i) : range;
            }
        }

        return Span(words, range);
    }

    private void Quotes(Frame frame, List<Cue> cues, HashSet<int> used)
    {
        var words = frame.Words;
        TextSpan? spoken = null;
        for (var q = 0; q < words.Count; q++)
        {
            if (words[q].Quotation is not { } quotation)
            {
                continue;
            }

            // "…," he said, "…": the second piece goes on with the first one's speaker.
            if (spoken is { } speaker && q > 0 && words[q - 1].Kind == WordKind.Mark)
            {
                Extend(frame, quotation, speaker);
                continue;
            }

            var behind = quotes.Behind(frame, cues, q, out var cue, out var range);
            if (behind || quotes.InFront(frame, cues, q, out cue, out range))
            {
                used.Add(cue.At);
                spoken = range.IsEmpty ? last : Span(words, range);
                var content = behind && FinishesClause(words, cues, q) ? new TextSpan(words[0].Start, quotation.End) : quotation.Inner;
                Add(new(ClaimKind.Quote, content, spoken.Value) { Carried = range.IsEmpty }, frame, quoted: true);
            }
            else if (q == 0 && quotation.Words > 3 && announcing && announced.Length > 0)
            {
                Add(new(ClaimKind.Quote, quotation.Inner, announced) { Carried = true }, frame, quoted: true);
            }
        }
    }

    /// <summary>"Another 2,865 accounts “employed false personas …”, S said": the quotation is the end of the clause that S said.</summary>
    private bool FinishesClause(IReadOnlyList<Word> words, List<Cue> cues, int q)
    {
        if (q is < 2 or > 16 || !words[q - 1].IsWord || !char.IsLower(text[words[q].Quotation!.Inner.Start]) || (cues.Count > 0 && cues[0].At < q))
        {
            return false;
        }

        for (var i = 0; i < q; i++)
        {
            if (!words[i].IsWord)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A sentence that is nothing but quotations; true when the next frame is its "he said" and is used up.</summary>
    private bool OnlyQuotes(IReadOnlyList<Frame> frames, int at)
    {
        var frame = frames[at];
        var quotations = frame.Words.Where(w => w.Quotation is not null).Select(w => w.Quotation!).ToList();
        var speaker = new TextSpan(0, 0);
        var consumed = false;
        var next = at + 1 < frames.Count ? frames[at + 1] : null;
        if (next is not null && next.Paragraph == frame.Paragraph && "!?؟…".Contains(text[quotations[^1].Inner.End - 1]) && next.Words.Count <= 14)
        {
            var cue = Cue.Find(next, lexicon).Find(c => c.Type is CueType.Say or CueType.Weak or CueType.Speak && c.At <= 8);
            if (cue.Length > 0)
            {
                var range = cue.At == 0 ? subjects.After(next.Words, cue) : subjects.Before(next.Words, cue);
                consumed = !range.IsEmpty && range.From <= 1 && !next.Words.Any(w => lexicon.Has("complement", w) || w.Kind == WordKind.Quote);
                speaker = consumed ? Span(next.Words, range) : speaker;
            }
        }

        if (!consumed && next is not null && next.Paragraph <= frame.Paragraph + 1 && Signature(next) is { Length: > 0 } signed)
        {
            (speaker, consumed) = (signed, true);
        }

        if (!consumed && Continued(frames, at, quotations[^1]) is { Length: > 0 } later)
        {
            speaker = later;
        }
        else if (!consumed)
        {
            var same = frame.Paragraph == lastParagraph || quotations[0].Continues || (lastQuoted && frame.Paragraph == lastParagraph + 1);
            speaker = announcing ? announced : frame.Paragraph == quotedParagraph && quoted.Length > 0 ? quoted : same ? last : speaker;
        }

        foreach (var quotation in quotations)
        {
            if (inner.Find(quotation) is { Pieces.Count: > 0 } broken)
            {
                Add(new(ClaimKind.Quote, new(broken.Pieces[0].Start, broken.Pieces[^1].End), broken.Speaker.Length > 0 ? broken.Speaker : speaker) { Pieces = broken.Pieces }, frame, quoted: true);
                continue;
            }

            if (quotation.Words > 3 || speaker.Length > 0)
            {
                Add(new(ClaimKind.Quote, quotation.Inner, speaker) { Carried = !consumed }, frame, quoted: true);
            }
        }

        return consumed;
    }

    /// <summary>"“…” — S": a sentence that is a dash and a name.</summary>
    private TextSpan Signature(Frame frame)
    {
        var words = frame.Words;
        if (words.Count < 2 || words.Count > SubjectFinder.Longest || !words[0].IsAny("—–-") || !words[1].Upper)
        {
            return default;
        }

        var end = NameRun.End(words, 1, lexicon);
        return end == words.Count || words[end].IsAny(",(.") ? Span(words, new(1, end)) : default;
    }

    /// <summary>Who ends a quotation that goes on in the next paragraphs: "“…⏎“…,” S said".</summary>
    private TextSpan Continued(IReadOnlyList<Frame> frames, int at, Quotation quotation)
    {
        for (var i = at + 1; quotation.Open && i < frames.Count && i - at <= MostParagraphs; i++)
        {
            if (frames[i].Words[0].Quotation is not { Continues: true } next)
            {
                break;
            }

            if (!frames[i].OnlyQuotes)
            {
                return quotes.Behind(frames[i], Cue.Find(frames[i], lexicon), 0, out _, out var range) ? Span(frames[i].Words, range) : default;
            }

            quotation = next;
        }

        return default;
    }

    private void Extend(Frame frame, Quotation quotation, TextSpan speaker)
    {
        var before = found[^1];
        var end = before.Pieces.Count > 0 ? before.Pieces[^1].End : before.Content.End;
        if (char.IsLower(text[quotation.Inner.Start]) && ",،".Contains(text[end - 1]) && before.Kind == ClaimKind.Quote && before.Pieces.Count < MostPieces)
        {
            var pieces = before.Pieces.Count > 0 ? before.Pieces : [before.Content];
            found[^1] = before with { Content = new(before.Content.Start, quotation.Inner.End), Pieces = [.. pieces, quotation.Inner] };
        }
        else
        {
            Add(new(ClaimKind.Quote, quotation.Inner, speaker) { Carried = true }, frame, quoted: true);
        }
    }

    private void Add(Attribution attribution, Frame frame, bool quoted)
    {
        found.Add(attribution with { Sentence = new(frame.Start, frame.End) });
        lastQuoted = quoted;
        if (attribution.Speaker.Length > 0)
        {
            last = attribution.Speaker;
        }

        lastParagraph = frame.Paragraph;
        if (quoted && attribution.Speaker.Length > 0)
        {
            (this.quoted, quotedParagraph) = (attribution.Speaker, frame.Paragraph);
        }
    }

    /// <summary>Keeps what the next sentence may need: a reported speaker, and one announced by a colon.</summary>
    private void Remember(Frame frame, List<Cue> cues)
    {
        if (found.Count > 0 && found[^1] is { Speaker.Length: > 0 } newest && newest.Sentence.Start == frame.Start)
        {
            (last, lastParagraph) = (newest.Speaker, frame.Paragraph);
            lastQuoted = newest.Kind == ClaimKind.Quote;
        }

        announcing = frame.Words[^1].Is(':') && cues.Count > 0;
        if (announcing)
        {
            announced = Subject(frame, cues[^1]);
            announced = announced.Length > 0 ? announced : last;
        }
    }

    internal static TextSpan Span(IReadOnlyList<Word> words, SubjectFinder.Range range) =>
        range.IsEmpty ? default : new(words[range.From].Start, words[range.To - 1].End);
}
