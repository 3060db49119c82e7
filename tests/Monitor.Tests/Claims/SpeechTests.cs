using Monitor.Core.Claims;
using Monitor.Core.Model;

namespace Monitor.Tests.Claims;

/// <summary>Forms of reported speech, refusal and statement beyond the plain ones, in several languages.</summary>
public sealed class SpeechTests
{
    [Theory]
    [InlineData("Perch said it had closed 284 accounts for “coordinated noise” and that many of them came from Norland.", "it had closed 284 accounts for “coordinated noise” and that many of them came from Norland")]
    [InlineData("Perch also said it had removed four accounts that it linked to a press office.", "it had removed four accounts that it linked to a press office")]
    [InlineData("Quill said that was wrong.", "that was wrong")]
    public void A_clause_without_a_complementiser_is_kept_whole(string sentence, string content) =>
        Assert.Equal(content, Assert.Single(Find(sentence, "en").Claims).Text);

    [Fact]
    public void A_later_that_clause_is_found_behind_a_listener() =>
        Assert.Equal("the pier would close in May", Assert.Single(Find("Quill told reporters in Norhaven that the pier would close in May.", "en").Claims).Text);

    [Theory]
    [InlineData("A year ago a minister wrote some forty words to a skipper.")]
    [InlineData("The clerks read every page that is not empty.")]
    [InlineData("As you say, the water was cold and the boats were late.")]
    [InlineData("She lost the swing states in the north and in the west of the country.")]
    public void What_reports_nothing_is_no_claim(string sentence) => Assert.Empty(Find(sentence, "en").Claims);

    [Fact]
    public void Things_that_are_counted_do_not_speak()
    {
        var claim = Assert.Single(Find("Fewer than 100 of the 770 accounts claimed to be in Norland, Perch said on 27 August.", "en").Claims);

        Assert.Equal(("Perch", "Fewer than 100 of the 770 accounts claimed to be in Norland"), (claim.Speaker.Name, claim.Text));
    }

    [Theory]
    [InlineData("es", "El ministro de Exteriores de Irán, Aram Nuri, acusó el domingo a Telegram de cerrar cuentas.", "Aram Nuri")]
    [InlineData("ar", "اتهم وزير الخارجية الإيراني آرام نوري شركة تلغرام يوم الأحد بإغلاق حسابات.", "آرام نوري")]
    [InlineData("fa", "آرام نوری، وزیر امور خارجه ایران، یکشنبه در پیامی شرکت تلگرام را به بستن حساب‌ها متهم کرد.", "آرام نوری")]
    public void An_accusation_is_its_accusers_claim_of_that_day(string language, string sentence, string accuser)
    {
        var claim = Assert.Single(Find(sentence, language, new DateTimeOffset(2018, 9, 17, 9, 0, 0, TimeSpan.Zero)).Claims);

        Assert.Equal((ClaimKind.Reported, accuser, "2018-09-16"), (claim.Kind, claim.Speaker.Name, claim.Said.ToString()));
    }

    [Theory]
    [InlineData("en", "Telegram declined on Monday to comment on the letter.", "Telegram")]
    [InlineData("es", "La empresa no quiso ayer hacer comentarios.", "empresa")]
    [InlineData("ar", "وامتنعت تلغرام عن التعليق على كلام الوزير.", "تلغرام")]
    [InlineData("fa", "تلگرام از اظهار نظر درباره این پیام خودداری کرد.", "تلگرام")]
    public void A_refusal_to_comment_is_a_response(string language, string sentence, string who)
    {
        var claim = Assert.Single(Find(sentence, language).Claims);

        Assert.Equal((ClaimKind.Response, who), (claim.Kind, claim.Speaker.Name));
    }

    [Fact]
    public void A_quotation_over_two_paragraphs_belongs_to_who_ends_it()
    {
        var found = Find("The clerk put it more carefully. “We looked for skippers first. There are several in the lists.\n“A list is a claim as well. It shows nobody,” the archivist said.", "en");

        Assert.Equal(2, found.Claims.Count);
        Assert.All(found.Claims, c => Assert.Equal("archivist", c.Speaker.Name));
    }

    [Fact]
    public void A_clause_that_a_quotation_finishes_is_kept_whole() =>
        Assert.Equal(
            "Another 2,865 accounts “used a range of false names to talk about the harbour”",
            Assert.Single(Find("Another 2,865 accounts “used a range of false names to talk about the harbour”, Perch said.", "en").Claims).Text);

    [Fact]
    public void A_count_in_the_passive_is_nobodys_unless_an_agent_is_named()
    {
        Assert.Equal("", Assert.Single(Find("In May 2,865 accounts had been removed.", "en").Claims).Speaker.Name);
        Assert.Equal("Telegram", Assert.Single(Find("By then 2,865 accounts had been removed by Telegram.", "en").Claims).Speaker.Name);
        Assert.Equal("", Assert.Single(Find("تا آن روز ۲٬۸۶۵ حساب حذف شدند.", "fa").Claims).Speaker.Name);
    }

    [Fact]
    public void The_counts_of_an_official_page_are_its_publishers()
    {
        var claim = Assert.Single(Find("The sample holds 84 accounts and 3,000 posts. It is meant for tests.", "en", kind: DocumentKind.Statement).Claims);

        Assert.Equal((ClaimKind.Statement, "Perch Transparency"), (claim.Kind, claim.Speaker.Name));
    }

    [Fact]
    public void What_a_fact_check_finds_is_its_own_and_what_it_repeats_is_not()
    {
        var claim = Assert.Single(Find("The claim: Telegram deleted 5,000 accounts. Telegram did not name any account.", "en", kind: DocumentKind.Factcheck).Claims);

        Assert.Equal(("Telegram did not name any account.", "Perch Transparency"), (claim.Text, claim.Speaker.Name));
    }

    [Fact]
    public void The_date_nearest_to_the_words_is_theirs()
    {
        var published = new DateTimeOffset(2018, 8, 22, 1, 0, 0, TimeSpan.Zero);
        var document = new Document("d", DocumentKind.Article, "", "Updated 28 August 2018: Perch said on 27 August that it had closed 486 more accounts.") { Language = "en", Published = published, Modified = published.AddDays(6) };

        Assert.Equal("2018-08-27", Assert.Single(new ClaimFinder().Find(document).Claims).Said.ToString());
    }

    private static FoundClaims Find(string text, string language, DateTimeOffset? published = null, DocumentKind kind = DocumentKind.Article) =>
        new ClaimFinder().Find(new Document("d", kind, "", text) { Language = language, Published = published, Site = "Perch Transparency" });
}
