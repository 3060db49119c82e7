using System.Globalization;

namespace Monitor.Core.Model;

/// <summary>The flag <c>not-in-version-N</c> of accounts, posts and events that an earlier version of their release had and version N, the newest, has not.</summary>
public static class FormerRow
{
    private const string Prefix = "not-in-version-";

    /// <summary>The flags with the one for this version, and without those for earlier ones.</summary>
    public static IReadOnlyList<string> With(IReadOnlyList<string> flags, int version) => [.. Without(flags), Flag(version)];

    /// <summary>The flags that say something of the row itself.</summary>
    public static IReadOnlyList<string> Without(IReadOnlyList<string> flags) => [.. flags.Where(f => !f.StartsWith(Prefix, StringComparison.Ordinal))];

    /// <summary>The flag for a version.</summary>
    public static string Flag(int version) => Prefix + version.ToString(CultureInfo.InvariantCulture);

    /// <summary>The version that no longer has the record; null when the newest has it.</summary>
    public static int? NotIn(IReadOnlyList<string> flags)
    {
        ArgumentNullException.ThrowIfNull(flags);
        return flags.FirstOrDefault(f => f.StartsWith(Prefix, StringComparison.Ordinal)) is { } flag
            && int.TryParse(flag.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : null;
    }
}
