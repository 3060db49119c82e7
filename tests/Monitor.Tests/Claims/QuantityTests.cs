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
    [InlineData("the 2016 presidential election")]
    [InlineData("on September 16, 2018")]
    [InlineData("one of them left")]
    [InlineData("at 10:30 they met")]
    public void Years_days_and_times_are_no_quantities(string text) => Assert.Empty(new QuantityFinder(Lexicon.Of("en")).Find(text));
}
