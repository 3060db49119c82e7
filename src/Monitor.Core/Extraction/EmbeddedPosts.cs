using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Monitor.Core.Model;

namespace Monitor.Core.Extraction;

/// <summary>
/// Recognises the embed codes of the platforms (Twitter/X, Instagram, Facebook, TikTok, Mastodon, Bluesky, Telegram, AMP's elements) and plain quotations
/// that end in a post's signature.
/// </summary>
internal sealed partial class EmbeddedPosts
{
    private int read;

    /// <summary>The post that an element embeds, or null.</summary>
    public PostDraft? Read(IElement element)
    {
        if (read >= Limits.Posts)
        {
            return null;
        }

        var post = element.LocalName switch
        {
            "blockquote" => Quotation(element),
            "div" or "section" or "figure" => Box(element),
            "amp-twitter" => Reference("twitter", element.GetAttribute("data-tweetid"), id => $"https://twitter.com/i/status/{id}"),
            "amp-instagram" => Reference("instagram", element.GetAttribute("data-shortcode"), id => $"https://www.instagram.com/p/{id}/"),
            "amp-facebook" => element.GetAttribute("data-href") is { } href ? new("facebook", "", "", "", null, href) : null,
            "script" => Telegram(element.GetAttribute("data-telegram-post")),
            "iframe" => Frame(element.GetAttribute("src")),
            _ => null,
        };
        read += post is null ? 0 : 1;
        return post;
    }

    private static PostDraft? Quotation(IElement element)
    {
        var names = element.ClassName ?? "";
        var platform = Platform(names);
        if (platform.Length == 0 && element.HasAttribute("data-bluesky-uri"))
        {
            platform = "bluesky";
        }

        if (platform.Length == 0 && element.TextContent.Length > 3000)
        {
            return null;
        }

        var text = Visible(element);
        var links = element.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).ToList();
        var url = element.GetAttribute("data-instgrm-permalink") ?? element.GetAttribute("cite") ?? element.GetAttribute("data-embed-url")
            ?? links.LastOrDefault(l => Permalink().IsMatch(l)) ?? "";
        if (PostSignature.ReadEnd(text) is { } found)
        {
            var (words, signature) = found;
            return new(platform, signature.Author, signature.Handle, words, signature.Date, Clean(url));
        }

        if (platform.Length == 0)
        {
            return null;
        }

        return Shared().Match(text) is { Success: true } shared
            ? new(platform, shared.Groups["name"].Value.Trim(), shared.Groups["handle"].Value, text[..shared.Index].Trim(), DateOf(element, shared.Groups["date"].Value), Clean(url))
            : new(platform, "", HandleOf(url), text, DateOf(element, ""), Clean(url));
    }

    private static PostDraft? Box(IElement element)
    {
        if (element.ClassName is not { } names)
        {
            return null;
        }

        if (element.ClassList.Contains("fb-post") && element.GetAttribute("data-href") is { } href)
        {
            var words = string.Join('\n', element.QuerySelectorAll("p").Select(Line).Where(t => t.Length > 0));
            var author = PostedBy().Match(Visible(element));
            return new("facebook", author.Groups["name"].Value.Trim(), "", words, DateText.Read(author.Groups["date"].Value), Clean(href));
        }

        // Some sites wrap the quotation; then the walk meets it by itself.
        return names.Contains("twitter-tweet", StringComparison.Ordinal) && element.QuerySelector("blockquote") is null ? Quotation(element) : null;
    }

    private static PostDraft? Telegram(string? post) =>
        post is { Length: > 3 and < 100 } && post.Split('/') is [{ Length: > 0 } channel, ..] ? new("telegram", "", channel, "", null, $"https://t.me/{post}") : null;

    private static PostDraft? Frame(string? source)
    {
        if (source is null || source.Length > 2000)
        {
            return null;
        }

        return TweetFrame().Match(source) is { Success: true } tweet ? new("twitter", "", "", "", null, $"https://twitter.com/i/status/{tweet.Groups[2].Value}") : null;
    }

    private static PostDraft? Reference(string platform, string? id, Func<string, string> url) =>
        id is { Length: > 0 and < 80 } && id.All(c => char.IsLetterOrDigit(c) || c is '-' or '_') ? new(platform, "", "", "", null, url(id)) : null;

    private static string Platform(string names) => names switch
    {
        _ when names.Contains("twitter-", StringComparison.Ordinal) => "twitter",
        _ when names.Contains("instagram-media", StringComparison.Ordinal) => "instagram",
        _ when names.Contains("tiktok-embed", StringComparison.Ordinal) => "tiktok",
        _ when names.Contains("mastodon-embed", StringComparison.Ordinal) => "mastodon",
        _ when names.Contains("bluesky-embed", StringComparison.Ordinal) => "bluesky",
        _ when names.Contains("text-post-media", StringComparison.Ordinal) => "threads",
        _ when names.Contains("fb-xfbml-parse-ignore", StringComparison.Ordinal) => "facebook",
        _ => "",
    };

    /// <summary>Words with blanks collapsed and a line feed between paragraphs.</summary>
    private static string Visible(IElement element)
    {
        var paragraphs = new ParagraphText();
        var lines = new List<string>();
        Walk(element);
        Take();
        return string.Join('\n', lines);

        void Walk(INode node)
        {
            foreach (var child in node.ChildNodes)
            {
                if (child is IText text)
                {
                    paragraphs.Append(text.Data);
                }
                else if (child is IElement { LocalName: not ("script" or "style" or "svg" or "noscript") } below)
                {
                    var block = below.LocalName is "p" or "div" or "br" or "section" or "footer";
                    if (block)
                    {
                        Take();
                    }

                    Walk(below);
                    if (block)
                    {
                        Take();
                    }
                }
            }
        }

        void Take()
        {
            if (paragraphs.Take().Text is { Length: > 0 } line)
            {
                lines.Add(line);
            }
        }
    }

    private static string Line(IElement element) => Visible(element).Replace('\n', ' ');

    private static PartialDate? DateOf(IElement element, string printed) => DateText.Read(element.QuerySelector("time")?.GetAttribute("datetime")) ?? DateText.Read(printed);

    private static string HandleOf(string url) => Permalink().Match(url) is { Success: true } m ? m.Groups["handle"].Value.TrimStart('@') : "";

    private static string Clean(string url) => url.Length > 2000 || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") ? "" : Text.CanonicalUrl.Of(url);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^https?://([a-z]+\.)?((twitter|x)\.com/(?<handle>[A-Za-z0-9_]+)/status(es)?/[0-9]+|bsky\.app/profile/(?<handle>[^/]+)/post/|instagram\.com/(p|reel)/|threads\.net/@?(?<handle>[^/]+)/post/|tiktok\.com/@(?<handle>[^/]+)/video/|t\.me/(?<handle>[^/]+)/[0-9]+|[^/]+/@(?<handle>[^/]+)/[0-9]+)", Options)]
    private static partial Regex Permalink();

    [GeneratedRegex(@"(A |An )?(post|photo|video|reel)? ?(shared|posted) by (?<name>[^(]{1,80})\(@(?<handle>[A-Za-z0-9_.]{1,40})\)( on (?<date>.{4,40}))?", Options)]
    private static partial Regex Shared();

    [GeneratedRegex(@"Posted by (?<name>.{1,80}?) on\s+(\w+, )?(?<date>[^\n]{4,40})", Options)]
    private static partial Regex PostedBy();

    [GeneratedRegex(@"^(https?:)?//platform\.twitter\.com/embed/.{0,200}[?&]id=([0-9]{5,25})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TweetFrame();
}
