using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>
/// Names of indexes and aliases. An index is <c>PREFIX-s1-g3-posts-2026.11</c>: version of the schema, generation, kind, and for documents and posts the month in which it was
/// begun. Readers ask the alias <c>PREFIX-posts</c>, which stands for all indexes of the kind of the generation in use, so that another generation takes its place at one stroke.
/// </summary>
internal sealed partial class IndexNames
{
    /// <summary>Raised whenever mappings, or the terms of the analyzer, change, so that older indexes are made anew.</summary>
    public const int Schema = 1;

    private static readonly string[] Kinds = [.. Enum.GetNames<IndexKind>().Select(n => n.ToLowerInvariant())];

    private readonly string _prefix;

    /// <summary>Names with a prefix.</summary>
    /// <exception cref="ArgumentException">It cannot be the beginning of a name.</exception>
    public IndexNames(string prefix) => _prefix = PrefixForm().IsMatch(prefix)
        ? prefix
        : throw new ArgumentException($"corpus:cluster:prefix: \"{prefix}\" is made of other characters than a-z, 0-9 and hyphens, begins with none of a-z, or is longer than 60", nameof(prefix));

    /// <summary>Matches every index of the installation, of every schema.</summary>
    public string Everything => $"{_prefix}-s*-g*";

    /// <summary>Beginning of the names of all index templates.</summary>
    public string Templates => $"{_prefix}-s{Schema}-";

    /// <summary>The name of a kind.</summary>
    public static string Of(IndexKind kind) => Kinds[(int)kind];

    /// <summary>The alias that readers ask.</summary>
    public string Alias(IndexKind kind) => $"{_prefix}-{Of(kind)}";

    /// <summary>The kind that an alias is of; null for one of others.</summary>
    public IndexKind? KindOf(string alias) =>
        alias.StartsWith(_prefix + "-", StringComparison.Ordinal) && Array.IndexOf(Kinds, alias[(_prefix.Length + 1)..]) is >= 0 and var kind ? (IndexKind)kind : null;

    /// <summary>Index template of a kind and what it applies to.</summary>
    public (string Name, string Pattern) Template(IndexKind kind) => ($"{Templates}{Of(kind)}", $"{_prefix}-s{Schema}-g*-{Of(kind)}*");

    /// <summary>All indexes of a kind in a generation.</summary>
    public string Pattern(int generation, IndexKind kind) => $"{_prefix}-s{Schema}-g{generation.ToString(CultureInfo.InvariantCulture)}-{Of(kind)}*";

    /// <summary>The index that new records of a kind go to.</summary>
    public string Index(int generation, IndexKind kind, DateTimeOffset now) =>
        Pattern(generation, kind)[..^1] + (kind is IndexKind.Documents or IndexKind.Posts ? now.UtcDateTime.ToString("-yyyy.MM", CultureInfo.InvariantCulture) : "");

    /// <summary>Schema, generation and kind of an index; null for one of others.</summary>
    public (int Schema, int Generation, IndexKind Kind)? Read(string index)
    {
        if (!index.StartsWith(_prefix + "-", StringComparison.Ordinal) || NameForm().Match(index[_prefix.Length..]) is not { Success: true } match)
        {
            return null;
        }

        var kind = Array.IndexOf(Kinds, match.Groups["kind"].Value);
        return int.TryParse(match.Groups["s"].Value, CultureInfo.InvariantCulture, out var schema) && int.TryParse(match.Groups["g"].Value, CultureInfo.InvariantCulture, out var generation)
            ? (schema, generation, (IndexKind)kind)
            : null;
    }

    /// <summary>The <c>_id</c> of a key: itself, or a digest when it is longer than the 512 bytes that Elasticsearch allows.</summary>
    public static string Id(string key) => key.Length <= 170 || Encoding.UTF8.GetByteCount(key) <= 512 ? key : "~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    [GeneratedRegex("^[a-z][a-z0-9-]{0,59}$", RegexOptions.NonBacktracking)]
    private static partial Regex PrefixForm();

    [GeneratedRegex(@"^-s(?<s>\d{1,9})-g(?<g>\d{1,9})-(?<kind>claims|documents|accounts|posts|releases|appearances|events|links|marks|inputs|verdicts)(-\d{4}\.\d{2})?$", RegexOptions.NonBacktracking)]
    private static partial Regex NameForm();
}
