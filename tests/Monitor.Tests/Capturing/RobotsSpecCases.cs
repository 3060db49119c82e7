using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Monitor.Tests.Capturing;

/// <summary>A case of the public robots.txt test set: a file and what a crawler may fetch.</summary>
internal sealed record RobotsSpecCase(string File, byte[] Robots, string Url, string Agent, bool Allowed, bool GoogleSpecific)
{
    public override string ToString() => $"{File}: {Agent} at {Url} after {Encoding.UTF8.GetString(Robots).ReplaceLineEndings("|")}";
}

/// <summary>Reads the set's textproto files: enough of the text format of protocol buffers for their fields, strings and escapes.</summary>
internal static partial class RobotsSpecCases
{
    public static IEnumerable<RobotsSpecCase> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*.textproto", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(ReadFile);

    private static IEnumerable<RobotsSpecCase> ReadFile(string path)
    {
        byte[] robots = [];
        string url = "", agent = "";
        bool? allowed = null;
        var specific = false;
        foreach (Match token in Field().Matches(File.ReadAllText(path)))
        {
            var (name, value) = (token.Groups["name"].Value, token.Groups["value"].Value);
            if (token.Groups["end"].Success)
            {
                if (allowed is { } verdict)
                {
                    yield return new(Path.GetFileNameWithoutExtension(path), robots, url, agent, verdict, specific);
                }

                (allowed, specific) = (null, false);
                continue;
            }

            switch (name)
            {
                case "robotstxt": robots = Unescaped(value); break;
                case "testurl": url = Encoding.UTF8.GetString(Unescaped(value)); break;
                case "useragent": agent = Encoding.UTF8.GetString(Unescaped(value)); break;
                case "expected_outcome": allowed = value == "ALLOWED"; break;
                case "test_type": specific = value == "GOOGLE_SPECIFIC"; break;
            }
        }
    }

    private static byte[] Unescaped(string value)
    {
        var bytes = new List<byte>();
        foreach (Match piece in Piece().Matches(string.Concat(Quoted().Matches(value).Select(m => m.Groups[1].Value))))
        {
            bytes.AddRange(piece.Value switch
            {
                "\\n" => "\n"u8.ToArray(),
                "\\r" => "\r"u8.ToArray(),
                "\\t" => "\t"u8.ToArray(),
                ['\\', 'x', .. var hex] => [byte.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)],
                ['\\', .. var octal] when octal.All(char.IsAsciiDigit) => [Convert.ToByte(octal, 8)],
                ['\\', .. var plain] => Encoding.UTF8.GetBytes(plain),
                var plain => Encoding.UTF8.GetBytes(plain),
            });
        }

        return [.. bytes];
    }

    [GeneratedRegex("""(?<name>\w+):\s*(?<value>(?:"(?:[^"\\]|\\.)*"\s*)+|\w+)|#[^\n]*|(?<end>\})""")]
    private static partial Regex Field();

    [GeneratedRegex("""
        "((?:[^"\\]|\\.)*)"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Quoted();

    [GeneratedRegex("""\\x[0-9A-Fa-f]{1,2}|\\[0-7]{1,3}|\\.|[^\\]+""", RegexOptions.Singleline)]
    private static partial Regex Piece();
}
