using Monitor.Core.Model;

namespace Monitor.Core.Alerting;

/// <summary>Says to whom an Issue about a saved search goes.</summary>
internal static class OwnerNote
{
    /// <summary>The message with the owner's name before it, where that is known.</summary>
    public static string To(SavedSearch search, string message) => search.Owner.Length > 0 ? $"for {search.Owner}: {message}" : message;
}
