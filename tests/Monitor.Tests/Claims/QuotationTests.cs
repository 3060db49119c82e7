using Monitor.Core.Claims;
using Monitor.Core.Model;

namespace Monitor.Tests.Claims;

public sealed class QuotationTests
{
    [Theory]
    [InlineData("He said “one two three four” and left.", "one two three four")]
    [InlineData("He said \"one two three four\" and left.", "one two three four")]
    [InlineData("He said ‘one two don’t four’ and left.", "one two don’t four")]
    [InlineData("He said 'one two don't four' and left.", "one two don't four")]
    [InlineData("Il a dit « un deux trois quatre » hier.", "un deux trois quatre")]
    [InlineData("Er sagte „eins zwei drei vier“ und ging.", "eins zwei drei vier")]
    [InlineData("Er sagte »eins zwei drei vier« und ging.", "eins zwei drei vier")]
    [InlineData("Он сказал «один „два три“ четыре» вчера.", "один „два три“ четыре")]
    [InlineData("She said “one ‘two three’ four” then.", "one ‘two three’ four")]
    [InlineData("The students' union met in the '90s.", "")]
    [InlineData("A 6\" pipe and a 7\" pipe.", "")]
    public void Every_style_of_marks_is_read(string text, string expected)
    {
        Assert.Equal(expected, string.Join('|', QuotationFinder.Find(text).Select(q => q.Inner.Of(text))));
    }

    [Fact]
    public void A_quotation_over_several_paragraphs_goes_on_until_it_is_closed()
    {
        const string text = "“This is the first part of it.\n“This is the second part of it,” Mara Quill said.";

        var found = QuotationFinder.Find(text);

        Assert.Equal(2, found.Count);
        Assert.True(found[0].Open);
        Assert.True(found[1].Continues);
    }

    [Theory]
    [InlineData("en", "“We never closed those schools,” said Mara Quill.", "We never closed those schools,", "Mara Quill")]
    [InlineData("en", "Mara Quill said: “We never closed those schools.”", "We never closed those schools.", "Mara Quill")]
    [InlineData("en", "“Did we close those schools?” Mara Quill asked.", "Did we close those schools?", "Mara Quill")]
    [InlineData("es", "«Nunca cerramos esas escuelas», dijo Mara Quill.", "Nunca cerramos esas escuelas", "Mara Quill")]
    [InlineData("fr", "« Nous n'avons jamais fermé ces écoles », a déclaré Mara Quill.", "Nous n'avons jamais fermé ces écoles", "Mara Quill")]
    [InlineData("de", "„Wir haben diese Schulen nie geschlossen“, sagte Mara Quill.", "Wir haben diese Schulen nie geschlossen", "Mara Quill")]
    [InlineData("ru", "«Мы никогда не закрывали эти школы», — сказала Мара Квилл.", "Мы никогда не закрывали эти школы", "Мара Квилл")]
    [InlineData("fa", "مریم کاظمی گفت: «ما هرگز این مدارس را نبستیم.»", "ما هرگز این مدارس را نبستیم.", "مریم کاظمی")]
    [InlineData("ar", "قالت مريم كاظمي: \"لم نغلق هذه المدارس أبدا\".", "لم نغلق هذه المدارس أبدا", "مريم كاظمي")]
    public void A_quotation_belongs_to_the_one_who_is_named_beside_it(string language, string text, string words, string speaker)
    {
        var claim = Texts.Only(text, language);

        Assert.Equal(ClaimKind.Quote, claim.Kind);
        Assert.Equal(words, claim.Text);
        Assert.Equal(speaker, claim.Speaker.Name);
    }

    [Fact]
    public void A_quotation_broken_by_its_attribution_is_one_claim()
    {
        var claim = Texts.Only("“We closed two schools,” Mara Quill said, “because the roofs were failing.”");

        Assert.Equal("We closed two schools, because the roofs were failing.", claim.Text);
    }

    [Fact]
    public void A_quotation_that_follows_without_a_name_belongs_to_the_same_speaker()
    {
        var found = Texts.Find("“We closed two schools,” Mara Quill said. “The roofs were failing in the winter.”");

        Assert.Equal(["Mara Quill", "Mara Quill"], found.Claims.Select(c => c.Speaker.Name));
    }

    [Fact]
    public void Scare_quotes_are_part_of_their_sentence_and_no_claims()
    {
        var claim = Texts.Only("The ministry has accused the company of closing schools of “real” villages.");

        Assert.Contains("“real” villages", claim.Text, StringComparison.Ordinal);
        Assert.Equal("ministry", claim.Speaker.Name);
    }
}
