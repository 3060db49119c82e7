using System.Globalization;
using System.Reflection;

namespace Monitor.Core.Definitions.Strict;

/// <summary>Checks that concern several keys of one record, as its attributes state them.</summary>
internal sealed class RecordChecks(string file, List<DefinitionError> errors)
{
    /// <summary>Adds an error for each rule that the keys in the file break.</summary>
    public void Check(Type type, object record, YamlMap map)
    {
        if (type.GetCustomAttribute<ExactlyOneAttribute>() is { } one)
        {
            ExactlyOne(map, RecordShape.KeyOf(one.First), RecordShape.KeyOf(one.Second));
        }

        foreach (var needs in type.GetCustomAttributes<NeedsAttribute>())
        {
            var (key, needed) = (RecordShape.KeyOf(needs.Key), RecordShape.KeyOf(needs.Needed));
            if (Find(map, key) is { } at && Find(map, needed) is null)
            {
                Add(at.Line, $"'{key}' without '{needed}'", $"add a line '{needed}: …'");
            }
        }

        if (type.GetCustomAttribute<AtLeastOneAttribute>() is { } any
            && Find(map, RecordShape.KeyOf(any.First)) is null && Find(map, RecordShape.KeyOf(any.Second)) is null)
        {
            var (first, second) = (RecordShape.KeyOf(any.First), RecordShape.KeyOf(any.Second));
            Add(map.Line, $"neither '{first}' nor '{second}'", $"add '{first}: …' or '{second}: …', or both");
        }

        foreach (var when in type.GetCustomAttributes<WhenAttribute>())
        {
            When(map, RecordShape.KeyOf(when.Key), when.Value, RecordShape.KeyOf(when.Needed), when.Only);
        }

        if (type.GetCustomAttribute<NotAboveAttribute>() is { } order)
        {
            var (low, high) = (Number(type, order.Low, record), Number(type, order.High, record));
            if (low > high && Find(map, RecordShape.KeyOf(order.High)) is { } at)
            {
                Add(at.Line, $"'{RecordShape.KeyOf(order.Low)}' {low} is above '{RecordShape.KeyOf(order.High)}' {high}", "swap or mend the two numbers");
            }
        }
    }

    private void ExactlyOne(YamlMap map, string first, string second)
    {
        var (a, b) = (Find(map, first), Find(map, second));
        if (a is not null && b is not null)
        {
            Add(b.Line, $"both '{first}' and '{second}'", "keep one, and give the other a list member of its own");
        }
        else if (a is null && b is null)
        {
            Add(map.Line, $"neither '{first}' nor '{second}'", $"add '{first}: …' or '{second}: …'");
        }
    }

    private void When(YamlMap map, string key, string value, string needed, bool only)
    {
        var has = Find(map, key) is { Value: YamlScalar scalar } && scalar.Text == value;
        if (has && Find(map, needed) is null)
        {
            Add(Find(map, key)!.Line, $"'{key}: {value}' without '{needed}'", $"add '{needed}: …'");
        }
        else if (!has && only && Find(map, needed) is { } stray)
        {
            Add(stray.Line, $"'{needed}' without '{key}: {value}'", $"remove it, or write '{key}: {value}'");
        }
    }

    private void Add(int line, string message, string mend) => errors.Add(new(file, line, message, mend));

    private static YamlEntry? Find(YamlMap map, string key) => map.Entries.FirstOrDefault(e => e.Key == key);

    private static double Number(Type type, string property, object record) =>
        Convert.ToDouble(type.GetProperty(property)!.GetValue(record), CultureInfo.InvariantCulture);
}
