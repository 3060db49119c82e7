using System.Text;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Corpus;

/// <summary>Which text of each record is searched, and in which field it stands.</summary>
internal static class RecordTerms
{
    /// <summary>Title; authors, handle and site; text and the claims that the page's ClaimReviews are about, which the text may leave out.</summary>
    public static void Fill(FieldTerms terms, Document document)
    {
        terms.Clear();
        terms.Add(terms.Title, document.Title);
        foreach (var author in document.Authors)
        {
            terms.Add(terms.Speaker, author);
        }

        AddHandle(terms, document.Handle);
        terms.Add(terms.Speaker, document.Site);
        terms.Add(terms.Body, document.Text);
        foreach (var review in document.ClaimReviews)
        {
            terms.Add(terms.Body, review.ClaimReviewed);
        }

        AddHashtags(terms, document.Hashtags);
    }

    /// <summary>Name, office and handle of the speaker; text.</summary>
    public static void Fill(FieldTerms terms, Claim claim)
    {
        terms.Clear();
        terms.Add(terms.Speaker, claim.Speaker.Name);
        terms.Add(terms.Speaker, claim.Speaker.Office);
        AddHandle(terms, claim.Speaker.Handle);
        terms.Add(terms.Body, claim.Text);
        AddHashtags(terms, claim.Hashtags);
        foreach (var handle in claim.Handles)
        {
            FieldTerms.AddTerm(terms.Body, Handle(handle));
        }
    }

    /// <summary>Name; handle; bio; user id and hashes as exact keys, and the location beside them, so that it is told from the bio. What the publisher hides is no text.</summary>
    public static void Fill(FieldTerms terms, Account account)
    {
        terms.Clear();
        var hidden = account.Hidden;
        if (!account.Hashed && !hidden.Contains("name"))
        {
            terms.Add(terms.Title, account.Name);
        }

        if (!account.Hashed && !hidden.Contains("handle"))
        {
            AddHandle(terms, account.Handle);
        }

        terms.Add(terms.Body, hidden.Contains("bio") ? null : account.Bio);
        terms.Add(terms.Keys, hidden.Contains("location") ? null : account.Location);
        AddKey(terms, account.UserId);
        AddKey(terms, account.Id);
        AddKey(terms, account.Handle);
        AddKey(terms, account.Hashed ? account.Name : "");
    }

    /// <summary>Text; the id as it is written where it was rounded, since no link can lead to the post then.</summary>
    public static void Fill(FieldTerms terms, Post post)
    {
        terms.Clear();
        terms.Add(terms.Body, post.Text);
        AddHashtags(terms, post.Hashtags);
        if (post.Flags.Contains("mangled-id"))
        {
            terms.Add(terms.Body, WrittenId(post.Id));
        }
    }

    /// <summary>Title and id; description.</summary>
    public static void Fill(FieldTerms terms, Release release)
    {
        terms.Clear();
        terms.Add(terms.Title, release.Title);
        terms.Add(terms.Title, release.Id);
        terms.Add(terms.Body, release.Description);
    }

    /// <summary>The term of a handle as a whole, whatever characters its platform allows.</summary>
    public static string Handle(string handle) => "@" + Whole(handle.TrimStart('@'));

    /// <summary>The term of a hashtag as a whole.</summary>
    public static string Hashtag(string hashtag) => "#" + Whole(hashtag.TrimStart('#', '＃'));

    /// <summary>The term of an exact key; capitals are marked, since the index takes no notice of case and hashes do.</summary>
    public static string Key(string key)
    {
        var term = new StringBuilder(key.Length + 8).Append('=');
        foreach (var c in key)
        {
            _ = char.IsAsciiLetterUpper(c) ? term.Append('^').Append((char)(c | 0x20)) : c is <= ' ' ? term.Append('_') : term.Append(c);
        }

        return term.ToString();
    }

    /// <summary>The id as its release writes it: without the platform, and without the mark that tells posts of one rounded id apart.</summary>
    private static string WrittenId(string postId)
    {
        var from = postId.IndexOf(':', StringComparison.Ordinal) + 1;
        var end = postId.LastIndexOf('~');
        return end < from ? postId[from..] : postId[from..end];
    }

    /// <summary>Folded like the analyzer's tags: no blanks, no apostrophes, cut to the longest term.</summary>
    private static string Whole(string name)
    {
        var folded = string.Concat(Analyzer.Fold(name).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\'' or '|')));
        return folded.Length > 127 ? folded[..127] : folded;
    }

    private static void AddHandle(FieldTerms terms, string? handle)
    {
        if (!string.IsNullOrEmpty(handle))
        {
            terms.Add(terms.Speaker, "@" + handle.TrimStart('@'));
            FieldTerms.AddTerm(terms.Speaker, Handle(handle));
        }
    }

    private static void AddHashtags(FieldTerms terms, IReadOnlyList<string> hashtags)
    {
        for (var i = 0; i < hashtags.Count; i++)
        {
            FieldTerms.AddTerm(terms.Body, Hashtag(hashtags[i]));
        }
    }

    private static void AddKey(FieldTerms terms, string key)
    {
        if (key.Length > 0)
        {
            FieldTerms.AddTerm(terms.Keys, Key(key));
        }
    }
}
