using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Monitor.Core.Definitions.Strict;

/// <summary>The keys that a file has by the record it is read into: one source for the loader and the JSON Schema.</summary>
/// <param name="Type">The record.</param>
/// <param name="Keys">Its keys in the order of the record.</param>
internal sealed record RecordShape(Type Type, IReadOnlyList<RecordKey> Keys)
{
    /// <summary>The shape of a record whose properties are plain values, lists of them, or such records.</summary>
    public static RecordShape Of(Type type) => new(
        type,
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && p.GetCustomAttribute<NotInFileAttribute>() is null)
            .OrderBy(p => p.MetadataToken)
            .Select(p => new RecordKey(KeyOf(p.Name), p, p.GetCustomAttribute<RequiredMemberAttribute>() is not null))]);

    /// <summary>The key of a property: first letter in lower case, as in <c>maxPages</c>.</summary>
    public static string KeyOf(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    /// <summary>The member type when it is a list; null otherwise.</summary>
    public static Type? MemberOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;
}

/// <summary>A key of a file.</summary>
/// <param name="Name">As written in the file.</param>
/// <param name="Property">Where its value goes.</param>
/// <param name="Required">True when the file must have it.</param>
internal sealed record RecordKey(string Name, PropertyInfo Property, bool Required);
