using Monitor.Core.Claims;
using Monitor.Core.Model;

namespace Monitor.Tests.Claims;

public sealed class SpeakerTests
{
    [Fact]
    public void A_surname_an_office_and_a_pronoun_mean_the_person_named_in_full_before()
    {
        var found = Texts.Find("Ruritanian Foreign Minister Mara Jane Quill arrived. Quill said that the port was open. He said that the roads were open. The foreign minister added that the mill was open.");

        Assert.All(found.Claims, c => Assert.Equal("Mara Jane Quill", c.Speaker.Name));
        Assert.Equal(["Quill", "He", "The foreign minister"], found.Appearances.Select(a => a.SpeakerText));
        Assert.Equal("Foreign Minister", found.Claims[0].Speaker.Office);
    }

    [Fact]
    public void A_pronoun_without_anyone_before_it_stays_unknown()
    {
        Assert.Equal("", Texts.Only("He said that the port was open again.").Speaker.Name);
    }

    [Fact]
    public void A_spokesperson_speaks_for_the_organisation()
    {
        Assert.Equal("Acme", Texts.Only("An Acme spokesperson said that the port was open.").Speaker.Name);
        Assert.Equal("Acme Shipping", Texts.Only("A spokesman for Acme Shipping said that the port was open.").Speaker.Name);
    }

    [Fact]
    public void The_author_of_an_embedded_post_and_the_longer_name_in_the_article_are_one_speaker()
    {
        const string text = "Mara Jane Quill wrote on Sunday.\n“The port was closed to honest sailors, (including) captains,” Quill wrote.\n“Who will look at the harbour board now?” she went on to say.";
        var post = new EmbeddedPost("d-post", "Jane Quill", "JQuill", "The port was closed to honest sailors, incl captains. Who will look at the harbour board now? #OpenIt https://t.example/x", PartialDate.Day(2021, 3, 7), "", ["OpenIt"], -1, -1);

        var found = new ClaimFinder().Find(Texts.Article(text) with { Posts = [post] });

        var claim = Assert.Single(found.Claims);
        Assert.Equal((ClaimKind.Post, "Jane Quill", "JQuill"), (claim.Kind, claim.Speaker.Name, claim.Speaker.Handle));
        Assert.Equal("2021-03-07", claim.Said.ToString());
        Assert.Equal(2, found.Appearances.Count);
        Assert.Equal([new WordChange("incl", "(including)")], found.Appearances[0].Differences);
        Assert.Empty(found.Appearances[1].Differences);
    }

    [Fact]
    public void A_post_alone_and_the_same_post_embedded_are_one_claim()
    {
        const string words = "The port was closed to honest sailors, incl captains. #OpenIt https://t.example/x";
        var alone = new Document("d-post", DocumentKind.Post, "https://example.org/p", words) { Authors = ["Jane Quill"], Handle = "JQuill", Language = "en" };
        var page = Texts.Article("A page.") with { Posts = [new("d-post", "Jane Quill", "JQuill", words, null, "", ["OpenIt"], -1, -1)] };

        Assert.Equal(Assert.Single(new ClaimFinder().Find(alone).Claims).Id, Assert.Single(new ClaimFinder().Find(page).Claims).Id);
    }

    [Fact]
    public void An_office_before_a_name_and_a_handle_behind_it_go_with_the_person()
    {
        var found = Texts.Find("Iran’s foreign minister, Mara Quill (@MaraQuill), spoke in Norhaven. The minister said that the port was open.");

        var speaker = Assert.Single(found.Claims).Speaker;
        Assert.Equal(("Mara Quill", "MaraQuill", "foreign minister", "IR"), (speaker.Name, speaker.Handle, speaker.Office, speaker.Country));
    }

    [Theory]
    [InlineData("The mill was bought by Mara Quill, who said that it was open.", "who")]
    [InlineData("Mara Quill closed the mill, saying that it had lost money for years.", "Mara Quill")]
    [InlineData("Mara Quill laughed and said the mill would open again in spring.", "Mara Quill")]
    [InlineData("As Mara Quill told reporters, the mill had lost money for years.", "Mara Quill")]
    [InlineData("In other words, explained Mara Quill: “We never closed those schools.”", "Mara Quill")]
    public void The_subject_may_stand_far_from_its_verb(string text, string written)
    {
        var found = Texts.Find(text);

        Assert.Equal("Mara Quill", Assert.Single(found.Claims).Speaker.Name);
        var place = Assert.Single(found.Appearances);
        Assert.Equal(written, place.SpeakerText);
        Assert.Equal(written, text.Substring(place.SpeakerStart, written.Length));
    }

    [Fact]
    public void An_organisation_named_again_by_its_kind_is_the_same()
    {
        var found = Texts.Find("Twitter said that it had acted on Monday. The company added that more would follow.");

        Assert.Equal(["Twitter", "Twitter"], found.Claims.Select(c => c.Speaker.Name));
    }

    [Theory]
    [InlineData("es", "Según el ministro de Exteriores de Irán, Aram Nuri, el puerto está abierto.", "Aram Nuri", "el puerto está abierto")]
    [InlineData("fr", "Selon le ministre iranien des Affaires étrangères, Aram Nuri, le port est ouvert.", "Aram Nuri", "le port est ouvert")]
    [InlineData("fa", "به گفته وزیر امور خارجه ایران، آرام نوری، بندر باز است.", "آرام نوری", "بندر باز است")]
    public void The_name_behind_an_office_is_no_part_of_the_words(string language, string text, string name, string words)
    {
        var claim = Texts.Only(text, language);

        Assert.Equal((name, "IR", words), (claim.Speaker.Name, claim.Speaker.Country, claim.Text));
    }

    [Fact]
    public void A_sentence_may_give_its_words_to_two_speakers()
    {
        var found = Texts.Find("Mara Quill told the board that the mill had closed, the Norhaven Times reported on Sunday.");

        Assert.Equal(["Norhaven Times", "Mara Quill"], found.Claims.Select(c => c.Speaker.Name).Order(StringComparer.Ordinal).Reverse());
    }

    [Theory]
    [InlineData("en", "Mara Quill said on Sunday that the port was open.", "2021-03-07")]
    [InlineData("en", "Mara Quill said in August that the port was open.", "2020-08")]
    [InlineData("en", "Mara Quill said last October that the port was open.", "2020-10")]
    [InlineData("en", "Mara Quill said on 5 May 2019 that the port was open.", "2019-05-05")]
    [InlineData("en", "Mara Quill said yesterday that the port was open.", "2021-03-09")]
    [InlineData("en", "Mara Quill said on Oct. 17, 2018, that the port was open.", "2018-10-17")]
    [InlineData("en", "Mara Quill said on 2018-10-17 that the port was open.", "2018-10-17")]
    [InlineData("en", "Mara Quill said on 17 March that the port was open.", "2020-03-17")]
    [InlineData("en", "Mara Quill said last month that the port was open.", "2021-02")]
    [InlineData("en", "Mara Quill said last year that the port was open.", "2020")]
    [InlineData("en", "Mara Quill said three days ago that the port was open.", "2021-03-07")]
    [InlineData("en", "Mara Quill said in 2018 that the port was open.", "2018")]
    [InlineData("es", "Mara Quill afirmó el 17 de octubre de 2018 que el puerto estaba abierto.", "2018-10-17")]
    [InlineData("es", "Mara Quill afirmó el mes pasado que el puerto estaba abierto.", "2021-02")]
    [InlineData("es", "Mara Quill afirmó hace tres días que el puerto estaba abierto.", "2021-03-07")]
    [InlineData("fr", "Mara Quill a affirmé il y a trois jours que le port était ouvert.", "2021-03-07")]
    [InlineData("fr", "Mara Quill a affirmé en octobre dernier que le port était ouvert.", "2020-10")]
    [InlineData("de", "Mara Quill sagte am 17. Oktober 2018, dass der Hafen offen sei.", "2018-10-17")]
    [InlineData("de", "Mara Quill sagte vor drei Tagen, dass der Hafen offen sei.", "2021-03-07")]
    [InlineData("ru", "Мара Квилл заявила в прошлом месяце, что порт открыт.", "2021-02")]
    [InlineData("ru", "Мара Квилл заявила 17 октября 2018 года, что порт открыт.", "2018-10-17")]
    [InlineData("fa", "مریم کاظمی ۲۵ شهریور ۱۳۹۷ گفت که بندر باز است.", "2018-09-16")]
    [InlineData("fa", "مریم کاظمی روز ۱۳۹۷/۰۶/۲۵ گفت که بندر باز است.", "2018-09-16")]
    [InlineData("fa", "مریم کاظمی سه‌شنبه ۲۵ شهریور ۱۳۹۷ گفت که بندر باز است.", "2018-09-16")]
    [InlineData("fa", "مریم کاظمی در شهریور ۱۳۹۷ گفت که بندر باز است.", "2018-08")]
    [InlineData("fa", "مریم کاظمی در سال ۱۳۹۷ گفت که بندر باز است.", "2018")]
    [InlineData("fa", "مریم کاظمی ۱۷ اکتبر ۲۰۱۸ گفت که بندر باز است.", "2018-10-17")]
    [InlineData("fa", "مریم کاظمی ماه گذشته گفت که بندر باز است.", "2021-02")]
    [InlineData("ar", "قالت مريم كاظمي في 17 تشرين الأول 2018 إن الميناء مفتوح.", "2018-10-17")]
    [InlineData("ar", "قالت مريم كاظمي العام الماضي إن الميناء مفتوح.", "2020")]
    [InlineData("es", "Mara Quill afirmó el domingo que el puerto estaba abierto.", "2021-03-07")]
    [InlineData("fr", "Mara Quill a affirmé dimanche que le port était ouvert.", "2021-03-07")]
    [InlineData("fa", "مریم کاظمی روز یکشنبه گفت که بندر باز است.", "2021-03-07")]
    [InlineData("ar", "قالت مريم كاظمي يوم الأحد إن الميناء مفتوح أمام السفن.", "2021-03-07")]
    public void The_date_said_is_counted_back_from_the_publication(string language, string text, string expected) =>
        Assert.Equal(expected, Texts.Only(text, language).Said?.ToString());
}
