using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Monitor.Core.Model;

namespace Monitor.Core.Alerting.Messages;

/// <summary>Writes an alert as a mail: plain text and HTML, a stable Message-ID, and headers by which mail programs sort it and end it.</summary>
public static class AlertMail
{
    /// <summary>Most bytes of a mail as sent. Readers such as Gmail cut the HTML of a message behind 102 KB.</summary>
    public const int MostBytes = 100_000;

    /// <summary>Room for the headers.</summary>
    private const int HeaderBytes = 4_000;

    /// <summary>The mail for a delivery.</summary>
    /// <param name="digest">What it tells.</param>
    /// <param name="delivery">The delivery, which has the Message-ID.</param>
    /// <param name="options">Sender and where readers reach Monitor.</param>
    /// <param name="unsubscribeKey">Secret that ends the mails of the search.</param>
    /// <exception cref="FormatException">The recipient is no mail address.</exception>
    public static MailMessage Write(AlertDigest digest, Delivery delivery, MailOptions options, string unsubscribeKey)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(options);
        var unsubscribe = $"{options.BaseUrl.TrimEnd('/')}/unsubscribe/{unsubscribeKey}";
        var (text, html) = Bodies(digest, options.BaseUrl, unsubscribe);
        var mail = new MailMessage(options.From, digest.Search.Recipient)
        {
            Subject = AlertLines.OneLine(new AlertLines(digest).Subject),
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        mail.Headers["Message-ID"] = delivery.MessageId;
        mail.Headers["List-Id"] = AlertLines.OneLine($"<{digest.Search.Id}.searches.{mail.From!.Host}>");
        mail.Headers["Auto-Submitted"] = "auto-generated";
        mail.Headers["List-Unsubscribe"] = $"<{unsubscribe}>";

        // One click is promised for https only, RFC 8058 section 3.1.
        if (unsubscribe.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            mail.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }

        mail.AlternateViews.Add(View(text, MediaTypeNames.Text.Plain));
        mail.AlternateViews.Add(View(html, MediaTypeNames.Text.Html));
        return mail;
    }

    /// <summary>Plain text and HTML with as many items as fit.</summary>
    internal static (string Text, string Html) Bodies(AlertDigest digest, string baseUrl, string unsubscribe)
    {
        for (var items = digest.Items.Count; ; items /= 2)
        {
            var cut = digest.Cut(items);
            var (text, html) = (AlertText.Write(cut, baseUrl, unsubscribe), AlertHtml.Write(cut, baseUrl, unsubscribe));
            if (items == 0 || Sent(text) + Sent(html) + HeaderBytes <= MostBytes)
            {
                return (text, html);
            }
        }
    }

    /// <summary>Bytes of a body in base64 with a line break after each 76 letters (RFC 2045, section 6.8).</summary>
    private static int Sent(string body) => (Encoding.UTF8.GetByteCount(body) + 2) / 3 * 4 * 78 / 76;

    private static AlternateView View(string body, string mediaType)
    {
        var view = AlternateView.CreateAlternateViewFromString(body, Encoding.UTF8, mediaType);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }
}
