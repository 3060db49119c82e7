using System.Globalization;
using Monitor.Core.Discovery;

namespace Monitor.Tests.Discovery;

public sealed class FeedDatesTests
{
    [Theory]
    [InlineData("Sun, 16 Sep 2018 08:05:00 GMT", "2018-09-16T08:05:00+00:00")]
    [InlineData("Sun, 16 Sep 2018 08:05:00 +0430", "2018-09-16T08:05:00+04:30")]
    [InlineData("Sun, 16 Sep 2018 08:05:00 +02:00", "2018-09-16T08:05:00+02:00")]
    [InlineData("Sun, 16 Sep 2018 08:05:00 GMT+0330", "2018-09-16T08:05:00+03:30")]
    [InlineData("Sun, 16 Sep 2018 08:05:00 GMT+3", "2018-09-16T08:05:00+03:00")]
    [InlineData("Sun, 16 Sep 2018 08:05:00 EDT", "2018-09-16T08:05:00-04:00")]
    [InlineData("Sun, 16 Sep 2018 08:05:00 +0000 (UTC)", "2018-09-16T08:05:00+00:00")]
    [InlineData("Sun,16 Sep 18 8:05 +0430", "2018-09-16T08:05:00+04:30")]
    [InlineData("Sun , 16 September 2018 08:05:00 Z", "2018-09-16T08:05:00+00:00")]
    [InlineData("Sunday, 16-Sep-18 08:05:00 GMT", "2018-09-16T08:05:00+00:00")]
    [InlineData("16 Sep 2018", "2018-09-16T00:00:00+00:00")]
    [InlineData("16 Sep 2018 08:05:60 GMT", "2018-09-16T08:05:59+00:00")]
    [InlineData("16 Sep 2018 24:00:00 GMT", "2018-09-17T00:00:00+00:00")]
    [InlineData("Sun Sep 16 08:05:00 2018", "2018-09-16T08:05:00+00:00")]
    [InlineData("Sun Sep 16 08:05:00 +0000 2018", "2018-09-16T08:05:00+00:00")]
    [InlineData("Sun Sep 16 08:05:00 PDT 2018", "2018-09-16T08:05:00-07:00")]
    [InlineData("September 16, 2018 8:05 PM", "2018-09-16T20:05:00+00:00")]
    [InlineData("Sep 16, 2018, 12:05 am", "2018-09-16T00:05:00+00:00")]
    [InlineData("2018-09-16T08:05:00+04:30", "2018-09-16T08:05:00+04:30")]
    [InlineData("2018-09-16T08:05:00.123456789Z", "2018-09-16T08:05:00+00:00")]
    [InlineData("2018-09-16T08:05Z", "2018-09-16T08:05:00+00:00")]
    [InlineData("2018-09-16 08:05:00", "2018-09-16T08:05:00+00:00")]
    [InlineData("2018-09-16 08:05:00 +0430", "2018-09-16T08:05:00+04:30")]
    [InlineData("20180916T080500Z", "2018-09-16T08:05:00+00:00")]
    [InlineData("2018-09-16", "2018-09-16T00:00:00+00:00")]
    [InlineData("2018-09", "2018-09-01T00:00:00+00:00")]
    [InlineData("2018", "2018-01-01T00:00:00+00:00")]
    [InlineData("2018-259", "2018-09-16T00:00:00+00:00")]
    [InlineData("2018/09/16 08:05", "2018-09-16T08:05:00+00:00")]
    [InlineData("16/09/2018 08:05", "2018-09-16T08:05:00+00:00")]
    [InlineData("9/16/2018 8:05:00 AM", "2018-09-16T08:05:00+00:00")]
    [InlineData("16.09.2018", "2018-09-16T00:00:00+00:00")]
    [InlineData("1397/06/25", "2018-09-16T00:00:00+00:00")]
    public void Every_spelling_of_a_date_is_read(string written, string expected) =>
        Assert.Equal(expected, FeedDates.Read(written)?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("03/04/2018")]
    [InlineData("31 Feb 2018")]
    [InlineData("2018-13-01")]
    [InlineData("2018-09-16T25:00:00Z")]
    [InlineData("16 Sep 2018 08:05:00 +3000")]
    [InlineData("16 Foo 2018")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("-0001-11-30T00:00:00+00:00")]
    [InlineData("99999999999999999999")]
    public void What_cannot_be_read_without_guessing_is_not_read(string written) => Assert.Null(FeedDates.Read(written));
}
