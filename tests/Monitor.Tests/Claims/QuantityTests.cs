using Monitor.Core.Claims;

namespace Monitor.Tests.Claims;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("en", "It suspended 2,865 accounts linked to the harbour board.", 2865, "accounts", "linked to the harbour board", "")]
    [InlineData("en", "more than 30 million Tweets", 30_000_000, "tweets", "", "more than")]
    [InlineData("en", "over 1 terabyte of media", 1, "TB", "media", "more than")]
    [InlineData("en", "four accounts affiliated with the mill", 4, "accounts", "affiliated with the mill", "")]
    [InlineData("en", "almost 5,000 accounts", 5000, "accounts", "", "almost")]
    [InlineData("en", "hundreds of fake pages", 100, "pages", "", "hundreds of")]
    [InlineData("en", "two hundred and eighty-four accounts", 284, "accounts", "", "")]
    [InlineData("es", "más de 2.865 cuentas vinculadas al puerto", 2865, "accounts", "vinculadas al puerto", "more than")]
    [InlineData("es", "doscientas ochenta y cuatro cuentas", 284, "accounts", "", "")]
    [InlineData("fr", "près de 5 000 comptes", 5000, "accounts", "", "almost")]
    [InlineData("fa", "بیش از ۲۸۴ حساب کاربری", 284, "accounts", "", "more than")]
    [InlineData("fa", "دویست و هشتاد و چهار حساب", 284, "accounts", "", "")]
    [InlineData("ar", "نحو ٢٬٨٦٥ حسابا", 2865, "accounts", "", "about")]
    [InlineData("de", "rund 4.779 Konten", 4779, "accounts", "", "about")]
    [InlineData("ru", "более 284 аккаунтов", 284, "accounts", "", "more than")]
    [InlineData("ru", "почти пять тысяч аккаунтов", 5000, "accounts", "", "almost")]
    [InlineData("de", "zweihundertvierundachtzig Konten", 284, "accounts", "", "")]
    [InlineData("de", "fast fünftausend Konten", 5000, "accounts", "", "almost")]
    [InlineData("fr", "deux cent quatre-vingt-quatre comptes", 284, "accounts", "", "")]
    [InlineData("fa", "صدها صفحه", 100, "pages", "", "hundreds of")]
    [InlineData("ar", "مئات الحسابات", 100, "accounts", "", "hundreds of")]
    [InlineData("ar", "و٤٬٧٧٩ حسابا", 4779, "accounts", "", "")]
    [InlineData("en", "1,666 accounts in August", 1666, "accounts", "", "")]
    public void A_number_is_read_with_its_unit_and_qualifier(string language, string text, double value, string unit, string of, string qualifier)
    {
        var found = Assert.Single(new QuantityFinder(Lexicon.Of(language)).Find(text)).Quantity;

        Assert.Equal((value, unit, of, qualifier), (found.Value, found.Unit, found.Of, found.Qualifier));
    }

    [Fact]
    public void A_range_has_two_ends()
    {
        var found = Assert.Single(new QuantityFinder(Lexicon.Of("en")).Find("between 20 and 30 teachers were there")).Quantity;

        Assert.Equal((20, 30.0, "teachers"), (found.Value, found.To, found.Unit));
    }

    [Theory]
    [InlineData("en", "between 200 and 300 accounts")]
    [InlineData("es", "entre 200 y 300 cuentas")]
    [InlineData("fr", "entre 200 et 300 comptes")]
    [InlineData("de", "zwischen 200 und 300 Konten")]
    [InlineData("ru", "от 200 до 300 аккаунтов")]
    [InlineData("fa", "بین ۲۰۰ تا ۳۰۰ حساب")]
    [InlineData("ar", "بين 200 و300 حساب")]
    public void A_range_is_told_in_every_language(string language, string text)
    {
        var found = Assert.Single(new QuantityFinder(Lexicon.Of(language)).Find(text)).Quantity;

        Assert.Equal((200, 300.0, "accounts"), (found.Value, found.To, found.Unit));
    }

    [Fact]
    public void The_numbers_of_an_enumeration_share_its_unit()
    {
        var found = new QuantityFinder(Lexicon.Of("en")).Find("284 accounts in August and 770 accounts in October, then 1,666, 2,865 and 4,779 accounts").Select(q => q.Quantity).ToList();

        Assert.Equal([284, 770, 1666, 2865, 4779], found.Select(q => q.Value));
        Assert.All(found, q => Assert.Equal(("accounts", ""), (q.Unit, q.Of)));
    }

    [Theory]
    [InlineData("es", "20 y 30 cuentas")]
    [InlineData("fr", "20 et 30 comptes")]
    public void Two_numbers_joined_are_no_range(string language, string text) => Assert.Equal(2, new QuantityFinder(Lexicon.Of(language)).Find(text).Count);

    [Theory]
    [InlineData("the 2016 presidential election")]
    [InlineData("on September 16, 2018")]
    [InlineData("one of them left")]
    [InlineData("at 10:30 they met")]
    public void Years_days_and_times_are_no_quantities(string text) => Assert.Empty(new QuantityFinder(Lexicon.Of("en")).Find(text));
}
