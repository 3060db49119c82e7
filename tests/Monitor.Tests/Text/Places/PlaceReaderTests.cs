using Monitor.Core.Text.Places;

namespace Monitor.Tests.Text.Places;

public sealed class PlaceReaderTests
{
    [Theory]
    [InlineData("Tehran", "Asia/Tehran")]
    [InlineData("تهران", "Asia/Tehran")]
    [InlineData("جمهوری اسلامی ایران", "Asia/Tehran")]
    [InlineData("Islamic Republic of Iran", "Asia/Tehran")]
    [InlineData("iran", "Asia/Tehran")]
    [InlineData("المملكة العربية السعودية", "Asia/Riyadh")]
    [InlineData("دولة قطر", "Asia/Qatar")]
    [InlineData("Qatar | قطر", "Asia/Qatar")]
    [InlineData("#Cuba", "America/Havana")]
    [InlineData("La Habana, Cuba", "America/Havana")]
    [InlineData("Barcelona, Països Catalans", "Europe/Madrid")]
    [InlineData("กรุงเทพมหานคร, ประเทศไทย", "Asia/Bangkok")]
    [InlineData("中国北京", "Asia/Shanghai")]
    [InlineData("Москва, Россия", "Europe/Moscow")]
    [InlineData("Los Angeles, CA", "America/Los_Angeles")]
    [InlineData("Cicero, IL", "America/Chicago")]
    [InlineData("Washington, DC", "America/New_York")]
    [InlineData("California, USA", "America/Los_Angeles")]
    [InlineData("UK", "Europe/London")]
    [InlineData("uk", "Europe/London")]
    [InlineData("London, England", "Europe/London")]
    [InlineData("Paris, Texas", "America/Chicago")] // the larger place decides
    [InlineData("Santiago, Chile", "America/Santiago")]
    [InlineData("Valencia, España", "Europe/Madrid")]
    [InlineData("Tripoli, Lebanon", "Asia/Beirut")]
    [InlineData("République centrafricaine", "Africa/Bangui")]
    public void A_place_in_one_zone_tells_it(string location, string zone) => Assert.Equal(zone, PlaceReader.Read(location).Zone?.Id);

    [Theory]
    [InlineData("", "claims no place")]
    [InlineData("   ", "claims no place")]
    [InlineData("everywhere and nowhere", "names no country or large city")]
    [InlineData("made in heaven", "names no country or large city")] // "in" is no Indiana
    [InlineData("here or there", "names no country or large city")] // "or" is no Oregon
    [InlineData("Iranian at heart", "names no country or large city")] // a person, not a place
    [InlineData("USA", "several time zones (US)")]
    [InlineData("Россия", "several time zones (RU)")]
    [InlineData("Miami or Portland", "several time zones")]
    [InlineData("Florida", "region that lies in several time zones")]
    [InlineData("Tehran / London", "several countries (GB, IR)")]
    [InlineData("Tripoli", "fits places in several countries (LB, LY)")]
    [InlineData("Georgia", "fits places in several countries (GE, US)")]
    [InlineData("Valencia", "fits places in several countries (ES, VE)")]
    [InlineData("عمان", "fits places in several countries (JO, OM)")]
    [InlineData("CA", "fits places in several countries (CA, US)")]
    public void No_zone_is_guessed_and_the_reason_is_told(string location, string reason)
    {
        var reading = PlaceReader.Read(location);
        Assert.Null(reading.Zone);
        Assert.Contains(reason, reading.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_country_in_several_zones_is_still_a_country() => Assert.Equal("US", PlaceReader.Read("United States").Country);

    [Fact]
    public void Every_zone_of_the_list_is_known_to_the_machine() =>
        Assert.All(PlaceList.Current.Entries.Select(e => e.Zone).OfType<string>().Distinct(), z => Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(z, out _), z));

    [Theory]
    [InlineData("in", "id")]
    [InlineData("iw", "he")]
    [InlineData("zh-cn", "zh")]
    [InlineData("Russian", "ru")]
    [InlineData("und", "")]
    [InlineData("qme", "")]
    [InlineData("LANGUAGE UNDEFINED", "")]
    [InlineData("", "")]
    public void Language_codes_are_read_as_platforms_write_them(string written, string code) => Assert.Equal(code, CountryLanguages.Code(written));

    [Theory]
    [InlineData("fa", "IR", true)]
    [InlineData("ru", "US", false)]
    [InlineData("ca", "ES", true)]
    [InlineData("xx", "ZZ", true)] // nothing is known of that country
    public void Languages_of_a_country_are_known(string code, string country, bool used) => Assert.Equal(used, CountryLanguages.IsUsedIn(code, country));
}
