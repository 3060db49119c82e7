using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CsvHelper;
using Monitor.Core.Exports;
using Monitor.Core.Model;

namespace Monitor.Tests.Exports;

public sealed class NetworkExportTests
{
    private const string Hash = "twitter:+B3dEfGh1jKlMn0pQrStUvWxYz+/aB3dEfGh1jKlMnQ=";
    private static readonly XNamespace Ml = "http://graphml.graphdrawing.org/xmlns";
    private static readonly DateTimeOffset Time = new(2018, 3, 5, 8, 0, 0, TimeSpan.Zero);

    private static readonly CoordinationNetwork Network = new(["sample-release"], CoordinationTrace.Link, 10, 2)
    {
        EffectiveWindow = 60,
        EdgesFound = 2,
        EdgesBeyondChance = 1,
        Edges =
        [
            new(Hash, "twitter:839501234567890123", 12, 0.25, 1e-20, 3e-18) { Chances = 15, Hours = 11, AFirst = 9, BFirst = 1, First = Time, Last = Time.AddDays(30) },
            new("twitter:839501234567890123", "twitter:<\u0001&\"'>\uD800", 2, 1.75, 0.4, 1) { Chances = 100, Hours = 1, First = Time, Last = Time },
        ],
        Groups = [new([Hash, "twitter:839501234567890123"], 1, 12)],
        Caveats = ["Acting together is no guilt."],
    };

    [Fact]
    public void GraphMl_has_declared_keys_of_the_allowed_types_and_edges_between_its_nodes()
    {
        var xml = Read();
        string[] types = ["boolean", "int", "long", "float", "double", "string"];
        string[] kinds = ["all", "graph", "node", "edge", "hyperedge", "port", "endpoint"];
        var keys = xml.Root!.Elements(Ml + "key").ToDictionary(k => (string)k.Attribute("id")!);

        Assert.All(keys.Values, k => Assert.Contains((string)k.Attribute("attr.type")!, types));
        Assert.All(keys.Values, k => Assert.Contains((string)k.Attribute("for")!, kinds));
        Assert.Equal("undirected", (string?)xml.Root.Element(Ml + "graph")!.Attribute("edgedefault"));
        Assert.All(xml.Descendants(Ml + "data"), d => Assert.Equal(d.Parent!.Name.LocalName, (string?)keys[(string)d.Attribute("key")!].Attribute("for")));
        Assert.All(xml.Descendants(Ml + "data"), d => AssertType((string)keys[(string)d.Attribute("key")!].Attribute("attr.type")!, d.Value));

        // Elements come in the order of the schema, and ids of nodes are NMTOKENs.
        Assert.Equal(["key", "graph"], xml.Root.Elements().Select(e => e.Name.LocalName).Distinct());
        var nodes = xml.Descendants(Ml + "node").Select(n => (string)n.Attribute("id")!).ToHashSet();
        Assert.Equal(3, nodes.Count);
        Assert.All(nodes, n => XmlConvert.VerifyNMTOKEN(n));
        Assert.All(xml.Descendants(Ml + "edge"), e => Assert.True(nodes.Contains((string)e.Attribute("source")!) && nodes.Contains((string)e.Attribute("target")!)));
    }

    [Fact]
    public void GraphMl_keeps_ids_and_figures()
    {
        var xml = Read();
        var byId = xml.Descendants(Ml + "node").ToDictionary(n => (string)n.Attribute("id")!, n => Data(n, "account"));
        var edge = xml.Descendants(Ml + "edge").First();

        Assert.Equal((Hash, "twitter:839501234567890123"), (byId[(string)edge.Attribute("source")!], byId[(string)edge.Attribute("target")!]));
        Assert.Equal(("12", "0.25", 1e-20, "true"), (Data(edge, "weight"), Data(edge, "expected"), XmlConvert.ToDouble(Data(edge, "p")), Data(edge, "beyond")));
        Assert.Contains("twitter:<\uFFFD&\"'>\uFFFD", byId.Values);
    }

    [Fact]
    public async Task The_edge_list_has_ids_as_text()
    {
        using var stream = new MemoryStream();
        Assert.Equal(2, await NetworkExport.Edges(Network, stream, TestContext.Current.CancellationToken));
        var text = Encoding.UTF8.GetString(stream.ToArray());

        Assert.Contains("\"twitter:839501234567890123\"", text, StringComparison.Ordinal);
        Assert.Contains($"\"{Hash}\"", text, StringComparison.Ordinal);
        using var reader = CsvReader.FromFile(await Kept(stream), new CsvReaderOptions { HasHeader = true });
        Assert.True(reader.Read());
        Assert.Equal(Hash, reader.GetString(0));
        Assert.Equal("12", reader.GetString(2));
        Assert.Equal(1e-20, double.Parse(reader.GetString(6)!, CultureInfo.InvariantCulture));
        Assert.Equal("2018-03-05T08:00:00Z", reader.GetString(11));
        File.Delete(Path.Combine(Path.GetTempPath(), Name));
    }

    private static string Name { get; } = $"monitor-edges-{Guid.NewGuid():N}.csv";

    private static async Task<string> Kept(MemoryStream stream)
    {
        var file = Path.Combine(Path.GetTempPath(), Name);
        await File.WriteAllBytesAsync(file, stream.ToArray(), TestContext.Current.CancellationToken);
        return file;
    }

    private static XDocument Read()
    {
        using var stream = new MemoryStream();
        Assert.Equal(2, NetworkExport.GraphMl(Network, stream));
        stream.Position = 0;
        return XDocument.Load(stream);
    }

    private static string Data(XElement of, string key) => of.Elements(Ml + "data").Single(d => (string?)d.Attribute("key") == key).Value;

    private static void AssertType(string type, string value) => _ = type switch
    {
        "int" => XmlConvert.ToInt32(value),
        "double" => XmlConvert.ToDouble(value),
        "boolean" => XmlConvert.ToBoolean(value) ? 1 : 0,
        _ => 0,
    };
}
