using Monitor.Core.Ledger;
using Monitor.Core.Model;

namespace Monitor.Web.Access;

/// <summary>Whose a saved search is. Everybody may read what is searched for; where the messages go, and changing it, is for its owner and for administrators.</summary>
internal static class TheirSearches
{
    /// <summary>True when the visitor may change the search and see its addresses. One that was saved without login belongs to every editor.</summary>
    public static bool Holds(HttpContext context, SavedSearch search)
    {
        var visitor = Visitor.Of(context);
        return visitor.May(Role.Administrator)
            || (visitor.May(Role.Editor) && (search.Owner.Length == 0 || string.Equals(search.Owner, visitor.Name, StringComparison.OrdinalIgnoreCase)));
    }
}
