using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Core.Reviews.Sampling;

/// <summary>What a frame can be divided by.</summary>
internal static class Stratification
{
    /// <summary>The one stratum of a frame that is not divided.</summary>
    public const string Whole = "all";

    private static readonly Dictionary<string, Func<Account, string>> Known = new(StringComparer.Ordinal)
    {
        [""] = _ => Whole,
        ["language"] = a => a.Language.Length > 0 ? a.Language.ToLowerInvariant() : "not given",
        ["hashed"] = a => a.Hashed ? "name hidden" : "name shown",
        ["created-year"] = a => a.Created is { } created ? created.Time.UtcDateTime.Year.ToString("0000", CultureInfo.InvariantCulture) : "not known",
    };

    /// <summary>Names for people.</summary>
    public static IEnumerable<string> Names => Known.Keys.Where(k => k.Length > 0);

    /// <summary>The stratum of an account; null for a name that is not known.</summary>
    public static Func<Account, string>? By(string name) => Known.GetValueOrDefault(name);
}
