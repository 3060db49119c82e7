using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Monitor.Core.Definitions.Strict;

/// <summary>The words of the <c>///</c> comments, so that editors show the same text as the code does.</summary>
internal sealed partial class DocWords
{
    private readonly Dictionary<string, XElement> members;

    /// <summary>Reads the documentation file that the compiler writes beside an assembly.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public DocWords(Assembly assembly)
    {
        var file = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"{file} is needed for the descriptions of the schema; keep it beside the program", file);
        }

        members = XDocument.Load(file).Descendants("member").ToDictionary(m => (string)m.Attribute("name")!);
    }

    /// <summary>The summary of a type.</summary>
    public string Of(Type type) => Words($"T:{type.FullName}");

    /// <summary>The summary of a property.</summary>
    public string Of(PropertyInfo property) => Words($"P:{property.DeclaringType!.FullName}.{property.Name}");

    private string Words(string member) => members.TryGetValue(member, out var found) && found.Element("summary") is { } summary
        ? Blanks().Replace(string.Concat(summary.Nodes().Select(Plain)), " ").Trim()
        : "";

    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => "'" + RecordShape.KeyOf(((string?)see.Attribute("cref") ?? "").Split('.', ':')[^1]) + "'",
        XElement { Name.LocalName: "c" } code => "'" + code.Value + "'",
        XElement other => other.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
