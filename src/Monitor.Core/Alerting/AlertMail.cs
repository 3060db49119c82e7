using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Monitor.Core.Model;

namespace Monitor.Core.Alerting;

/// <summary>Writes an alert as a mail: plain text and HTML, escaped, with a stable Message-ID, readable without pictures and from right to left.</summary>
public static class AlertMail
{
    /// <summary>Most items told in one mail; the rest is counted and linked, which keeps a mail well under 100 KB.</summary>
    public const int MaxItems = 40;

    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:40em;margin:1em auto;padding:0 1em;color-scheme:light dark}" +
        "blockquote{margin:.5em 0;padding-inline-start:1em;border-inline-start:3px solid #8888}h2{font-size:1em;margin:1.5em 0 0}small,li{color:GrayText}";

    /// <summary>The mail for a delivery.</summary>
    public static MailMessage Write(AlertDigest digest, Delivery delivery, MailOptions options)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(options);
        var mail = new MailMessage(options.From, digest.Search.Recipient)
        {
            Subject = OneLine($"Monitor: {Count(digest)} for “{digest.Search.Name}”"),
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        mail.Headers["Message-ID"] = delivery.MessageId;
        mail.Headers["List-Id"] = OneLine($"<{digest.Search.Id}.searches.{new MailAddress(options.From).Host}>");
        mail.Headers["Auto-Submitted"] = "auto-generated";
        mail.AlternateViews.Add(View(Text(digest, options), MediaTypeNames.Text.Plain));
        mail.AlternateViews.Add(View(Html(digest, options), MediaTypeNames.Text.Html));
        return mail;
    }

    /// <summary>The body as plain text.</summary>
    public static string Text(AlertDigest digest, MailOptions options)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(options);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Count(digest)} in {digest.Search.In} for your saved search “{digest.Search.Name}”\nQuery: {digest.Search.Query}\n");
        foreach (var item in digest.Items.Take(MaxItems))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{OneLine(item.Heading)}\n    {item.Text.ReplaceLineEndings("\n    ")}\n");
            foreach (var place in item.Places)
            {
                text.Append(CultureInfo.InvariantCulture, $"  - {OneLine(place)}\n");
            }

            if (item.Releases.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"  Releases that could bear on it: {string.Join("; ", item.Releases)}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"  {item.Link}\n");
        }

        foreach (var line in Tail(digest))
        {
            text.Append('\n').Append(line).Append('\n');
        }

        return text.Append(CultureInfo.InvariantCulture, $"\nYou receive this because the search is saved for {digest.Search.Recipient}. All saved searches: {options.BaseUrl}/searches\n").ToString();
    }

    /// <summary>The body as HTML; every foreign word is escaped.</summary>
    public static string Html(AlertDigest digest, MailOptions options)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(options);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Monitor alert</title><style>{Style}</style></head><body>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>{Count(digest)} in {Escape(digest.Search.In)} for your saved search <strong dir=\"auto\">{Escape(digest.Search.Name)}</strong><br>Query: <code dir=\"auto\">{Escape(digest.Search.Query)}</code></p>\n");
        foreach (var item in digest.Items.Take(MaxItems))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2 dir=\"auto\"><a href=\"{Escape(item.Link)}\">{Escape(item.Heading)}</a></h2>\n<blockquote dir=\"auto\">{Escape(item.Text)}</blockquote>\n<ul>\n");
            foreach (var place in item.Places)
            {
                html.Append(CultureInfo.InvariantCulture, $"<li dir=\"auto\">{Escape(place)}</li>\n");
            }

            if (item.Releases.Count > 0)
            {
                html.Append(CultureInfo.InvariantCulture, $"<li>Releases that could bear on it: {Escape(string.Join("; ", item.Releases))}</li>\n");
            }

            html.Append("</ul>\n");
        }

        foreach (var line in Tail(digest))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Escape(line)}</p>\n");
        }

        return html.Append(CultureInfo.InvariantCulture, $"<p><small>You receive this because the search is saved for {Escape(digest.Search.Recipient)}. <a href=\"{Escape(options.BaseUrl)}/searches\">All saved searches</a></small></p>\n</body></html>\n").ToString();
    }

    private static IEnumerable<string> Tail(AlertDigest digest)
    {
        if (digest.Items.Count > MaxItems)
        {
            yield return $"and {digest.Items.Count - MaxItems} more: run the query in Monitor to see them all.";
        }

        if (digest.Gone > 0)
        {
            yield return $"{digest.Gone} more matched when found and are no longer in the corpus (a page was changed or taken away).";
        }
    }

    private static string Count(AlertDigest digest) => digest.Items.Count == 1 ? "1 new match" : $"{digest.Items.Count} new matches";

    private static AlternateView View(string body, string mediaType) => AlternateView.CreateAlternateViewFromString(body, Encoding.UTF8, mediaType);

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Header values must not carry line breaks: a name with one could add headers of its own.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
