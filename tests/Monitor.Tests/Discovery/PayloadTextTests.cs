using System.Text;

namespace Monitor.Tests.Discovery;

public sealed class PayloadTextTests
{
    private const string Persian = "توییتر حساب\u200Cهای کاربران واقعی ایرانی را بست";
    private const string Arabic = "أغلقت تويتر حسابات إيرانية وقالت إنها جزء من عملية منسقة";
    private const string Russian = "Твиттер удалил тысячи учётных записей, связанных с Ираном";
    private const string Hebrew = "טוויטר סגרה אלפי חשבונות איראניים";
    private const string French = "Le réseau a supprimé des milliers de comptes liés à l’Iran";

    [Theory]
    [InlineData(Arabic, "windows-1256", "text/xml; charset=windows-1256", "")]
    [InlineData(Arabic, "windows-1256", "", " encoding=\"windows-1256\"")]
    [InlineData(Russian, "koi8-r", "text/xml; charset=\"koi8-r\"", " encoding=\"utf-8\"")]
    [InlineData(French, "windows-1252", "", " encoding=\"iso-8859-1\"")]
    [InlineData(Persian, "utf-8", "", " encoding=\"utf-8\"")]
    [InlineData(Persian, "utf-16", "", " encoding=\"utf-16\"")]
    public void A_true_declaration_is_followed_without_an_issue(string words, string charset, string mediaType, string declaration)
    {
        var feed = Feeds.Reader.Read("https://a.example/", mediaType, Bytes(words, charset, declaration));

        Assert.Equal(words, feed.Entries[0].Title);
        Assert.Empty(feed.Issues);
    }

    [Theory]
    [InlineData(Persian, "utf-8", "text/xml; charset=windows-1256", "")]
    [InlineData(Persian, "utf-8", "text/xml; charset=iso-8859-1", " encoding=\"utf-8\"")]
    [InlineData(Arabic, "windows-1256", "", " encoding=\"utf-8\"")]
    [InlineData(Arabic, "windows-1256", "", "")]
    [InlineData(Russian, "windows-1251", "text/xml; charset=utf-8", "")]
    [InlineData(Hebrew, "windows-1255", "", " encoding=\"no-such-charset\"")]
    [InlineData(French, "windows-1252", "text/xml", "")]
    public void A_false_or_missing_declaration_is_seen_through_and_told(string words, string charset, string mediaType, string declaration)
    {
        var feed = Feeds.Reader.Read("https://a.example/", mediaType, Bytes(words, charset, declaration));

        Assert.Equal(words, feed.Entries[0].Title);
        Assert.Equal("feed-charset", Assert.Single(feed.Issues).Kind);
    }

    [Fact]
    public void Text_encoded_twice_is_decoded_twice_and_told()
    {
        var twice = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(Encoding.UTF8.GetBytes(Russian));
        var feed = Feeds.Read(Feeds.Rss($"<item><title>{twice}</title><link>https://a.example/1</link></item><item><title>Ãlt und São Paulo</title><link>https://a.example/2</link></item>"));

        Assert.Equal([Russian, "Ãlt und São Paulo"], feed.Entries.Select(e => e.Title));
        Assert.Contains("encoded twice", Assert.Single(feed.Issues).Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(string words, string charset, string declaration)
    {
        var encoding = charset.StartsWith("utf", StringComparison.Ordinal) ? Encoding.GetEncoding(charset) : CodePagesEncodingProvider.Instance.GetEncoding(charset)!;
        var text = $"<?xml version=\"1.0\"{declaration}?>" + Feeds.Rss($"<item><title>{words}</title><link>https://a.example/1</link></item>");
        return [.. charset == "utf-16" ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
    }
}
