using Monitor.Core.Model;

namespace Monitor.Tests.Claims;

public sealed class ReportedSpeechTests
{
    [Theory]
    [InlineData("en", "Mara Quill said on Tuesday that the mill had closed in May.", "the mill had closed in May", "Mara Quill")]
    [InlineData("en", "The mill had closed in May, Mara Quill said.", "The mill had closed in May", "Mara Quill")]
    [InlineData("en", "According to Mara Quill, the mill had closed in May.", "the mill had closed in May", "Mara Quill")]
    [InlineData("en", "The mill had closed in May, according to Mara Quill.", "The mill had closed in May", "Mara Quill")]
    [InlineData("es", "Mara Quill afirmó que la fábrica había cerrado en mayo.", "la fábrica había cerrado en mayo", "Mara Quill")]
    [InlineData("es", "Según Mara Quill, la fábrica había cerrado en mayo.", "la fábrica había cerrado en mayo", "Mara Quill")]
    [InlineData("fr", "Mara Quill a affirmé que l'usine avait fermé en mai.", "l'usine avait fermé en mai", "Mara Quill")]
    [InlineData("fr", "Selon Mara Quill, l'usine avait fermé en mai.", "l'usine avait fermé en mai", "Mara Quill")]
    [InlineData("de", "Mara Quill sagte, dass die Fabrik im Mai geschlossen wurde.", "die Fabrik im Mai geschlossen wurde", "Mara Quill")]
    [InlineData("ru", "Мара Квилл заявила, что фабрика закрылась в мае.", "фабрика закрылась в мае", "Мара Квилл")]
    [InlineData("fa", "مریم کاظمی گفت که کارخانه در ماه گذشته تعطیل شد.", "کارخانه در ماه گذشته تعطیل شد", "مریم کاظمی")]
    [InlineData("fa", "به گفته مریم کاظمی، کارخانه در ماه گذشته تعطیل شد.", "کارخانه در ماه گذشته تعطیل شد", "مریم کاظمی")]
    [InlineData("ar", "قالت مريم كاظمي إن المصنع أغلق في الشهر الماضي.", "المصنع أغلق في الشهر الماضي", "مريم كاظمي")]
    public void What_someone_reports_is_a_claim_of_that_one(string language, string text, string words, string speaker)
    {
        var claim = Texts.Only(text, language);

        Assert.Equal(ClaimKind.Reported, claim.Kind);
        Assert.Equal(words, claim.Text);
        Assert.Equal(speaker, claim.Speaker.Name);
    }

    [Theory]
    [InlineData("en", "Ruritania’s government has accused the company of hiding 40 letters.", "Ruritania’s government")]
    [InlineData("es", "El ministro Juan Olmo acusó a la empresa de ocultar 40 cartas.", "Juan Olmo")]
    [InlineData("fr", "Le ministre Jean Orme a accusé l'entreprise d'avoir caché 40 lettres.", "Jean Orme")]
    [InlineData("fa", "دولت شرکت را به پنهان کردن ۴۰ نامه متهم کرد.", "دولت شرکت")]
    [InlineData("ar", "اتهمت الحكومة الشركة بإخفاء 40 رسالة.", "الحكومة")]
    public void An_accusation_is_one_claim_of_the_accuser(string language, string text, string speaker)
    {
        var claim = Texts.Only(text, language);

        Assert.Equal(text, claim.Text);
        Assert.StartsWith(speaker.Split(' ')[0], claim.Speaker.Name, StringComparison.Ordinal);
        Assert.Equal(40, Assert.Single(claim.Quantities).Value);
    }

    [Fact]
    public void A_refusal_to_comment_is_a_response()
    {
        var claim = Texts.Only("Acme declined to comment.");

        Assert.Equal(ClaimKind.Response, claim.Kind);
        Assert.Equal("Acme", claim.Speaker.Name);
        Assert.True(claim.Score < 0.2);
    }

    [Theory]
    [InlineData("The harbour lies in the north of the town.")]
    [InlineData("Everything you need to know about the harbour: a guide.")]
    [InlineData("His claim was never tested in court.")]
    [InlineData("She works at the State Department.")]
    public void Plain_narration_is_no_claim(string text) => Assert.Empty(Texts.Find(text).Claims);
}
