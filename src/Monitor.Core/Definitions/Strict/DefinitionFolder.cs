using System.Text;

namespace Monitor.Core.Definitions.Strict;

/// <summary>Reads the definition files of a folder, each alone: a bad file is reported and the others are read.</summary>
internal static class DefinitionFolder
{
    /// <summary>Largest file; a definition has about one thousand bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All <c>*.yaml</c> files of the folder (not of folders below), with the id and the record of each.</summary>
    public static DefinitionSet<(string Id, T Record)> Load<T>(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return new([], [new(folder, 0, "the folder does not exist", "create it, or name another folder")]);
        }

        var items = new List<(string, T)>();
        var errors = new List<DefinitionError>();
        foreach (var file in Directory.EnumerateFiles(folder).OrderBy(f => f, StringComparer.Ordinal))
        {
            switch (Path.GetExtension(file).ToLowerInvariant())
            {
                case ".yaml" when LoadFile<T>(file, errors) is { } item:
                    items.Add(item);
                    break;
                case ".yml":
                    errors.Add(new(file, 0, "files that end in .yml are not read", $"rename it to {Path.GetFileNameWithoutExtension(file)}.yaml"));
                    break;
            }
        }

        return new(items, errors);
    }

    /// <summary>One file; null when it has errors, which then are added. The id is <paramref name="stem"/>, else the file's.</summary>
    public static (string Id, T Record)? LoadFile<T>(string file, List<DefinitionError> errors, string? stem = null)
    {
        var before = errors.Count;
        var id = stem ?? Path.GetFileNameWithoutExtension(file);
        if (TextForm.Named(TextForm.Id).Wrong(id) is var (message, mend))
        {
            errors.Add(new(file, 0, $"the file name {message}", $"rename the file: {mend}"));
        }

        if (Text(file, errors) is { } text && YamlTree.Read(file, text, errors) is { } node)
        {
            var record = new RecordBinder(file, errors).Bind(typeof(T), node, "");
            if (errors.Count == before)
            {
                return (id, (T)record!);
            }
        }

        errors.Sort(before, errors.Count - before, Comparer<DefinitionError>.Create((a, b) => a.Line.CompareTo(b.Line)));
        return null;
    }

    private static string? Text(string file, List<DefinitionError> errors)
    {
        try
        {
            var length = new FileInfo(file).Length;
            if (length > MaxBytes)
            {
                errors.Add(new(file, 0, $"the file has {length} bytes", $"keep it below {MaxBytes}; a definition is one source"));
                return null;
            }

            return StrictUtf8.GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            errors.Add(new(file, 0, "the file is not UTF-8", "save it as UTF-8 in the editor"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.Add(new(file, 0, $"the file cannot be read: {e.Message.TrimEnd('.')}", "check the name and its permissions"));
        }

        return null;
    }
}
