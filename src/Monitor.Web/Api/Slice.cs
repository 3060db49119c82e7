using System.Globalization;

namespace Monitor.Web.Api;

/// <summary>Pages of a list that is at hand as a whole: the cursor is the number of records before the page.</summary>
internal static class Slice
{
    /// <summary>One page; null when cursor or limit cannot be read.</summary>
    public static ListJson<T>? Of<T>(IReadOnlyList<T> all, string? cursor, int? limit)
    {
        var start = 0;
        if ((cursor is not null && !int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out start)) || limit is < 1 or > Display.Searching.MaxLimit)
        {
            return null;
        }

        var items = all.Skip(start).Take(limit ?? 50).ToList();
        var end = start + items.Count;
        return new(items, all.Count, items.Count > 0 && end < all.Count ? end.ToString(CultureInfo.InvariantCulture) : null);
    }
}
