namespace Monitor.Core.Archives.Values;

/// <summary>
/// Account ids by what the rows of a file name them by, as long as they recur: of the accounts that share one of <see cref="Size"/> places the last one is known. Bounded, so that a
/// file of a million authors takes no more memory than one of ten thousand; an author who is met again after being forgotten is read again, which changes nothing.
/// </summary>
internal sealed class RecentAccounts
{
    private const int Size = 1 << 15;

    private readonly (string? Name, string Id)[] places = new (string?, string)[Size];

    /// <summary>The account's id, or null.</summary>
    public string? Find(string name)
    {
        ref var place = ref Place(name);
        return name == place.Name ? place.Id : null;
    }

    /// <summary>Remembers an account.</summary>
    public void Keep(string name, string id) => Place(name) = (name, id);

    private ref (string? Name, string Id) Place(string name) => ref places[(uint)string.GetHashCode(name, StringComparison.Ordinal) % Size];
}
