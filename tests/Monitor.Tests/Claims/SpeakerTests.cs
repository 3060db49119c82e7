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

    [Theory]
    [InlineData("en", "Mara Quill said on Sunday that the port was open.", "2021-03-07")]
    [InlineData("en", "Mara Quill said in August that the port was open.", "2020-08")]
    [InlineData("en", "Mara Quill said last October that the port was open.", "2020-10")]
    [InlineData("en", "Mara Quill said on 5 May 2019 that the port was open.", "2019-05-05")]
    [InlineData("en", "Mara Quill said yesterday that the port was open.", "2021-03-09")]
    [InlineData("es", "Mara Quill afirmó el domingo que el puerto estaba abierto.", "2021-03-07")]
    [InlineData("fr", "Mara Quill a affirmé dimanche que le port était ouvert.", "2021-03-07")]
    [InlineData("fa", "مریم کاظمی روز یکشنبه گفت که بندر باز است.", "2021-03-07")]
    [InlineData("ar", "قالت مريم كاظمي يوم الأحد إن الميناء مفتوح أمام السفن.", "2021-03-07")]
    public void The_date_said_is_counted_back_from_the_publication(string language, string text, string expected) =>
        Assert.Equal(expected, Texts.Only(text, language).Said?.ToString());
}
