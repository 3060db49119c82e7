using System.Globalization;
using System.Text;
using System.Xml;
using Monitor.Core.Model;

namespace Monitor.Core.Exports;

/// <summary>
/// Writes GraphML 1.0: keys first, each with a type of the attributes extension (boolean, int, long, float, double, string), then one undirected graph. Node ids are
/// n0, n1, …, since the ids of accounts are no NMTOKENs (hashes hold / and +); the account id is data.
/// </summary>
internal static class GraphMlWriter
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    private static readonly (string Id, string For, string Name, string Type)[] Keys =
    [
        ("account", "node", "account", "string"), ("group", "node", "group", "int"), ("label", "node", "label", "string"), ("weight", "edge", "weight", "int"),
        ("expected", "edge", "expected", "double"), ("p", "edge", "p", "double"), ("q", "edge", "q", "double"), ("beyond", "edge", "beyond_chance", "boolean"),
        ("chances", "edge", "chances", "int"), ("hours", "edge", "hours", "int"), ("sfirst", "edge", "source_first", "int"), ("tfirst", "edge", "target_first", "int"),
        ("first", "edge", "first", "string"), ("last", "edge", "last", "string"), ("about", "graph", "about", "string"), ("trace", "graph", "trace", "string"),
        ("window", "graph", "window_seconds", "int"), ("releases", "graph", "releases", "string"),
    ];

    public static void Write(CoordinationNetwork network, Stream output)
    {
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), CloseOutput = false, CheckCharacters = true });
        xml.WriteStartElement("graphml", Namespace);
        xml.WriteAttributeString("xsi", "schemaLocation", "http://www.w3.org/2001/XMLSchema-instance", $"{Namespace} {Namespace}/1.0/graphml.xsd");
        foreach (var (id, of, name, type) in Keys)
        {
            xml.WriteStartElement("key", Namespace);
            xml.WriteAttributeString("id", id);
            xml.WriteAttributeString("for", of);
            xml.WriteAttributeString("attr.name", name);
            xml.WriteAttributeString("attr.type", type);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "coordination");
        xml.WriteAttributeString("edgedefault", "undirected");
        Data(xml, "about", string.Join(" ", network.Caveats));
        Data(xml, "trace", network.Trace.ToString().ToLowerInvariant());
        Data(xml, "window", Number(network.EffectiveWindow));
        Data(xml, "releases", string.Join(" ", network.Releases));
        var nodes = Nodes(xml, network);
        foreach (var edge in network.Edges)
        {
            Edge(xml, edge, nodes);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static Dictionary<string, string> Nodes(XmlWriter xml, CoordinationNetwork network)
    {
        var groups = network.Groups.SelectMany((g, i) => g.Accounts.Select(a => (a, i + 1))).ToDictionary(p => p.a, p => p.Item2, StringComparer.Ordinal);
        var nodes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var account in network.Edges.SelectMany(e => new[] { e.A, e.B }).Concat(groups.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            nodes.Add(account, $"n{nodes.Count.ToString(CultureInfo.InvariantCulture)}");
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", nodes[account]);
            Data(xml, "account", account);
            Data(xml, "label", account);
            Data(xml, "group", Number(groups.GetValueOrDefault(account)));
            xml.WriteEndElement();
        }

        return nodes;
    }

    private static void Edge(XmlWriter xml, CoordinationEdge edge, Dictionary<string, string> nodes)
    {
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("source", nodes[edge.A]);
        xml.WriteAttributeString("target", nodes[edge.B]);
        Data(xml, "weight", Number(edge.Joint));
        Data(xml, "expected", XmlConvert.ToString(edge.Expected));
        Data(xml, "p", XmlConvert.ToString(edge.P));
        Data(xml, "q", XmlConvert.ToString(edge.Q));
        Data(xml, "beyond", XmlConvert.ToString(edge.BeyondChance));
        Data(xml, "chances", Number(edge.Chances));
        Data(xml, "hours", Number(edge.Hours));
        Data(xml, "sfirst", Number(edge.AFirst));
        Data(xml, "tfirst", Number(edge.BFirst));
        Data(xml, "first", Time(edge.First));
        Data(xml, "last", Time(edge.Last));
        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, string key, string value)
    {
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", key);
        xml.WriteString(Allowed(value));
        xml.WriteEndElement();
    }

    /// <summary>Control characters are not allowed in XML 1.0 in any spelling; ids of hostile releases may hold some.</summary>
    private static string Allowed(string value) =>
        value.All(XmlConvert.IsXmlChar) ? value : string.Concat(value.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD')).ToWellFormed();

    private static string ToWellFormed(this string value) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
