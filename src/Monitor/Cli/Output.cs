using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Monitor.Core.Model;

namespace Monitor.Cli;

/// <summary>What commands print: results on stdout, everything else on stderr.</summary>
internal static class Output
{
    /// <summary>JSON as all commands write it: camel case, enums in lower case, letters of every script as they are.</summary>
    public static JsonSerializerOptions JsonOptions { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new PartialDateConverter() },
    };

    /// <summary>One JSON object on a line of stdout.</summary>
    public static void Json<T>(T value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, JsonOptions));

    /// <summary>A value as text that is equal exactly when the values are.</summary>
    public static string Canonical<T>(T value) => JsonSerializer.Serialize(value, JsonOptions);

    /// <summary>A line of stdout for people.</summary>
    public static void Line(string text = "") => Console.Out.WriteLine(Printable(text));

    /// <summary>A line of stderr.</summary>
    public static void Note(string text) => Console.Error.WriteLine(Printable(text));

    /// <summary>
    /// Text without what could steer the terminal or forge a line: control characters (ECMA-48 escape sequences, carriage returns) and the marks that turn the direction
    /// of what follows (Unicode TR 36, 3.3). Line feeds and tabs stay.
    /// </summary>
    internal static string Printable(string text) => text.Any(IsUnsafe) ? string.Concat(text.Select(c => IsUnsafe(c) ? '\uFFFD' : c)) : text;

    private static bool IsUnsafe(char c) => (char.IsControl(c) && c is not ('\n' or '\t')) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private sealed class PartialDateConverter : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            PartialDate.Parse(reader.GetString()) ?? throw new JsonException("no date of the form 2018, 2018-09, 2018-09-16 or 2018-09-16T08:05+03:30");

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
