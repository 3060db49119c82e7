using Monitor.Core.Model;

namespace Monitor.Tests.Claims;

/// <summary>What someone did not say is not that one's claim.</summary>
public sealed class NegationTests
{
    [Theory]
    [InlineData("en", "Mara Quill did not say that the mill had closed in May.")]
    [InlineData("en", "Mara Quill has never claimed the mill was closed.")]
    [InlineData("en", "Mara Quill didn’t tell reporters that the mill had closed.")]
    [InlineData("en", "Nobody said that the mill had closed in May.")]
    [InlineData("es", "Mara Quill no dijo que la fábrica había cerrado en mayo.")]
    [InlineData("es", "Mara Quill nunca ha dicho que la fábrica había cerrado en mayo.")]
    [InlineData("fr", "Mara Quill n'a pas dit que l'usine avait fermé en mai.")]
    [InlineData("de", "Mara Quill sagte nicht, dass die Fabrik im Mai geschlossen wurde.")]
    [InlineData("de", "Mara Quill hat nie behauptet, dass die Fabrik im Mai geschlossen wurde.")]
    [InlineData("ru", "Мара Квилл не сказала, что фабрика закрылась в мае.")]
    [InlineData("fa", "مریم کاظمی نگفت که کارخانه در ماه گذشته تعطیل شد.")]
    [InlineData("ar", "لم تقل مريم كاظمي إن المصنع أغلق في الشهر الماضي.")]
    public void Denied_reporting_gives_no_claim(string language, string text) => Assert.Empty(Texts.Find(text, language).Claims);

    [Theory]
    [InlineData("en", "Mara Quill not only said that the mill had closed in May.")]
    [InlineData("es", "Mara Quill no solo dijo que la fábrica había cerrado en mayo.")]
    [InlineData("de", "Mara Quill hat nicht nur gesagt, dass die Fabrik im Mai geschlossen wurde.")]
    public void Not_only_said_is_said(string language, string text) => Assert.Equal("Mara Quill", Texts.Only(text, language).Speaker.Name);

    [Theory]
    [InlineData("en", "Mara Quill denied that the mill had closed in May.", "denied that the mill had closed in May")]
    [InlineData("es", "Mara Quill negó que la fábrica hubiera cerrado en mayo.", "negó que la fábrica hubiera cerrado en mayo")]
    [InlineData("fr", "Mara Quill a démenti que l'usine avait fermé en mai.", "a démenti que l'usine avait fermé en mai")]
    public void A_denial_keeps_its_verb(string language, string text, string words)
    {
        var claim = Texts.Only(text, language);

        Assert.Equal((ClaimKind.Reported, words, "Mara Quill"), (claim.Kind, claim.Text, claim.Speaker.Name));
    }

    [Theory]
    [InlineData("en", "The decline indicates that the mill is losing money.")]
    [InlineData("es", "La caída indica que la fábrica pierde dinero.")]
    public void What_shows_something_does_not_speak(string language, string text) => Assert.Empty(Texts.Find(text, language).Claims);

    [Fact]
    public void A_text_may_be_a_source() => Assert.Equal("report", Texts.Only("The report indicates that the mill is losing money.").Speaker.Name);

    [Theory]
    [InlineData("On CNN’s “Morning Hour,” Mara Quill spoke of the mill.")]
    [InlineData("The board showed a film titled “The Closed Mill of Norhaven” on Sunday.")]
    public void The_name_of_a_work_is_no_quotation(string text) => Assert.Empty(Texts.Find(text).Claims);
}
