using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Text;

namespace Monitor.Tests.Text;

public sealed class NamesTests
{
    [Theory]
    [InlineData("Javad Zarif", "جواد ظریف")]
    [InlineData("Mohammad Javad Zarif", "M. J. Zareef")]
    [InlineData("Зариф Джавад", "Javad Zarif")]
    [InlineData("Dr. Mina Karimi", "مینا کریمی")]
    [InlineData("Nowruz Qasemi", "Nooruz Ghassemi")]
    [InlineData("José Ñáñez Peña", "Jose Nanez Pena")]
    [InlineData("Anna-Lena Groß", "Annalena Gross")]
    [InlineData("יעל כהן", "Yael Cohen")]
    [InlineData("Courier News Agency", "Courier")]
    public void One_name_in_two_spellings(string a, string b) => Assert.Equal(NameVerdict.Same, Names.Compare(a, b).Verdict);

    [Theory]
    [InlineData("Mina Karimi", "Sara Karimi")]
    [InlineData("محمود کریمی", "محمد کریمی")]
    [InlineData("Ali Karimi", "Alireza Karimi")]
    [InlineData("Peter Stone", "Mary Brook")]
    public void Relatives_and_near_names_are_different(string a, string b) => Assert.Equal(NameVerdict.Different, Names.Compare(a, b).Verdict);

    [Fact]
    public void A_bare_surname_is_not_enough() => Assert.Equal(NameVerdict.Unclear, Names.Compare("Karimi", "Mina Karimi").Verdict);

    [Theory]
    [InlineData("Mina Karimi", "mkarimi")]
    [InlineData("Mina Karimi", "Karimi_Mina")]
    [InlineData("مینا کریمی", "dr_minakarimi_ir")]
    [InlineData("Fatemeh Karimi", "karimiftm")]
    public void A_handle_made_of_a_name(string name, string handle) => Assert.Equal(NameVerdict.Same, Names.CompareHandle(name, handle).Verdict);

    [Theory]
    [InlineData("MinaKarimi", "@minakarimi", NameVerdict.Same)]
    [InlineData("MinaKarimi", "MinaKarirni", NameVerdict.LookAlike)]
    [InlineData("MinaKarimi", "MlnaKarimi", NameVerdict.LookAlike)]
    [InlineData("MinaKarimi", "Mina_Karimi", NameVerdict.LookAlike)]
    [InlineData("MinaKarimi", "MinaKarimii", NameVerdict.LookAlike)]
    [InlineData("MinaKarimi", "MinaKar1mi", NameVerdict.LookAlike)]
    [InlineData("MinaKarimi", "valley_courier", NameVerdict.Different)]
    public void Handles_match_only_letter_by_letter(string a, string b, NameVerdict verdict) => Assert.Equal(verdict, Handles.Compare(a, b).Verdict);

    [Fact]
    public void One_name_under_two_handles_is_two_accounts() =>
        Assert.Equal(NameVerdict.Different, Names.Compare("Mina Karimi", "minak", "Mina Karimi", "karimi_writes").Verdict);

    [Theory]
    [InlineData("ظریف", "zrif")]
    [InlineData("Зариф", "zarif")]
    [InlineData("Ärger", "arger")]
    [InlineData("خامنه‌ای", "khamnh ai")]
    [InlineData("۱۲۳", "123")]
    public void Letters_become_latin(string text, string latin) => Assert.Equal(latin, Transliterator.ToLatin(text));

    [Fact]
    public void Comparing_is_symmetric_and_never_throws() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<string>(), (a, b) =>
            Names.Compare(a ?? "", b ?? "").Verdict == Names.Compare(b ?? "", a ?? "").Verdict
            && Names.Compare(a ?? "", b ?? "", "", "x") is not null
            && Handles.Compare(a ?? "", b ?? "").Verdict == Handles.Compare(b ?? "", a ?? "").Verdict).QuickCheckThrowOnFailure();
}
