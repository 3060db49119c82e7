namespace Monitor.Tests.Claims;

public sealed class PartTests
{
    [Theory]
    [InlineData("en", "Twitter has shuttered accounts of real Iranians, incl TV presenters & students, said Mara Quill.", "actor=Twitter|action=has shuttered|object=accounts|qualifier=real|group=Iranians|group=TV presenters|group=students")]
    [InlineData("en", "Mara Quill said that Twitter supposedly suspended 284 accounts in Tehran in August.", "actor=Twitter|qualifier=supposedly|action=suspended|object=284 accounts|number=284 accounts|place=Tehran|time=August")]
    [InlineData("de", "Mara Quill sagte, dass Twitter im August 284 Konten echter Iraner gesperrt habe.", "actor=Twitter|time=August|number=284 Konten|object=284 Konten echter Iraner|qualifier=echter|group=Iraner|action=gesperrt habe")]
    [InlineData("fa", "مریم کاظمی گفت که توییتر در ماه اوت ۲۸۴ حساب ایرانیان واقعی را بست.", "actor=توییتر|time=اوت|number=۲۸۴ حساب|object=۲۸۴ حساب ایرانیان واقعی|group=ایرانیان|qualifier=واقعی|action=بست")]
    [InlineData("es", "Mara Quill dijo que Twitter cerró 284 cuentas de iraníes reales.", "actor=Twitter|action=cerró|object=284 cuentas|number=284 cuentas|group=iraníes|qualifier=reales")]
    [InlineData("ru", "Мара Квилл заявила, что Твиттер заблокировал 284 аккаунта настоящих иранцев.", "actor=Твиттер|action=заблокировал|number=284 аккаунта|object=284 аккаунта настоящих иранцев|qualifier=настоящих|group=иранцев")]
    public void A_claim_is_split_into_what_can_be_checked(string language, string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Texts.Only(text, language).Parts.Select(p => $"{p.Kind}={p.Text}")));
}
