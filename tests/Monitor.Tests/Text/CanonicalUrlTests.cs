using Monitor.Core.Text;

namespace Monitor.Tests.Text;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("HTTPS://News.Example:443/a/?utm_source=x&id=7&fbclid=y#top", "https://news.example/a?id=7")]
    [InlineData(" https://news.example ", "https://news.example/")]
    [InlineData("https://bücher.example/1", "https://xn--bcher-kva.example/1")]
    [InlineData("ftp://news.example/1", "ftp://news.example/1")]
    [InlineData("no address", "no address")]
    public void One_page_has_one_spelling(string url, string expected) => Assert.Equal(expected, CanonicalUrl.Of(url));

    [Fact]
    public void An_impossible_host_is_no_url_and_stays_as_it_is()
    {
        const string url = "https://a.examp\uFFFDe/1";

        Assert.Equal(url, CanonicalUrl.Of(url));
    }
}
