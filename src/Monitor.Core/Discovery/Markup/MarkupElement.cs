using System.Text;

namespace Monitor.Core.Discovery.Markup;

/// <summary>An element of a feed.</summary>
/// <param name="Space">Namespace; empty when it has none.</param>
/// <param name="Name">Local name in lower case, since feeds spell <c>pubDate</c> in every way.</param>
/// <param name="Base">Url against which its links are resolved (xml:base, RFC 3986); may be empty.</param>
/// <param name="Line">Line from 1.</param>
internal sealed record MarkupElement(string Space, string Name, string Base, int Line)
{
    /// <summary>Attributes by name in lower case, with the prefix as written.</summary>
    public Dictionary<string, string> Attributes { get; init; } = [];

    /// <summary>Elements and texts in order; a text is a <see cref="string"/>.</summary>
    public List<object> Content { get; } = [];

    /// <summary>Child elements.</summary>
    public IEnumerable<MarkupElement> Children => Content.OfType<MarkupElement>();

    /// <summary>Value of an attribute; null when it is not there.</summary>
    public string? Attribute(string name) => Attributes.GetValueOrDefault(name);

    /// <summary>All text in it, trimmed; scripts and styles of embedded XHTML are no text.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        Append(text);
        return text.ToString().Trim();
    }

    private void Append(StringBuilder text)
    {
        foreach (var part in Content)
        {
            if (part is string words)
            {
                text.Append(words);
            }
            else if (part is MarkupElement { Name: not ("script" or "style") } element)
            {
                element.Append(text);
            }
        }
    }
}
