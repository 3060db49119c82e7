using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>Makes claims and appearances of attributions and posts, one claim for the same words by the same speaker.</summary>
internal sealed class ClaimBuilder(Document document, Reading reading)
{
    /// <summary>A date farther from the words than this many units is not theirs; it keeps endless sentences cheap.</summary>
    private const int Near = 400;

    /// <summary>Quotations are compared with so many posts of a page.</summary>
    private const int MostPosts = 100;

    private readonly Dictionary<string, Claim> claims = [];
    private readonly List<string> order = [];
    private readonly List<Appearance> appearances = [];
    private readonly List<(Claim Claim, EmbeddedPost Post)> posts = [];
    private readonly QuantityFinder quantities = new(reading.Lexicon);
    private readonly PartFinder parts = new(reading.Lexicon);
    private readonly DateFinder dates = new(reading.Lexicon);

    /// <summary>The day that words told last, who spoke then, and the end of that sentence.</summary>
    private PartialDate? carried;
    private string carriedBy = "";
    private int carriedUntil;

    /// <summary>The day from which "in August" counts back: publication, or where the page does not tell it the newest post that it embeds.</summary>
    private readonly DateTimeOffset? anchor = document.Published ?? document.Posts.Where(p => p.Date is not null).Select(p => (DateTimeOffset?)p.Date!.Value.Time).Max();

    /// <summary>The whole text of a document of kind post.</summary>
    public void AddOwnPost()
    {
        var text = document.Text.Trim();
        if (text.Length == 0)
        {
            return;
        }

        var author = document.Authors.Count > 0 ? document.Authors[0] : "";
        // An embed tells the day only; its midnight is no moment that anyone said anything.
        var dayOnly = document.EmbeddedIn is not null && document.Published?.TimeOfDay == TimeSpan.Zero;
        var said = document.Published is { } time ? new PartialDate(time, dayOnly ? DatePrecision.Day : DatePrecision.Minute) : (PartialDate?)null;
        var claim = Post(text, author, document.Handle, said, document.Hashtags);
        var start = document.Text.IndexOf(text, StringComparison.Ordinal);
        Place(claim, new(start, start + text.Length), ClaimKind.Post, author, []);
    }

    /// <summary>An embedded post, with a place in the text where the text holds it.</summary>
    public void AddPost(EmbeddedPost post)
    {
        var text = post.Text.Trim();
        if (text.Length == 0)
        {
            return;
        }

        var claim = Post(text, post.Author, post.Handle, post.Date, post.Hashtags);
        posts.Add((claim, post));
        if (post.Start >= 0 && post.End > post.Start && post.End <= document.Text.Length)
        {
            var here = document.Text[post.Start..post.End];
            Place(claim, new(post.Start, post.End), ClaimKind.Post, post.Author, WordDiff.Compare(claim.Text, here));
        }
    }

    /// <summary>Words that the text gives to someone.</summary>
    public void Add(Attribution attribution)
    {
        var span = attribution.Content;
        if (span.Length <= 0)
        {
            return;
        }

        var words = attribution.Pieces.Count > 0 ? string.Join(' ', attribution.Pieces.Select(p => p.Of(document.Text))) : span.Of(document.Text);
        var speaker = attribution.Voice switch
        {
            Voice.Publisher => Publisher(),
            Voice.Nobody => Speaker.Unknown,
            _ => reading.Speakers.Resolve(attribution.Speaker),
        };
        var speakerText = attribution.Speaker.Length > 0 ? attribution.Speaker.Of(document.Text) : "";
        foreach (var (claim, _) in posts.Take(MostPosts))
        {
            if (attribution.Kind == ClaimKind.Quote && (speaker.Name.Length == 0 || Key(speaker.Name) == Key(claim.Speaker.Name)) && PostMatcher.Match(claim.Text, words) is { } changes)
            {
                Place(claim, span, ClaimKind.Quote, speakerText, changes, attribution);
                return;
            }
        }

        var (from, to) = (Math.Max(attribution.Sentence.Start, span.Start - Near), Math.Min(attribution.Sentence.End, span.End + Near));
        var sentence = Word.Read(document.Text, from, to);
        var outside = attribution.Kind is ClaimKind.Quote or ClaimKind.Reported ? sentence.Where(w => w.Start < span.Start || w.Start >= span.End).ToList() : sentence;

        // An accusation is its whole sentence: the day stands within it.
        var said = dates.Find(outside.Exists(w => w.IsWord) ? outside : sentence, span.Start, anchor, document.Modified);
        if (said is null && attribution.Kind == ClaimKind.Response && document.Published is { } published)
        {
            said = PartialDate.Day(published.Year, published.Month, published.Day);
        }

        // "S announced in August … S said it had …": the day told last in the paragraph holds for the same speaker.
        var told = said;
        said ??= Carried(attribution, speaker);
        if (told is not null || attribution.Sentence.Start > carriedUntil)
        {
            (carried, carriedBy, carriedUntil) = (told, $"{speakerText} {speaker.Name}", attribution.Sentence.End);
        }

        Place(Make(words, attribution.Kind, speaker, said, []), span, attribution.Kind, speakerText, [], attribution);
    }

    private PartialDate? Carried(Attribution attribution, Speaker speaker)
    {
        var from = carriedUntil;
        return carried is { } date && speaker.Name.Length > 0 && carriedBy.Contains(speaker.Name, StringComparison.Ordinal) && attribution.Sentence.Start >= from
            && attribution.Sentence.Start - from <= Near && !document.Text.AsSpan(from, attribution.Sentence.Start - from).Contains('\n') ? date : null;
    }

    /// <summary>"Zarif: Twitter has shuttered …": the claim of a headline that the text leaves out; its place is the beginning of the text.</summary>
    public void AddHeadline()
    {
        var title = document.Title;
        if (title.Length is 0 or > Near || document.Text.Contains(title, StringComparison.Ordinal))
        {
            return;
        }

        var joined = document with { Text = $"{title}\n{document.Text}", Posts = [] };
        var frame = Frame.Read(title, reading.Language, QuotationFinder.Find(title), []).FirstOrDefault();
        if (frame is null || new HeadlineFinder(joined.Text, reading.Lexicon).Find(frame) is not { } found)
        {
            return;
        }

        var words = found.Content.Of(joined.Text);
        var claim = Make(words, found.Kind, new SpeakerResolver(joined, reading.Lexicon, reading.People).Resolve(found.Speaker), null, []);
        appearances.Add(new(Ids.Appearance(claim.Id, document.Id, 0), claim.Id, document.Id, 0, 0, words, found.Kind, found.Speaker.Of(joined.Text)) { Published = document.Published });
    }

    private Speaker Publisher() =>
        document.Site.Length > 0 ? new Speaker(document.Site) { Country = document.Official && document.Country.Length > 0 ? document.Country : null }
        : document.Authors.Count > 0 ? new Speaker(document.Authors[0]) : Speaker.Unknown;

    /// <summary>What was found, in the order of the text.</summary>
    public FoundClaims Build()
    {
        var placed = appearances.DistinctBy(a => a.Id).OrderBy(a => a.Start).ThenBy(a => a.End).ToList();
        var first = placed.GroupBy(a => a.ClaimId).ToDictionary(g => g.Key, g => g.First().Start);
        return new([.. order.OrderBy(id => first.GetValueOrDefault(id, -1)).Select(id => claims[id])], placed);
    }

    private Claim Post(string text, string author, string? handle, PartialDate? said, IReadOnlyList<string> hashtags)
    {
        var person = reading.People.Named(People.Names(author));
        var speaker = new Speaker(author.Trim())
        {
            Handle = string.IsNullOrEmpty(handle) ? null : handle,
            Office = person?.Office,
            Country = person?.Country,
        };
        return Make(text, ClaimKind.Post, speaker, said, hashtags);
    }

    private Claim Make(string words, ClaimKind kind, Speaker speaker, PartialDate? said, IReadOnlyList<string> hashtags)
    {
        var id = Ids.Claim(Normal(words), Key(speaker.Name));
        if (claims.TryGetValue(id, out var known))
        {
            return known;
        }

        var placed = quantities.Find(words);
        var split = parts.Find(words, placed);
        var claim = new Claim(id, words, kind, speaker)
        {
            Said = said,
            Language = reading.Language,
            Hashtags = [.. hashtags.Concat(Tags(words, '#')).Distinct(StringComparer.OrdinalIgnoreCase)],
            Handles = [.. Tags(words, '@').Distinct(StringComparer.OrdinalIgnoreCase)],
            Quantities = [.. placed.Select(p => p.Quantity)],
            Parts = split,
        };
        claim = claim with { Score = CheckWorthiness.Of(claim) };
        claims[id] = claim;
        order.Add(id);
        return claim;
    }

    private void Place(Claim claim, TextSpan span, ClaimKind kind, string speakerText, IReadOnlyList<WordChange> differences, Attribution? attribution = null) =>
        appearances.Add(new(Ids.Appearance(claim.Id, document.Id, span.Start), claim.Id, document.Id, span.Start, span.End, span.Of(document.Text), kind, speakerText)
        {
            Differences = differences,
            Published = document.Published,
            SpeakerStart = attribution is { Speaker.Length: > 0 } named ? named.Speaker.Start : -1,
            Pieces = attribution is { Pieces.Count: > 1 } broken ? [.. broken.Pieces.Select(p => new Piece(p.Start, p.End))] : [],
        });

    /// <summary>The words by which two claims are the same: folded, without marks and urls.</summary>
    private static string Normal(string words) => string.Join(' ', WordDiff.Words(Analyzer.Fold(words)).Select(w => w.Key));

    /// <summary>The last name, by which "Zarif", "Javad Zarif" and "Mohammad Javad Zarif" are one.</summary>
    private static string Key(string name)
    {
        var words = WordDiff.Words(Analyzer.Fold(name));
        return words.Count > 0 ? words[^1].Key : "";
    }

    private static IEnumerable<string> Tags(string text, char mark) =>
        Word.Read(text, 0, text.Length).Where(w => w.Key.Length > 1 && w.Key[0] == mark).Select(w => text[(w.Start + 1)..w.End].Replace("'s", "", StringComparison.Ordinal));
}
