namespace Monitor.Core.Archives.Values;

/// <summary>The marks that mappings name by words, since a lone comma or tab is easily lost in a file.</summary>
internal static class Marks
{
    /// <summary>The mark of this name; the names are those of <see cref="Definitions.TableMapping"/>.</summary>
    public static char Of(string name) => name switch
    {
        "comma" => ',',
        "semicolon" => ';',
        "tab" => '\t',
        "pipe" => '|',
        "point" => '.',
        "apostrophe" => '\'',
        "space" => ' ',
        _ => throw new ArgumentException($"'{name}' names no mark", nameof(name)),
    };
}
