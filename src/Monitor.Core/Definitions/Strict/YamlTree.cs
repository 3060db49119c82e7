using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Monitor.Core.Definitions.Strict;

/// <summary>
/// Reads the plain part of YAML 1.2: keys, lists and values. Anchors, aliases, tags and merge keys are refused, so that a file says what it says
/// and cannot grow when it is read; duplicate keys, several documents and deep nesting are refused too.
/// </summary>
internal static class YamlTree
{
    /// <summary>Deepest nesting; a definition needs three.</summary>
    private const int MaxDepth = 8;

    /// <summary>The tree of the file's one document; null when it has an error, which then is in <paramref name="errors"/>.</summary>
    public static YamlNode? Read(string file, string text, List<DefinitionError> errors)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (parser.Current is StreamEnd)
            {
                throw new YamlFault(1, "the file is empty", "write the required keys, see crawlers/README.md");
            }

            parser.Consume<DocumentStart>();
            var node = Node(parser, 0);
            parser.Consume<DocumentEnd>();
            if (parser.Current is DocumentStart second)
            {
                throw new YamlFault(Line(second), "a second document begins", "keep one definition in one file and remove '---'");
            }

            return node;
        }
        catch (YamlFault fault)
        {
            errors.Add(new(file, fault.Line, fault.Message, fault.Mend));
        }
        catch (YamlException e)
        {
            var line = (int)Math.Max(1, e.Start.Line);
            errors.Add(new(file, line, $"not valid YAML: {Sentence(e)}", "mend the indentation or quotation on this line or the one before"));
        }

        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // YamlDotNet 16 fails so on some broken quotations and braces, and then does not say where.
            errors.Add(new(file, 0, "not valid YAML", "look for a brace, bracket or quotation mark without its partner"));
        }

        return null;
    }

    private static YamlNode Node(Parser parser, int depth)
    {
        var line = Line(parser.Current!);
        switch (parser.Current)
        {
            case AnchorAlias alias:
                throw new YamlFault(line, $"alias '*{alias.Value}'", "write the value out; aliases are not allowed");
            case NodeEvent { Anchor.IsEmpty: false } node:
                throw new YamlFault(line, $"anchor '&{node.Anchor}'", "remove it; anchors are not allowed");
            case NodeEvent { Tag.IsEmpty: false } node:
                throw new YamlFault(line, $"tag '{node.Tag}'", "remove it; tags are not allowed");
            case not null when depth > MaxDepth:
                throw new YamlFault(line, $"nested more than {MaxDepth} deep", "a definition needs three levels");
            case Scalar scalar:
                parser.MoveNext();
                return new YamlScalar(line, scalar.Value, scalar.Style == ScalarStyle.Plain);
            case SequenceStart:
                return List(parser, line, depth);
            default:
                return Map(parser, line, depth);
        }
    }

    private static YamlList List(Parser parser, int line, int depth)
    {
        parser.Consume<SequenceStart>();
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(parser, depth + 1));
        }

        return new(line, items);
    }

    private static YamlMap Map(Parser parser, int line, int depth)
    {
        parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(parser, depth + 1) as YamlScalar
                ?? throw new YamlFault(line, "a key is a list or a group", "a key is a plain word");
            if (!seen.TryAdd(key.Text, key.Line))
            {
                throw new YamlFault(key.Line, $"'{key.Text}' stands twice, first on line {seen[key.Text]}", "keep one of the two");
            }

            entries.Add(new(key.Text, key.Line, Node(parser, depth + 1)));
        }

        return new(line, entries);
    }

    private static int Line(ParsingEvent at) => (int)Math.Max(1, at.Start.Line);

    private static string Sentence(YamlException e)
    {
        var text = e.InnerException?.Message ?? e.Message;
        return text.Split('\n')[0].TrimEnd('.', ' ');
    }

    private sealed class YamlFault(int line, string message, string mend) : Exception(message)
    {
        public int Line { get; } = line;

        public string Mend { get; } = mend;
    }
}
