using Monitor.Core.Dossiers.Hashtags;

namespace Monitor.Tests.Dossiers.Hashtags;

public sealed class HashtagTests
{
    [Theory]
    [InlineData("#YouAreBots", "YouAreBots")]
    [InlineData("  ＃سوریه ", "سوریه")]
    [InlineData("2018", "2018")]
    public void A_hashtag_is_read_with_or_without_its_sign(string written, string text) => Assert.Equal(text, Hashtag.Read(written).Tag!.Text);

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("you are bots")]
    [InlineData("a\u0000b")]
    public void What_is_no_hashtag_is_refused_with_the_mend(string written)
    {
        var (tag, error) = Hashtag.Read(written);

        Assert.Null(tag);
        Assert.Contains("write", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hashtag_longer_than_a_term_is_refused() => Assert.Contains("126", Hashtag.Read(new string('x', 127)).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("#One, #two_2 and ＃سه‌چهار! # none ##five", "One|two_2|سه‌چهار|five")]
    [InlineData("no tags", "")]
    [InlineData("ends with #", "")]
    [InlineData("#\ud800 broken", "")]
    public void Hashtags_are_found_in_a_text(string text, string tags) => Assert.Equal(tags, string.Join('|', Hashtag.In(text)));

    [Theory]
    [InlineData("YouAreBots", "YouAreBots|You_Are_Bots")]
    [InlineData("you_are_bots", "youarebots|you_are_bots")]
    public void Near_spellings_differ_by_underscores(string text, string near) => Assert.Equal(near, string.Join('|', Hashtag.Near([text])));
}
