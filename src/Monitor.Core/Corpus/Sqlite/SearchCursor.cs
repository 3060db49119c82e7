using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>
/// A place in the order of hits: tier, value (smaller first), kind, row number (larger first). Relevance puts what is ranked in tier 0 and what lies below the
/// floor in tier 1; orders by date put the undated in tier 1.
/// </summary>
internal readonly record struct Place(int Tier, double Value, int Kind, long Row) : IComparable<Place>
{
    /// <inheritdoc/>
    public int CompareTo(Place other)
    {
        var order = Tier.CompareTo(other.Tier);
        order = order != 0 ? order : Value.CompareTo(other.Value);
        order = order != 0 ? order : Kind.CompareTo(other.Kind);
        return order != 0 ? order : other.Row.CompareTo(Row);
    }
}

/// <summary>Where a page ended, and the floors that its relevance was ranked above, so that the next page goes on in the same order.</summary>
/// <param name="Sort">Order of hits.</param>
/// <param name="Last">Last hit of the page.</param>
/// <param name="Floors">Row number by kind from which on hits are ranked.</param>
internal sealed record SearchCursor(SearchSort Sort, Place Last, long[] Floors)
{
    /// <summary>As text for a url.</summary>
    public string Write()
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"1;{(int)Sort};{Last.Tier};{BitConverter.DoubleToInt64Bits(Last.Value)};{Last.Kind};{Last.Row};{string.Join(';', Floors)}");
        return Base64Url.EncodeToString(Encoding.ASCII.GetBytes(text));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="ArgumentException">The text is no cursor of this order.</exception>
    public static SearchCursor Read(string text, SearchSort sort)
    {
        try
        {
            var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split(';').Select(p => long.Parse(p, CultureInfo.InvariantCulture)).ToArray();
            if (parts.Length == 6 + SqliteSchema.Tables.Length && parts[0] == 1 && parts[1] == (long)sort && parts[2] is 0 or 1)
            {
                return new(sort, new((int)parts[2], BitConverter.Int64BitsToDouble(parts[3]), (int)parts[4], parts[5]), parts[6..]);
            }
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new ArgumentException("this is no cursor of a search; start again without one", nameof(text), e);
        }

        throw new ArgumentException("this cursor belongs to another order or version; start again without one", nameof(text));
    }
}
