using System.Globalization;
using System.Net;
using System.Text;

namespace Monitor.Core.Alerting.Messages;

/// <summary>Writes a message as HTML: every foreign word escaped, no pictures, nothing loaded, from right to left where the language is, light and dark.</summary>
public static class AlertHtml
{
    /// <summary>Colours have a contrast of at least 4.5 to 1 on their ground, light and dark (WCAG 2.2, 1.4.3).</summary>
    private const string Style =
        ":root{color-scheme:light dark}" +
        "body{font:16px/1.55 system-ui,-apple-system,\"Segoe UI\",\"Noto Sans\",\"Noto Sans Arabic\",sans-serif;margin:0;padding:1em;background:#fff;color:#1c1c1c;overflow-wrap:anywhere}" +
        "main,footer{max-width:40em;margin:0 auto}h1{font-size:1.25em;line-height:1.3;margin:0 0 .3em}h2{font-size:1.05em;margin:0 0 .3em}p{margin:.3em 0}a{color:#0b57a4}" +
        ".item{border-top:1px solid #c9c9c9;margin-top:1.1em;padding-top:1.1em}.q,.s{color:#555}.n{border-inline-start:4px solid #b3541e;padding-inline-start:.7em}" +
        "blockquote{margin:.5em 0;padding-inline-start:.8em;border-inline-start:3px solid #b9b9b9;white-space:pre-line}" +
        "mark{background:#ffe79a;color:#1c1c1c}ul{margin:.4em 0;padding-inline-start:1.2em}footer{margin-top:2em;color:#555}footer p{font-size:.85em}" +
        "@media(prefers-color-scheme:dark){body{background:#15171a;color:#e6e6e6}a{color:#8fbcff}.q,.s,footer{color:#b0b0b0}.item{border-color:#44474c}" +
        "blockquote{border-color:#5a5e64}mark{background:#6a5200;color:#fff}.n{border-color:#f0a06a}}";

    /// <summary>The whole page.</summary>
    /// <param name="digest">What it tells.</param>
    /// <param name="baseUrl">Where readers reach Monitor.</param>
    /// <param name="unsubscribe">Address that ends the mails; null for none.</param>
    public static string Write(AlertDigest digest, string baseUrl, string? unsubscribe)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(baseUrl);
        var lines = new AlertLines(digest);
        var words = lines.Words;
        var html = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{words.Language}\" dir=\"{(words.RightToLeft ? "rtl" : "ltr")}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
            .Append(CultureInfo.InvariantCulture, $"<meta name=\"color-scheme\" content=\"light dark\"><title>{Escape(lines.Subject)}</title><style>{Style}</style></head><body>\n<main>\n<h1>{Escape(lines.Intro)}</h1>\n")
            .Append(Fragment(digest))
            .Append(CultureInfo.InvariantCulture, $"</main>\n<footer>\n<p>{Escape(lines.Why)}</p>\n<p><a href=\"{Escape(baseUrl.TrimEnd('/'))}/searches#{Escape(digest.Search.Id)}\">{Escape(words.ThisSearch)}</a>");
        if (unsubscribe is not null)
        {
            html.Append(CultureInfo.InvariantCulture, $" · <a href=\"{Escape(unsubscribe)}\">{Escape(words.Unsubscribe)}</a>");
        }

        return html.Append("</p>\n</footer>\n</body></html>\n").ToString();
    }

    /// <summary>Query, notice, items and what is counted only: the part that feeds carry, too.</summary>
    public static string Fragment(AlertDigest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var lines = new AlertLines(digest);
        var html = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<p class=\"q\">{Escape(lines.Words.Query)}: <code dir=\"auto\">{Escape(digest.Search.Query)}</code></p>\n");
        if (lines.Notice is { } notice)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"n\">{Escape(notice)}</p>\n");
        }

        foreach (var item in digest.Items)
        {
            Write(html, item, lines);
        }

        foreach (var line in lines.Tail)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"item\">{Escape(line)}</p>\n");
        }

        return html.ToString();
    }

    private static void Write(StringBuilder html, AlertItem item, AlertLines lines)
    {
        var words = lines.Words;
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"item\">\n<h2 dir=\"auto\"><a href=\"{Escape(item.Link)}\">{Escape(item.Heading)}</a></h2>\n");
        if (item.What.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"n\">{Escape(item.What)}</p>\n");
        }

        if (item.Text.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<blockquote dir=\"auto\">{Marked(item)}</blockquote>\n");
        }

        if (item.Folded > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"s\">{Escape(words.Count(words.NearlySame, item.Folded))}</p>\n");
        }

        html.Append("<ul>\n");
        if (item.Differs.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{Escape(words.Differs)}: {string.Join(" · ", item.Differs.Select(c => $"{Side(c.Before, lines)} {lines.Arrow} {Side(c.After, lines)}"))}</li>\n");
        }

        if (item.First is { } first)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{Escape(words.FirstSeen)}: {Place(first, lines)}{(item.Outlets > 1 ? $"{lines.Comma}{Escape(words.Count(words.Outlets, item.Outlets))}" : "")}</li>\n");
        }

        foreach (var place in item.Further)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{Escape(words.Further)}: {Place(place, lines)}</li>\n");
        }

        if (item.Releases.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{Escape(words.Releases)}: {string.Join(" · ", item.Releases.Select(r => $"<bdi>{Escape(r)}</bdi>"))}</li>\n");
        }

        if (item.Source.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li class=\"s\"><bdi>{Escape(item.Source)}</bdi></li>\n");
        }

        html.Append("</ul>\n</div>\n");
    }

    /// <summary>A place; only an address that a browser opens as a page becomes a link.</summary>
    private static string Place(AlertPlace place, AlertLines lines)
    {
        // Each part by itself: a day among Persian words would be read backwards.
        var parts = new[] { $"<bdi>{Escape(place.Site)}</bdi>", $"<bdi dir=\"ltr\">{AlertLines.Day(place)}</bdi>" }.Where(p => !p.Contains("></", StringComparison.Ordinal));
        var text = $"<bdi>{Escape(place.Title)}</bdi> ({string.Join(lines.Comma, parts)})";
        return Uri.TryCreate(place.Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? $"<a href=\"{Escape(place.Url)}\" rel=\"noreferrer\">{text}</a>" : text;
    }

    private static string Side(string words, AlertLines lines) => words.Length == 0 ? Escape(lines.Words.NoWords) : Escape(lines.Side("\0")).Replace("\0", $"<bdi>{Escape(words)}</bdi>", StringComparison.Ordinal);

    private static string Marked(AlertItem item)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (var mark in item.Marks)
        {
            html.Append(Escape(item.Text[at..mark.Start])).Append("<mark>").Append(Escape(item.Text[mark.Start..mark.End])).Append("</mark>");
            at = mark.End;
        }

        return html.Append(Escape(item.Text[at..])).ToString();
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
