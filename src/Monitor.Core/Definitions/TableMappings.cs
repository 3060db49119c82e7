using System.Globalization;
using System.Security.Cryptography;
using Monitor.Core.Definitions.Strict;
using Monitor.Core.Model;

namespace Monitor.Core.Definitions;

/// <summary>Reads mappings of tables as strictly as crawler definitions: a mapping that says something unknown is refused as a whole.</summary>
public static class TableMappings
{
    /// <summary>All mappings of a folder, for checking.</summary>
    public static DefinitionSet<TableMapping> Load(string folder)
    {
        var sets = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*" + ReleaseFile.MappingEnding).Order(StringComparer.Ordinal).Select(LoadFile).ToList()
            : [];
        return new([.. sets.SelectMany(s => s.Items)], [.. sets.SelectMany(s => s.Errors)]);
    }

    /// <summary>One mapping; its name is the file's without its ending.</summary>
    public static DefinitionSet<TableMapping> LoadFile(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var errors = new List<DefinitionError>();
        if (DefinitionFolder.LoadFile<TableMapping>(file, errors, StemOf(file)) is not { } item)
        {
            return new([], errors);
        }

        Check(file, item.Record, errors);
        return errors.Count > 0 ? new([], errors) : new([item.Record with { Name = item.Id, Sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) }], errors);
    }

    /// <summary>The name under which a mapping is kept: that of its file, with <see cref="ReleaseFile.MappingEnding"/>.</summary>
    public static string KeptName(string file) => StemOf(file) + ReleaseFile.MappingEnding;

    /// <summary>The JSON Schema (draft-07) of a mapping, for completion in editors: the text of <c>crawlers/mappings/schema.json</c>.</summary>
    /// <exception cref="FileNotFoundException">The documentation file that the descriptions come from is not beside the program.</exception>
    public static string JsonSchema() => JsonSchemaWriter.Write(typeof(TableMapping), "Mapping of a table");

    /// <summary>What the shape of the record cannot say: columns of a table without header are numbers.</summary>
    private static void Check(string file, TableMapping mapping, List<DefinitionError> errors)
    {
        if (!mapping.Header && mapping.Columns().FirstOrDefault(c => !int.TryParse(c, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < 1) is { } name)
        {
            errors.Add(new(file, 0, $"the column '{name}' has no number, and the table no header", "name columns by their place, \"1\" being the first, or leave 'header: false' out"));
        }

        if (mapping.Header && mapping.Match.FirstOrDefault(m => m.Trim() != m) is { } blank)
        {
            errors.Add(new(file, 0, $"'match' has '{blank}' with blanks around it", "remove the blanks; those of the table do not count"));
        }
    }

    private static string StemOf(string file)
    {
        var name = Path.GetFileName(file);
        return name.EndsWith(ReleaseFile.MappingEnding, StringComparison.OrdinalIgnoreCase) ? name[..^ReleaseFile.MappingEnding.Length] : Path.GetFileNameWithoutExtension(name);
    }

    /// <summary>Every column that a mapping names, each once, in the order of its keys.</summary>
    internal static IReadOnlyList<string> Columns(this TableMapping mapping)
    {
        string?[] account =
        [
            mapping.Account.Id, mapping.Account.Handle, mapping.Account.Name, mapping.Account.Bio, mapping.Account.Location, mapping.Account.Url,
            mapping.Account.Followers, mapping.Account.Following, mapping.Account.Created, mapping.Account.Language,
        ];
        string?[] post = mapping.Post is not { } p ? [] :
        [
            p.Id, p.Text, p.Time, p.Language, p.Client, p.ReplyToUser, p.ReplyToPost, p.QuotedPost, p.Repost, p.RepostedUser, p.RepostedPost, p.Likes, p.Replies,
            p.Reposts, p.Quotes, p.Hashtags, p.Urls, p.Mentions,
        ];
        string?[] happened = mapping.Event is { } e ? [e.Kind, e.Time, e.Detail] : [];
        return [.. mapping.Match.Concat(account.Concat(post).Concat(happened).OfType<string>()).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
