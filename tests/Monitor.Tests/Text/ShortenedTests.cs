using Monitor.Core.Text;

namespace Monitor.Tests.Text;

public sealed class ShortenedTests
{
    [Theory]
    [InlineData("abc", 3, "abc", "abc")]
    [InlineData("abcd", 3, "abc", "abc…")]
    [InlineData("ab😀d", 3, "ab", "ab…")]
    [InlineData("ab😀d", 4, "ab😀", "ab😀…")]
    [InlineData("", 3, "", "")]
    public void A_text_is_cut_to_its_length_but_never_inside_a_character(string text, int length, string cut, string withEllipsis)
    {
        Assert.Equal(cut, Shortened.Cut(text, length));
        Assert.Equal(withEllipsis, Shortened.WithEllipsis(text, length));
    }
}
