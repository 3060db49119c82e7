using Monitor.Core.Ledger;

namespace Monitor.Core.Reviews;

/// <summary>Which texts an entry can keep exactly.</summary>
internal static class CanonicalText
{
    public const string Broken = "a text holds half a character (a surrogate without its other half), which cannot be kept exactly; write it again";

    public static bool IsKept(string text) => CanonicalJson.IsWhole(text);
}
