using Monitor.Core.Alerting;
using Monitor.Core.Model;

namespace Monitor.Tests.Alerting;

public sealed class AlertMailTests
{
    private static readonly MailOptions Options = new() { From = "monitor@monitor.example", BaseUrl = "http://localhost:5080" };

    [Fact]
    public void The_plain_text_tells_who_said_what_where() => Golden.Check(AlertMail.Text(Digest(), Options), "Alerting", "alert.txt");

    [Fact]
    public void The_html_escapes_every_foreign_word() => Golden.Check(AlertMail.Html(Digest(), Options), "Alerting", "alert.html");

    [Fact]
    public void A_line_break_in_a_name_cannot_add_a_header()
    {
        var digest = Digest() with { Search = Search("Zarif\r\nBcc: everyone@elsewhere.example") };
        using var mail = AlertMail.Write(digest, Delivery(), Options);

        Assert.DoesNotContain('\n', mail.Subject);
        Assert.Empty(mail.Bcc);
        Assert.Equal("<m0@monitor.example>", mail.Headers["Message-ID"]);
    }

    [Fact]
    public void A_long_digest_is_cut_and_says_so()
    {
        var digest = Digest() with { Items = [.. Enumerable.Repeat(Digest().Items[0], AlertMail.MaxItems + 3)] };

        Assert.Contains("and 3 more", AlertMail.Text(digest, Options), StringComparison.Ordinal);
        Assert.InRange(AlertMail.Html(digest, Options).Length, 1, 100_000);
    }

    private static AlertDigest Digest() => new(
        Search("What Zarif says"),
        [
            new AlertItem(
                "Javad Zarif (@JZarif), 2018-09-16",
                "Twitter has shuttered accounts of real Iranians, incl TV presenters & students",
                ["Sample page <script>alert(1)</script> (Sample Wire, 2018-09-17) https://wire.example/zarif?a=1&b=2"],
                "http://localhost:5080/claims/c1",
                ["Twitter: Iran (October 2018)"]),
            new AlertItem("وزیر خارجه", "حساب‌های ایرانیان واقعی بسته شده است", ["صفحهٔ نمونه (نمونه) https://namune.example/1"], "http://localhost:5080/claims/c2", []),
        ],
        Gone: 1);

    private static SavedSearch Search(string name) => new("zarif", name, "speaker:zarif \"real <b>Iranians\"", "claims", "desk@newsroom.example", Rhythm.AtOnce, DateTimeOffset.UnixEpoch);

    private static Delivery Delivery() => new("m0", "zarif", "<m0@monitor.example>", ["c1", "c2"], DeliveryState.Waiting, DateTimeOffset.UnixEpoch);
}
