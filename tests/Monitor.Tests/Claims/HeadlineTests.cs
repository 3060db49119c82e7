using Monitor.Core.Claims;
using Monitor.Core.Model;

namespace Monitor.Tests.Claims;

public sealed class HeadlineTests
{
    [Theory]
    [InlineData("en", "Quill: The mill has shuttered its gates\nMara Quill spoke on Sunday.", "The mill has shuttered its gates", "Mara Quill")]
    [InlineData("fa", "کاظمی: کارخانه درهای خود را بست\nمریم کاظمی یکشنبه سخن گفت.", "کارخانه درهای خود را بست", "کاظمی")]
    [InlineData("en", "Mara Quill: “We never closed those schools.”", "We never closed those schools.", "Mara Quill")]
    public void A_name_and_a_colon_give_the_words_to_the_name(string language, string text, string words, string speaker)
    {
        var claim = Texts.Find(text, language).Claims[0];

        Assert.Equal((words, speaker), (claim.Text, claim.Speaker.Name));
    }

    [Theory]
    [InlineData("Perch Analytica: Everything you need to know about the harbour")]
    [InlineData("Harbour guide: the ships, the piers and the people")]
    public void A_topic_and_a_colon_give_no_claim(string text) => Assert.Empty(Texts.Find(text).Claims);

    [Fact]
    public void A_headline_that_the_text_leaves_out_has_its_place_at_the_beginning()
    {
        var found = new ClaimFinder().Find(Texts.Article("Mara Quill spoke in Norhaven.") with { Title = "Quill: The mill has shuttered its gates" });

        Assert.Equal("Mara Quill", Assert.Single(found.Claims).Speaker.Name);
        var place = Assert.Single(found.Appearances);
        Assert.Equal((0, 0, "The mill has shuttered its gates", "Quill"), (place.Start, place.End, place.Text, place.SpeakerText));
    }

    [Fact]
    public void Signed_words_belong_to_the_name_below_them() =>
        Assert.Equal("Mara Quill", Texts.Only("“We never closed those schools.” — Mara Quill").Speaker.Name);

    [Theory]
    [InlineData("fr", "Pour produire plus, la fabrique a ouvert une école.")]
    [InlineData("fr", "La fabrique a fermé pour la première fois en mai.")]
    public void A_purpose_is_no_source(string language, string text) => Assert.Empty(Texts.Find(text, language).Claims);

    [Theory]
    [InlineData("es", "\"La compañía crece - dijo Mara Quill - gracias a los barcos\".", "La compañía crece gracias a los barcos")]
    [InlineData("fr", "« Elles sont ouvertes », a-t-elle ajouté après la visite de Mara Quill.", "Elles sont ouvertes")]
    public void The_words_are_kept_without_their_attribution(string language, string text, string words) => Assert.Equal(words, Texts.Only(text, language).Text);

    [Fact]
    public void An_attribution_within_the_marks_breaks_the_quotation()
    {
        var found = Texts.Find("«Мы никогда не закрывали эти школы, — сказала Мара Квилл. — Они открыты».", "ru");

        var claim = Assert.Single(found.Claims);
        Assert.Equal(("Мы никогда не закрывали эти школы, Они открыты", "Мара Квилл"), (claim.Text, claim.Speaker.Name));
        Assert.Equal(2, Assert.Single(found.Appearances).Pieces.Count);
        Assert.Equal(ClaimKind.Quote, claim.Kind);
    }
}
