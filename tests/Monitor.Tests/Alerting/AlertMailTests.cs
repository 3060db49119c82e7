using Monitor.Core.Alerting;
using Monitor.Core.Alerting.Messages;
using Monitor.Core.Alerting.Wording;

namespace Monitor.Tests.Alerting;

public sealed class AlertMailTests
{
    private const string Base = "https://monitor.example";
    private const string Unsubscribe = Base + "/unsubscribe/abc";

    private static readonly MailOptions Options = new() { From = "monitor@monitor.example", BaseUrl = Base };

    [Fact]
    public void The_plain_text_tells_who_said_what_where_and_why_it_matched() => Golden.Check(AlertText.Write(SampleDigest.Of(), Base, Unsubscribe), "Alerting", "alert.txt");

    [Fact]
    public void The_html_escapes_every_foreign_word_and_marks_what_matched() => Golden.Check(AlertHtml.Write(SampleDigest.Of(), Base, Unsubscribe), "Alerting", "alert.html");

    [Theory]
    [InlineData("fa")]
    [InlineData("es")]
    [InlineData("fr")]
    public void Other_languages(string language) => Golden.Check(AlertHtml.Write(SampleDigest.Of(language), Base, Unsubscribe), "Alerting", $"alert-{language}.html");

    [Fact]
    public void Changes_of_the_evidence_in_a_storm() => Golden.Check(AlertHtml.Write(SampleDigest.Evidence(), Base, Unsubscribe), "Alerting", "evidence.html");

    [Fact]
    public void A_line_break_in_a_name_cannot_add_a_header()
    {
        var digest = SampleDigest.Of() with { Search = SampleDigest.Search() with { Name = "Zarif\r\nBcc: everyone@elsewhere.example" } };
        using var mail = AlertMail.Write(digest, SampleDigest.Delivery, Options, "abc");

        Assert.DoesNotContain('\n', mail.Subject);
        Assert.Empty(mail.Bcc);
        Assert.Equal("<m0@monitor.example>", mail.Headers["Message-ID"]);
        Assert.Equal("<zarif.searches.monitor.example>", mail.Headers["List-Id"]);
    }

    [Fact]
    public void One_click_is_promised_over_https_only()
    {
        using var safe = AlertMail.Write(SampleDigest.Of(), SampleDigest.Delivery, Options, "abc");
        using var plain = AlertMail.Write(SampleDigest.Of(), SampleDigest.Delivery, new MailOptions { From = Options.From, BaseUrl = "http://localhost:5080/" }, "abc");

        Assert.Equal($"<{Unsubscribe}>", safe.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", safe.Headers["List-Unsubscribe-Post"]);
        Assert.Equal("<http://localhost:5080/unsubscribe/abc>", plain.Headers["List-Unsubscribe"]);
        Assert.Null(plain.Headers["List-Unsubscribe-Post"]);
    }

    [Fact]
    public async Task A_mail_of_the_longest_items_stays_below_its_limit_as_sent_and_says_what_it_leaves_out()
    {
        var item = SampleDigest.Of().Items[1] with { Text = new string('ژ', 600), Folded = 0, Further = [.. Enumerable.Repeat(new AlertPlace(new string('ش', 200), "س", null, "https://namune.example/" + new string('a', 300)), 4)] };
        var digest = SampleDigest.Of() with { Items = [.. Enumerable.Repeat(item, DigestCollector.MostItems)], More = 0 };
        using var mail = AlertMail.Write(digest, SampleDigest.Delivery, Options, "abc");
        using var folder = new TemporaryFolder();
        await new Core.Alerting.Channels.FolderChannel(folder.Path).Send(mail, "m0", TestContext.Current.CancellationToken);

        Assert.InRange(new FileInfo(folder.At("m0.eml")).Length, 20_000, AlertMail.MostBytes);
        var text = AlertMail.Bodies(digest, Base, Unsubscribe).Text;
        var told = text.Split(item.Link).Length - 1;
        Assert.InRange(told, 5, DigestCollector.MostItems - 1);
        Assert.Contains($"and {DigestCollector.MostItems - told} more", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_language_has_every_sentence_with_the_same_blanks()
    {
        var english = Sentences(AlertWording.In("en"));
        Assert.Equal(["en", "fa", "es", "fr"], AlertWording.Languages);
        Assert.All(AlertWording.Languages, l =>
        {
            var sentences = Sentences(AlertWording.In(l));
            Assert.Equal(english.Keys.Order(), sentences.Keys.Order());
            Assert.All(sentences, s => Assert.Equal(Blanks(english[s.Key]), Blanks(s.Value)));

        });
    }

    [Fact]
    public void Foreign_words_are_not_taken_for_blanks() =>
        Assert.Equal("{n} of 3", AlertWording.Fill("{name} of {n}", ("name", "{n}"), ("n", "3")));

    private static Dictionary<string, string> Sentences(AlertWording words)
    {
        var sentences = words.Changes.ToDictionary(c => "change " + c.Key, c => c.Value);
        foreach (var kind in words.Kinds)
        {
            sentences["kind " + kind.Key] = kind.Value;
        }

        foreach (var property in typeof(AlertWording).GetProperties().Where(p => p.Name != "Language"))
        {
            switch (property.GetValue(words))
            {
                case string sentence:
                    sentences[property.Name] = sentence;
                    break;
                case Counted counted:
                    sentences[property.Name] = counted.Other;
                    break;
            }
        }

        return sentences;
    }

    private static IEnumerable<string> Blanks(string sentence) =>
        System.Text.RegularExpressions.Regex.Matches(sentence, "\\{[a-z]+\\}").Select(m => m.Value).Order(StringComparer.Ordinal);
}
