using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using Monitor.Core.Alerting.Messages;
using Monitor.Core.Model;

namespace Monitor.Core.Alerting.Channels;

/// <summary>The newest messages of a saved search as a feed: Atom (RFC 4287), RSS 2.0 or JSON Feed 1.1. An entry is a message; its id is that of the delivery and never changes.</summary>
/// <param name="search">The saved search.</param>
/// <param name="entries">Its messages, the newest first.</param>
/// <param name="baseUrl">Where readers reach Monitor.</param>
/// <param name="self">Address of this feed.</param>
public sealed class AlertFeed(SavedSearch search, IReadOnlyList<(Delivery Delivery, AlertDigest Digest)> entries, string baseUrl, string self)
{
    private string Home => $"{baseUrl.TrimEnd('/')}/searches#{search.Id}";

    private DateTimeOffset Updated => entries.Count > 0 ? entries[0].Delivery.Created : search.Created;

    /// <summary>As Atom.</summary>
    public string Atom() => Xml(xml =>
    {
        const string Namespace = "http://www.w3.org/2005/Atom";
        xml.WriteStartElement("feed", Namespace);
        xml.WriteElementString("id", Urn(search.Id));
        xml.WriteElementString("title", Text(search.Name));
        xml.WriteElementString("updated", Stamp(Updated));
        Link(xml, self, "self");
        Link(xml, Home, "alternate");
        xml.WriteStartElement("author");
        xml.WriteElementString("name", "Monitor");
        xml.WriteEndElement();
        foreach (var (delivery, digest) in entries)
        {
            xml.WriteStartElement("entry");
            xml.WriteElementString("id", Urn(delivery.Id));
            xml.WriteElementString("title", Title(digest));
            xml.WriteElementString("updated", Stamp(delivery.Created));
            Link(xml, LinkOf(digest), "alternate");
            xml.WriteStartElement("content");
            xml.WriteAttributeString("type", "html");
            xml.WriteString(Text(AlertHtml.Fragment(digest)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    /// <summary>As RSS.</summary>
    public string Rss() => Xml(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", Text(search.Name));
        xml.WriteElementString("link", Home);
        xml.WriteElementString("description", Text(search.Query));
        xml.WriteElementString("lastBuildDate", Updated.ToString("R", CultureInfo.InvariantCulture));
        foreach (var (delivery, digest) in entries)
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("title", Title(digest));
            xml.WriteElementString("link", LinkOf(digest));
            xml.WriteStartElement("guid");
            xml.WriteAttributeString("isPermaLink", "false");
            xml.WriteString(Urn(delivery.Id));
            xml.WriteEndElement();
            xml.WriteElementString("pubDate", delivery.Created.ToString("R", CultureInfo.InvariantCulture));
            xml.WriteElementString("description", Text(AlertHtml.Fragment(digest)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    /// <summary>As JSON Feed.</summary>
    public string Json() => JsonSerializer.Serialize(new
    {
        version = "https://jsonfeed.org/version/1.1",
        title = search.Name,
        home_page_url = Home,
        feed_url = self,
        language = search.Language,
        items = entries.Select(e => new
        {
            id = Urn(e.Delivery.Id),
            url = LinkOf(e.Digest),
            title = Title(e.Digest),
            content_html = AlertHtml.Fragment(e.Digest),
            content_text = AlertText.Write(e.Digest, baseUrl, null),
            date_published = Stamp(e.Delivery.Created),
        }),
    });

    private static string Xml(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            write(xml);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Link(XmlWriter xml, string address, string relation)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private string LinkOf(AlertDigest digest) => digest.Items.Count == 1 ? digest.Items[0].Link : Home;

    private static string Title(AlertDigest digest) => Text(AlertLines.OneLine(digest.Items.Count == 1 && digest.More == 0 ? digest.Items[0].Heading : new AlertLines(digest).Subject));

    private static string Urn(string id) => "urn:monitor:" + id;

    private static string Stamp(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Foreign words may hold letters that XML 1.0 forbids.</summary>
    private static string Text(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                kept.Append(text, i++, 2);
            }
            else
            {
                kept.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
            }
        }

        return kept.ToString();
    }
}
