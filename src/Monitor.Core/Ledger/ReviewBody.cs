using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Monitor.Core.Model;

namespace Monitor.Core.Ledger;

/// <summary>
/// An entry of the chain as the canonical JSON that its hash covers, and back. Members that came later (kind, parts, known, about, people, salt) stand there only where they
/// say something, so that the entries of an older Monitor read and hash as they did.
/// </summary>
internal static class ReviewBody
{
    /// <exception cref="ArgumentException">A text holds half a surrogate pair.</exception>
    public static string Write(Review review)
    {
        var body = new JsonObject
        {
            ["sequence"] = review.Sequence,
            ["subject"] = review.Subject,
            ["verdict"] = review.Verdict,
            ["reviewer"] = review.Reviewer,
            ["time"] = UtcText.Write(review.Time),
            ["note"] = review.Note,
            ["evidence"] = new JsonArray([.. review.Evidence.Select(e => new JsonObject { ["kind"] = e.Kind, ["reference"] = e.Reference, ["quote"] = e.Quote })]),
            ["corrects"] = review.Corrects,
            ["previousHash"] = review.PreviousHash,
        };
        Add(body, "kind", review.Kind != ReviewKind.Verdict ? KindText(review.Kind) : null);
        Add(body, "parts", review.Parts.Count > 0 ? new JsonArray([.. review.Parts.Select(Part)]) : null);
        Add(body, "known", review.Known is { } known ? Texts(known) : null);
        Add(body, "about", review.About);
        Add(body, "people", review.People.Count > 0 ? Texts(review.People) : null);
        Add(body, "salt", review.Salt);
        return CanonicalJson.Write(body);
    }

    public static string HashOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    /// <summary>Reads a body; throws one of the exceptions of System.Text.Json when it is none.</summary>
    public static Review Read(string text, string hash)
    {
        var body = JsonNode.Parse(text)!.AsObject();
        string Text(string name) => body[name]!.GetValue<string>();
        return new Review(
            body["sequence"]!.GetValue<long>(),
            Text("subject"),
            Text("verdict"),
            Text("reviewer"),
            DateTimeOffset.Parse(Text("time"), CultureInfo.InvariantCulture),
            Text("note"),
            [.. body["evidence"]!.AsArray().Select(e => new Model.Evidence(e!["kind"]!.GetValue<string>(), e["reference"]!.GetValue<string>(), e["quote"]!.GetValue<string>()))],
            body["corrects"]?.GetValue<long>(),
            Text("previousHash"),
            hash)
        {
            Kind = body["kind"]?.GetValue<string>() is { } kind ? Enum.Parse<ReviewKind>(kind, ignoreCase: true) : ReviewKind.Verdict,
            Parts = body["parts"] is JsonArray parts ? [.. parts.Select(p => Part(p!))] : [],
            Known = body["known"] is JsonArray known ? Texts(known) : null,
            About = body["about"]?.GetValue<long>(),
            People = body["people"] is JsonArray people ? Texts(people) : [],
            Salt = body["salt"]?.GetValue<string>(),
        };
    }

    private static void Add(JsonObject body, string name, JsonNode? value)
    {
        if (value is not null)
        {
            body[name] = value;
        }
    }

    private static string KindText(ReviewKind kind) => kind == ReviewKind.Publication ? "publication" : "assignment";

    private static JsonObject Part(PartVerdict part) => new()
    {
        ["kind"] = part.Kind,
        ["text"] = part.Text,
        ["start"] = (long)part.Start,
        ["end"] = (long)part.End,
        ["verdict"] = part.Verdict,
        ["note"] = part.Note,
        ["evidence"] = Texts(part.Evidence),
    };

    private static PartVerdict Part(JsonNode part) => new(
        part["kind"]!.GetValue<string>(), part["text"]!.GetValue<string>(), part["start"]!.GetValue<int>(), part["end"]!.GetValue<int>(),
        part["verdict"]!.GetValue<string>(), part["note"]!.GetValue<string>(), Texts(part["evidence"]!.AsArray()));

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode?)t)]);

    private static List<string> Texts(JsonArray texts) => [.. texts.Select(t => t!.GetValue<string>())];
}
