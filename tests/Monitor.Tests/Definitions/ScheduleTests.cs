using Monitor.Core.Definitions;

namespace Monitor.Tests.Definitions;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("15m", 15)]
    [InlineData("2h", 120)]
    [InlineData("1d", 1440)]
    public void A_number_with_a_unit_is_a_pause(string text, int minutes) => Assert.Equal(new Schedule(TimeSpan.FromMinutes(minutes), null), Schedule.Parse(text));

    [Fact]
    public void Six_fields_are_a_cron_expression() => Assert.Equal(new Schedule(null, "0 0/30 * * * ?"), Schedule.Parse("0 0/30 * * * ?"));

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("0m")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("99999d")]
    [InlineData("2147483647d")]
    [InlineData("15 m")]
    [InlineData("* * * * *")]
    [InlineData("0 0 0 31 2 ?")]
    public void Anything_else_is_refused_with_a_reason(string text)
    {
        Assert.False(Schedule.TryParse(text, out _, out var why));
        Assert.NotEmpty(why);
        Assert.Throws<FormatException>(() => Schedule.Parse(text));
    }
}
