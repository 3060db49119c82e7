using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Monitor.Core.Model;

namespace Monitor.Core.Definitions.Strict;

/// <summary>Reads one value of a known type. Numbers and truth values stand without quotation marks, text that looks like one stands within.</summary>
internal sealed class ScalarReader(Func<int, string, string, object?> add)
{
    /// <summary>The value; null after an error.</summary>
    public object? Read(Type type, PropertyInfo property, YamlScalar scalar, string key)
    {
        var text = scalar.Text;
        if (type == typeof(string) || type == typeof(PartialDate))
        {
            return Text(type, property, scalar, key);
        }

        if (!scalar.Plain)
        {
            return add(scalar.Line, $"{key} is the text {scalar.Word}, not {Word(type)}", "remove the quotation marks");
        }

        if (type.IsEnum)
        {
            var allowed = WordsOf(property, type);
            return allowed.Contains(text) ? Enum.Parse(type, text, ignoreCase: true) : NotAmong(scalar, key, allowed);
        }

        object? value = type switch
        {
            _ when type == typeof(bool) => text switch { "true" => true, "false" => false, _ => null },
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var i) ? i : null,
            _ when type == typeof(long) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var l) ? l : null,
            _ => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var d) ? d : null,
        };
        if (value is null)
        {
            return add(scalar.Line, $"{key} is {scalar.Word}, not {Word(type)}", type == typeof(bool) ? "write true or false" : "write digits only, such as 100");
        }

        return property.GetCustomAttribute<RangeAttribute>() is { } range && !range.IsValid(value)
            ? add(scalar.Line, $"{key} is {text}", FormattableString.Invariant($"write a number from {range.Minimum} to {range.Maximum}"))
            : value;
    }

    /// <summary>The words a property may hold, in lower case; all of an enumeration unless fewer are allowed.</summary>
    public static IReadOnlyList<string> WordsOf(PropertyInfo property, Type type) =>
        property.GetCustomAttribute<AllowedValuesAttribute>() is { } allowed
            ? [.. allowed.Values.Select(v => v!.ToString()!.ToLowerInvariant())]
            : type.IsEnum ? [.. Enum.GetNames(type).Select(n => n.ToLowerInvariant())] : [];

    private object? Text(Type type, PropertyInfo property, YamlScalar scalar, string key)
    {
        var text = scalar.Text;
        if (scalar.Plain && (text is "true" or "false" || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            return add(scalar.Line, $"{key} is the {(text is "true" or "false" ? "truth value" : "number")} {text}, not text", $"write \"{text}\" in quotation marks");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return add(scalar.Line, $"{key} is empty", "write a value, or remove the key");
        }

        var allowed = WordsOf(property, type);
        if (allowed.Count > 0 && !allowed.Contains(text))
        {
            return NotAmong(scalar, key, allowed);
        }

        if (property.GetCustomAttribute<FormAttribute>() is { } form && TextForm.Named(form.Name).Wrong(text) is var (message, mend))
        {
            return add(scalar.Line, $"{key}: {message}", mend);
        }

        return type == typeof(PartialDate) ? PartialDate.Parse(text) : text;
    }

    private object? NotAmong(YamlScalar scalar, string key, IReadOnlyList<string> allowed)
    {
        var nearest = NearestWord.Of(scalar.Text, allowed);
        var mend = nearest is not null ? $"did you mean '{nearest}'?" : $"write one of {string.Join(", ", allowed)}";
        return add(scalar.Line, $"{key} is {scalar.Word}", mend);
    }

    private static string Word(Type type) => type == typeof(bool) ? "true or false" : type.IsEnum ? "a known word" : type == typeof(double) ? "a number" : "a whole number";
}
