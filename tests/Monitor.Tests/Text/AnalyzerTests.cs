using Monitor.Core.Text;

namespace Monitor.Tests.Text;

public class AnalyzerTests
{
    private static IEnumerable<string> Values(string text) => Analyzer.Terms(text).Select(t => t.Value);

    [Theory]
    [InlineData("accounts", "account")]
    [InlineData("Iran's", "iran")]
    [InlineData("Iran’s", "IRAN")]
    [InlineData("suspended", "suspends")]
    [InlineData("removed", "remove")]
    [InlineData("banned", "ban")]
    [InlineData("closed", "close")]
    [InlineData("opened", "open")]
    [InlineData("countries", "country")]
    [InlineData("denied", "denies")]
    [InlineData("l'Iran", "Iran")]
    [InlineData("dell’Iran", "Iran")]
    [InlineData("İran'ın", "Iran")]
    [InlineData("O'Brien", "obrien")]
    [InlineData("journaux", "journal")]
    [InlineData("réseaux", "réseau")]
    [InlineData("étudiants", "etudiant")]
    [InlineData("presidentes", "presidente")]
    [InlineData("elecciones", "elección")]
    [InlineData("U.S.", "US")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("ﬁnancial", "financial")]
    [InlineData("４７７９", "4779")]
    [InlineData("4,779", "4779")]
    [InlineData("4.779", "4779")]
    [InlineData("4'779", "4779")]
    [InlineData("4\u00A0779", "4779")]
    [InlineData("۴۷۷۹", "4779")]
    [InlineData("٤٬٧٧٩", "4779")]
    [InlineData("2,5", "2.5")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("ملکي", "ملکی")]
    [InlineData("كتاب", "کتاب")]
    [InlineData("خانۀ", "خانه")]
    [InlineData("الحكومة", "حکومه")]
    [InlineData("الحُكُومَة", "الحکومة")]
    [InlineData("إيران", "ايران")]
    [InlineData("آزادی", "ازادي")]
    [InlineData("محـــمد", "محمد")]
    [InlineData("مسئول", "مسيول")]
    [InlineData("کتاب‌ها", "کتابها")]
    [InlineData("کتاب ها", "کتاب")]
    [InlineData("کتاب‌های", "کتاب")]
    [InlineData("می‌شود", "می شود")]
    [InlineData("می‌شود", "میشود")]
    [InlineData("خبرنگاران", "خبرنگار")]
    [InlineData("دانشجویان", "دانشجو")]
    [InlineData("نویسندگان", "نویسنده")]
    [InlineData("الصحفيين", "الصحفيون")]
    [InlineData("ﻋﺮﺑﻲ", "عربي")]
    [InlineData("Зелёный", "зеленый")]
    [InlineData("аккаунтами", "аккаунтов")]
    public void Spellings_of_one_word_become_one_term(string one, string other)
    {
        var main = new TermStream();
        Analyzer.Read(one, null, main);
        var second = new TermStream();
        Analyzer.Read(other, null, second);
        Assert.Single(main.Main);
        Assert.Equal(main.Main[0].Value, Assert.Single(second.Main).Value);
    }

    [Theory]
    [InlineData("plane", "plan")]
    [InlineData("university", "universe")]
    [InlineData("ایران", "ایرانی")]
    [InlineData("تنها", "تن")]
    [InlineData("int’l", "l")]
    public void Different_words_stay_apart(string one, string other) =>
        Assert.NotEqual(Values(one), Values(other));

    [Theory]
    [InlineData("#YouAreBots", "#youarebots youarebot you are bot")]
    [InlineData("#TVPresenters2018", "#tvpresenters2018 tvpresenters2018 tv presenter 2018")]
    [InlineData("@JZarif", "@jzarif jzarif j zarif")]
    [InlineData("@cnn", "@cnn cnn")]
    [InlineData("@some_one", "@some_one some_one some one")]
    [InlineData("#ایران_آزاد", "#ایران_ازاد ایران_ازاد ایران ازاد")]
    [InlineData("# @ #_ @.", "")]
    [InlineData("me@cnet.com", "me cnet.com cnet")]
    [InlineData("https://www.cnet.com/news/a-b/?utm_source=x#top", "cnet.com/news/a-b cnet.com cnet")]
    [InlineData("(see http://t.co/AbC1).", "see t.co/abc1 t.co t")]
    [InlineData("the end.In the", "the end in the")]
    [InlineData("16.09.2018 2018-09-16", "16 09 2018 2018 09 16")]
    [InlineData("in 2018,500 left", "in 2018 500 left")]
    [InlineData("外交部长", "外 交 部 长")]
    [InlineData("ทวิตเตอร์", "ท วิ ต เ ต อ ร์")]
    [InlineData("می‌شود", "میشود می شود")]
    [InlineData("روابط‌عمومی", "روابطعمومی روابط عمومی")]
    [InlineData("COVID-19", "covid 19")]
    [InlineData("\uD83D\uDE00 ok \uD83D", "ok")]
    public void Text_becomes_terms(string text, string terms) => Assert.Equal(terms, string.Join(' ', Values(text)));

    [Fact]
    public void Offsets_point_into_the_original_text()
    {
        const string text = "ﬁrst “Iran’s” ﷺ e\u0301tat: #YouAreBots ۴٬۷۷۹!";
        var words = Analyzer.Terms(text).Select(t => text[t.Start..t.End]);
        Assert.Equal(["ﬁrst", "Iran", "ﷺ", "ﷺ", "ﷺ", "ﷺ", "e\u0301tat", "#YouAreBots", "YouAreBots", "You", "Are", "Bots", "۴٬۷۷۹"], words);
    }

    [Theory]
    [InlineData("the accounts of Iran", null, "the of")]
    [InlineData("la guerre est contre les gens", "fr", "la est contr les")]
    [InlineData("war is not peace", null, "is")]
    [InlineData("war is not peace", "de", "war")]
    [InlineData("حساب‌های ایران از کار افتاد", "fa", "از")]
    public void Stop_words_are_marked(string text, string? language, string stops) =>
        Assert.Equal(stops, string.Join(' ', Analyzer.Terms(text, language).Where(t => t.Stop && t.Value != "های").Select(t => t.Value)));

    [Fact]
    public void The_language_never_changes_a_term()
    {
        const string text = "Los medios y the media, les médias et رسانه‌ها و وسائل СМИ";
        Assert.Equal(Values(text), Analyzer.Terms(text, "es").Select(t => t.Value));
    }

    [Theory]
    [InlineData("Zarif: “We’re REAL”", "zarif: \"we're real\"")]
    [InlineData("نمی‌شود ۱۲", "نمیشود 12")]
    public void Fold_keeps_blanks_and_punctuation(string text, string folded) => Assert.Equal(folded, Analyzer.Fold(text));
}
