using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Monitor.Core.Definitions.Strict;

/// <summary>
/// Makes a record of a YAML tree and takes nothing for granted: every unknown key, missing key, wrong type and bad value is an error with its line.
/// All errors of a file are reported at once.
/// </summary>
internal sealed class RecordBinder(string file, List<DefinitionError> errors)
{
    /// <summary>The record; meaningless when errors were added.</summary>
    public object? Bind(Type type, YamlNode node, string key)
    {
        if (node is not YamlMap map)
        {
            Add(node.Line, $"{Of(key)} is {node.Word}, not a group of keys", $"write {string.Join(", ", RecordShape.Of(type).Keys.Where(k => k.Required).Select(k => k.Name + ": …"))} below it");
            return null;
        }

        var shape = RecordShape.Of(type);
        var record = Activator.CreateInstance(type)!;
        var misspelt = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (shape.Keys.FirstOrDefault(k => k.Name == entry.Key) is not { } known)
            {
                var nearest = NearestWord.Of(entry.Key, shape.Keys.Select(k => k.Name));
                misspelt.Add(nearest ?? "");
                Add(entry.Line, $"unknown key '{entry.Key}'", nearest is not null ? $"did you mean '{nearest}'?" : $"known keys are {Names(shape.Keys)}");
            }
            else if (Value(known.Property.PropertyType, known.Property, entry.Value, known.Name) is { } value)
            {
                known.Property.SetValue(record, value);
            }
        }

        foreach (var missing in shape.Keys.Where(k => k.Required && !misspelt.Contains(k.Name) && map.Entries.All(e => e.Key != k.Name)))
        {
            Add(map.Line, $"key '{missing.Name}' is missing{(key.Length > 0 ? $" below '{key}'" : "")}", $"add a line '{missing.Name}: …'");
        }

        new RecordChecks(file, errors).Check(type, record, map);
        return record;
    }

    private object? Value(Type type, PropertyInfo property, YamlNode node, string key)
    {
        if (RecordShape.MemberOf(type) is { } member)
        {
            return List(member, property, node, key);
        }

        if (type.IsClass && type != typeof(string))
        {
            return Bind(type, node, key);
        }

        if (node is not YamlScalar scalar)
        {
            return Add(node.Line, $"{Of(key)} is {node.Word}, not one value", "write one value behind the colon");
        }

        return scalar.Empty
            ? Add(node.Line, $"{Of(key)} has no value", "write a value, or remove the key")
            : new ScalarReader(Add).Read(Nullable.GetUnderlyingType(type) ?? type, property, scalar, Of(key));
    }

    private IList? List(Type member, PropertyInfo property, YamlNode node, string key)
    {
        if (node is not YamlList list)
        {
            Add(node.Line, $"{Of(key)} is {node.Word}, not a list", "write each member on its own line, beginning with '- '");
            return null;
        }

        if (property.GetCustomAttribute<MinLengthAttribute>() is { } least && list.Items.Count < least.Length)
        {
            Add(list.Line, $"{Of(key)} has {list.Items.Count} members", $"write at least {least.Length}");
        }

        var values = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(member))!;
        foreach (var value in list.Items.Select(i => Value(member, property, i, key)).Where(v => v is not null))
        {
            values.Add(value);
        }

        return values;
    }

    private object? Add(int line, string message, string mend)
    {
        errors.Add(new(file, line, message, mend));
        return null;
    }

    private static string Of(string key) => key.Length > 0 ? $"'{key}'" : "the file";

    private static string Names(IEnumerable<RecordKey> keys) => string.Join(", ", keys.Select(k => k.Name));
}
