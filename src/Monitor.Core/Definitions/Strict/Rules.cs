namespace Monitor.Core.Definitions.Strict;

/// <summary>Names the form that a text value must have, one of <see cref="TextForm"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FormAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>The property is not a key of the file.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotInFileAttribute : Attribute;

/// <summary>Exactly one of two keys must be there.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ExactlyOneAttribute(string first, string second) : Attribute
{
    public string First { get; } = first;

    public string Second { get; } = second;
}

/// <summary>A key is of use only together with another.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class NeedsAttribute(string key, string needed) : Attribute
{
    public string Key { get; } = key;

    public string Needed { get; } = needed;
}

/// <summary>At least one of two keys must be there.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AtLeastOneAttribute(string first, string second) : Attribute
{
    public string First { get; } = first;

    public string Second { get; } = second;
}

/// <summary>A key must be there when another one has a value.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class WhenAttribute(string key, string value, string needed) : Attribute
{
    public string Key { get; } = key;

    public string Value { get; } = value;

    public string Needed { get; } = needed;

    /// <summary>True when the needed key has no sense with any other value.</summary>
    public bool Only { get; init; }
}

/// <summary>The number of the first key must not be above the number of the second.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NotAboveAttribute(string low, string high) : Attribute
{
    public string Low { get; } = low;

    public string High { get; } = high;
}
