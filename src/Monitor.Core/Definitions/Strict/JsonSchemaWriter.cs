using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monitor.Core.Model;

namespace Monitor.Core.Definitions.Strict;

/// <summary>
/// Writes the JSON Schema (draft-07, which YAML editors read) of a record. It states every rule that the loader holds to, except those a schema
/// cannot say: that a minimum is not above a maximum, and that regular expressions, selectors and schedules can be read.
/// </summary>
internal static class JsonSchemaWriter
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as indented JSON with a line feed at its end.</summary>
    public static string Write(Type type, string title)
    {
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach (var (name, value) in Record(type, new DocWords(type.Assembly)).ToList())
        {
            schema[name] = value?.DeepClone();
        }

        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Record(Type type, DocWords words)
    {
        var shape = RecordShape.Of(type);
        var defaults = Activator.CreateInstance(type)!;
        var schema = new JsonObject
        {
            ["description"] = words.Of(type),
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = Names(shape.Keys.Where(k => k.Required).Select(k => k.Name)),
        };
        var properties = new JsonObject();
        foreach (var key in shape.Keys)
        {
            properties[key.Name] = Key(key, defaults, words);
        }

        schema["properties"] = properties;
        if (type.GetCustomAttribute<ExactlyOneAttribute>() is { } one)
        {
            schema["oneOf"] = new JsonArray(
                new JsonObject { ["required"] = Names([RecordShape.KeyOf(one.First)]) },
                new JsonObject { ["required"] = Names([RecordShape.KeyOf(one.Second)]) });
        }

        var needs = type.GetCustomAttributes<NeedsAttribute>().ToList();
        if (needs.Count > 0)
        {
            schema["dependencies"] = new JsonObject(needs.Select(n => KeyValuePair.Create(RecordShape.KeyOf(n.Key), (JsonNode?)Names([RecordShape.KeyOf(n.Needed)]))));
        }

        if (type.GetCustomAttribute<AtLeastOneAttribute>() is { } any)
        {
            schema["anyOf"] = new JsonArray(
                new JsonObject { ["required"] = Names([RecordShape.KeyOf(any.First)]) },
                new JsonObject { ["required"] = Names([RecordShape.KeyOf(any.Second)]) });
        }

        var whens = type.GetCustomAttributes<WhenAttribute>().Select(When).ToArray<JsonNode>();
        if (whens.Length > 0)
        {
            schema["allOf"] = new JsonArray(whens);
        }

        return schema;
    }

    private static JsonObject When(WhenAttribute when)
    {
        var (key, needed) = (RecordShape.KeyOf(when.Key), RecordShape.KeyOf(when.Needed));
        var rule = new JsonObject
        {
            ["if"] = new JsonObject
            {
                ["properties"] = new JsonObject { [key] = new JsonObject { ["const"] = bool.TryParse(when.Value, out var truth) ? truth : when.Value } },
                ["required"] = Names([key]),
            },
            ["then"] = new JsonObject { ["required"] = Names([needed]) },
        };
        if (when.Only)
        {
            rule["else"] = new JsonObject { ["not"] = new JsonObject { ["required"] = Names([needed]) } };
        }

        return rule;
    }

    private static JsonObject Key(RecordKey key, object defaults, DocWords words)
    {
        var type = Nullable.GetUnderlyingType(key.Property.PropertyType) ?? key.Property.PropertyType;
        var schema = new JsonObject { ["description"] = words.Of(key.Property) };
        if (RecordShape.MemberOf(type) is { } member)
        {
            schema["type"] = "array";
            if (key.Property.GetCustomAttribute<MinLengthAttribute>() is { } least)
            {
                schema["minItems"] = least.Length;
            }

            schema["items"] = member.IsClass && member != typeof(string) ? Record(member, words) : Value(member, key.Property);
            return schema;
        }

        foreach (var (name, value) in type.IsClass && type != typeof(string) ? Record(type, words) : Value(type, key.Property))
        {
            schema[name] = name == "description" ? schema[name]!.DeepClone() : value?.DeepClone();
        }

        if (!key.Required && key.Property.GetValue(defaults) is bool or int or double)
        {
            schema["default"] = JsonValue.Create(key.Property.GetValue(defaults));
        }

        return schema;
    }

    private static JsonObject Value(Type type, PropertyInfo property)
    {
        var schema = new JsonObject
        {
            ["type"] = type == typeof(bool) ? "boolean" : type == typeof(int) || type == typeof(long) ? "integer" : type == typeof(double) ? "number" : "string",
        };
        var allowed = ScalarReader.WordsOf(property, type);
        if (allowed.Count > 0)
        {
            schema["enum"] = Names(allowed);
        }
        else if (type == typeof(string) || type == typeof(PartialDate))
        {
            schema["minLength"] = 1;
            if (property.GetCustomAttribute<FormAttribute>() is { } form && TextForm.Named(form.Name).Pattern is { } pattern)
            {
                schema["pattern"] = pattern;
            }
        }
        else if (property.GetCustomAttribute<RangeAttribute>() is { } range)
        {
            schema["minimum"] = JsonValue.Create(range.Minimum);
            schema["maximum"] = JsonValue.Create(range.Maximum);
        }

        return schema;
    }

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(n => (JsonNode?)n)]);
}
