using Monitor.Core.Model;

namespace Monitor.Tests.Claims;

/// <summary>German clauses: the verb second or last, the subject behind it, the first subjunctive.</summary>
public sealed class GermanTests
{
    [Theory]
    [InlineData("Mara Quill sagte am Sonntag, die Fabrik sei geschlossen.", "die Fabrik sei geschlossen", "Mara Quill")]
    [InlineData("Am Sonntag sagte Mara Quill, dass die Fabrik geschlossen sei.", "die Fabrik geschlossen sei", "Mara Quill")]
    [InlineData("Dabei teilte Mara Quill am Sonntag mit, die Fabrik sei geschlossen.", "die Fabrik sei geschlossen", "Mara Quill")]
    [InlineData("Mara Quill hat am Sonntag in Norhaven gesagt, die Fabrik sei geschlossen.", "die Fabrik sei geschlossen", "Mara Quill")]
    [InlineData("Wie Mara Quill am Sonntag mitteilte, ist die Fabrik geschlossen.", "ist die Fabrik geschlossen", "Mara Quill")]
    [InlineData("Die Fabrik sei geschlossen worden, so Mara Quill.", "Die Fabrik sei geschlossen worden", "Mara Quill")]
    [InlineData("Nach Angaben der Polizei ist die Fabrik seit Mai geschlossen.", "ist die Fabrik seit Mai geschlossen", "Polizei")]
    [InlineData("Nach ersten Polizeiangaben ist die Fabrik seit Mai geschlossen.", "ist die Fabrik seit Mai geschlossen", "ersten Polizeiangaben")]
    [InlineData("Den Angaben zufolge ist die Fabrik seit Mai geschlossen.", "ist die Fabrik seit Mai geschlossen", "Angaben")]
    public void The_speaker_and_the_words_are_found_by_the_order_of_the_clause(string text, string words, string speaker)
    {
        var claim = Texts.Only(text, "de");

        Assert.Equal((ClaimKind.Reported, words, speaker), (claim.Kind, claim.Text, claim.Speaker.Name));
    }

    [Fact]
    public void Sentences_in_the_subjunctive_go_on_with_the_last_speaker()
    {
        var found = Texts.Find("Mara Quill sagte am Sonntag, der Hafen sei offen. Die Schiffe könnten kommen. Der Hafen liegt im Norden der Stadt.", "de");

        Assert.Equal(["der Hafen sei offen", "Die Schiffe könnten kommen"], found.Claims.Select(c => c.Text));
        Assert.All(found.Claims, c => Assert.Equal("Mara Quill", c.Speaker.Name));
    }

    [Theory]
    [InlineData("Der Sprecher meldete heute Verluste im Hafen.")]
    [InlineData("Das Buch erzählt die Geschichte, die in Norhaven beginnt.")]
    public void Verbs_with_an_object_report_nothing(string text) => Assert.Empty(Texts.Find(text, "de").Claims);
}
