namespace Monitor.Core.Definitions.Strict;

/// <summary>A value of a YAML file with the line on which it begins.</summary>
/// <param name="Line">Line from 1.</param>
internal abstract record YamlNode(int Line)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Word { get; }
}

/// <summary>A single value.</summary>
/// <param name="Line">Line from 1.</param>
/// <param name="Text">Its text, unquoted.</param>
/// <param name="Plain">True when it stands without quotation marks, so that it may be a number or a truth value.</param>
internal sealed record YamlScalar(int Line, string Text, bool Plain) : YamlNode(Line)
{
    /// <inheritdoc/>
    public override string Word => $"'{(Text.Length > 80 ? Text[..80] + "…" : Text)}'";

    /// <summary>True for the spellings of "nothing" in YAML's core schema.</summary>
    public bool Empty => Plain && Text is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A list.</summary>
/// <param name="Line">Line from 1.</param>
/// <param name="Items">Its members.</param>
internal sealed record YamlList(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line)
{
    /// <inheritdoc/>
    public override string Word => "a list";
}

/// <summary>Keys with values.</summary>
/// <param name="Line">Line from 1.</param>
/// <param name="Entries">In the order of the file.</param>
internal sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlNode(Line)
{
    /// <inheritdoc/>
    public override string Word => "a group of keys";
}

/// <summary>A key with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Line">Line of the key.</param>
/// <param name="Value">The value.</param>
internal sealed record YamlEntry(string Key, int Line, YamlNode Value);
