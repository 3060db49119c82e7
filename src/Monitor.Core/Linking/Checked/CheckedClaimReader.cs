using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Monitor.Core.Linking;

/// <summary>
/// Reads collections of checked claims and queries: JSON lines, or lines with tabs whose header names the columns (without a header: id, then text). Columns are
/// recognised by the names that the CheckThat! sets use (<c>vclaim_id</c>, <c>vclaim</c>, <c>title</c>, <c>tweet_content</c> …).
/// </summary>
public static partial class CheckedClaimReader
{
    /// <summary>Lines after which an open quotation mark is taken for a sign of the text.</summary>
    private const int LongestRecord = 30;

    private static readonly string[] IdNames = ["vclaim_id", "claim_id", "id", "tweet_id", "iclaim_id", ""];
    private static readonly string[] ClaimNames = ["vclaim", "claim", "claimReviewed", "text"];
    private static readonly string[] QueryNames = ["tweet_content", "tweet_text", "iclaim_content", "iclaim", "text", "content", "query"];

    /// <summary>Reads the claims of a file.</summary>
    /// <exception cref="InvalidDataException">A line is no JSON object or has no claim; the message names file and line.</exception>
    public static IReadOnlyList<CheckedClaim> Claims(string file) =>
        [
            .. Rows(file, ["", "vclaim", "title"]).Select(r => new CheckedClaim(Value(r.Row, IdNames), Required(file, r.Line, r.Row, ClaimNames), Value(r.Row, ["title", "headline"]))
            {
                Subtitle = Value(r.Row, ["subtitle"]),
                Date = Date(Value(r.Row, ["date", "reviewDate", "datePublished"])),
            }),
        ];

    /// <summary>Reads the queries of a file; the signature <c>— Name (@handle) Month day, year</c> becomes author and date.</summary>
    /// <exception cref="InvalidDataException">A line is no JSON object or has no text; the message names file and line.</exception>
    public static IReadOnlyList<CheckQuery> Queries(string file) =>
        [.. Rows(file, ["", "tweet_content"]).Select(r => Query(Value(r.Row, IdNames), Required(file, r.Line, r.Row, QueryNames)))];

    /// <summary>A query made of a post's words as pages embed them.</summary>
    public static CheckQuery Query(string id, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var picture = Picture().IsMatch(text);
        var plain = Url().Replace(text, " ");
        var signature = Signature().Match(plain);
        return signature.Success
            ? new(id, plain[..signature.Index].Trim()) { Author = $"{signature.Groups[1].Value} {signature.Groups[2].Value}".Trim(), Date = Date(signature.Groups[3].Value), Picture = picture }
            : new(id, plain.Trim()) { Picture = picture };
    }

    private static IEnumerable<(int Line, Dictionary<string, string> Row)> Rows(string file, string[] columns)
    {
        var number = 0;
        foreach (var (first, line) in Records(file))
        {
            number = first;
            if (line.Length == 0)
            {
                continue;
            }

            if (line[0] == '{')
            {
                yield return (number, Json(file, number, line));
                continue;
            }

            var cells = line.Split('\t').Select(Unquoted).ToArray();
            if (number == 1 && cells.Any(c => ClaimNames.Contains(c) || QueryNames.Contains(c)))
            {
                columns = cells;
                continue;
            }

            yield return (number, columns.Zip(cells).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
        }
    }

    /// <summary>The records of a file: a cell that opens a quotation mark and does not close it goes on in the next lines, as spreadsheets write it.</summary>
    private static IEnumerable<(int Line, string Text)> Records(string file)
    {
        var (number, start, open) = (0, 0, (string?)null);
        foreach (var line in File.ReadLines(file))
        {
            number++;
            start = open is null ? number : start;
            open = open is null ? line : open + "\n" + line;
            if (open.Contains("\t\"", StringComparison.Ordinal) && open.Count(c => c == '"') % 2 == 1 && number - start < LongestRecord)
            {
                continue;
            }

            yield return (start, open);
            open = null;
        }

        if (open is not null)
        {
            yield return (start, open);
        }
    }

    private static string Unquoted(string cell) =>
        cell.Length > 1 && cell[0] == '"' && cell[^1] == '"' ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell;

    private static Dictionary<string, string> Json(string file, int number, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.EnumerateObject().DistinctBy(p => p.Name)
                .ToDictionary(p => p.Name, p => p.Value.ValueKind == JsonValueKind.String ? p.Value.GetString() ?? "" : p.Value.ToString(), StringComparer.Ordinal);
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{file}:{number}: no JSON object ({fault.Message}); write one object a line", fault);
        }
    }

    private static string Value(Dictionary<string, string> row, string[] names) => names.Select(n => row.GetValueOrDefault(n)).FirstOrDefault(v => v is not null) ?? "";

    private static string Required(string file, int line, Dictionary<string, string> row, string[] names) =>
        Value(row, names) is { Length: > 0 } value ? value : throw new InvalidDataException($"{file}:{line}: none of the columns {string.Join(", ", names)} holds a text");

    private static DateTimeOffset? Date(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    [GeneratedRegex(@"(?:\s*[—–]\s*|\s+-\s+|\s{2,})([^—–]{1,80}?)\s*(\(@\w{1,30}\))\s*(\p{L}+ \d{1,2}, \d{2,4})?\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Signature();

    [GeneratedRegex(@"https?://\S+|pic\.twitter\.com/\S+|\bt\.co/\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Url();

    [GeneratedRegex(@"pic\.twitter\.com/", RegexOptions.NonBacktracking)]
    private static partial Regex Picture();
}
