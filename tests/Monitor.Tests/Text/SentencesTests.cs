using Monitor.Core.Text;

namespace Monitor.Tests.Text;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("en", "Mr. J. Doe met Dr. Roe. They talked.", "Mr. J. Doe met Dr. Roe.|They talked.")]
    [InlineData("en", "It cost 3.5 million. “Why?” she asked. Nobody knew!", "It cost 3.5 million.|“Why?” she asked.|Nobody knew!")]
    [InlineData("en", "He left the U.S. The plane was late.", "He left the U.S.|The plane was late.")]
    [InlineData("en", "The U.S. Senate voted.\nIt passed.", "The U.S. Senate voted.|It passed.")]
    [InlineData("en", "“We won.” The crowd cheered.", "“We won.”|The crowd cheered.")]
    [InlineData("fa", "او رفت. چرا؟ هیچ‌کس نمی‌داند.", "او رفت.|چرا؟|هیچ‌کس نمی‌داند.")]
    [InlineData("ar", "قال ذلك أمس. هل هذا صحيح؟ لا أحد يعرف.", "قال ذلك أمس.|هل هذا صحيح؟|لا أحد يعرف.")]
    [InlineData("es", "La Sra. Paz llegó. ¿Quién habló? Nadie.", "La Sra. Paz llegó.|¿Quién habló?|Nadie.")]
    [InlineData("fr", "M. Dupré est venu. Il a parlé.", "M. Dupré est venu.|Il a parlé.")]
    [InlineData("de", "Das gilt z. B. hier. Dr. Roth kam am 3. Mai an.", "Das gilt z. B. hier.|Dr. Roth kam am 3. Mai an.")]
    [InlineData("ru", "В 2018 г. Москва ответила. «Нет!» — сказал он.", "В 2018 г. Москва ответила.|«Нет!» — сказал он.")]
    [InlineData("en", "  \n ", "")]
    public void Sentences_are_split_by_the_rules_of_the_language(string language, string text, string expected)
    {
        var found = Sentences.Split(text, language).Select(s => s.Of(text));

        Assert.Equal(expected, string.Join('|', found));
    }
}
