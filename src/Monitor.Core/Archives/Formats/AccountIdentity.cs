using Monitor.Core.Archives.Values;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>Which account a row is about, when ids may be missing, hidden or mangled. Two accounts never become one by it.</summary>
/// <param name="Id">Account id.</param>
/// <param name="UserId">User id as the release shows it; <c>@handle</c> when it shows none.</param>
internal readonly record struct AccountIdentity(string Id, string UserId)
{
    /// <summary>The row's account; null when it names none. Notes what is wrong in <paramref name="cells"/>.</summary>
    public static AccountIdentity? Of(string platform, string userId, string handle, CellReader cells)
    {
        if (userId.Length == 0)
        {
            if (handle.Length == 0)
            {
                return null;
            }

            var hidden = HiddenValue.Is(handle); // the publisher writes one hash for id, name and handle
            cells.Flag(hidden ? "userid-from-handle" : "no-user-id");
            userId = hidden ? handle : "@" + handle.ToLowerInvariant();
        }
        else if (MangledId.Is(userId))
        {
            cells.Flag("mangled-id");
            return new(Ids.Account(platform, handle.Length > 0 ? $"{userId}~{handle.ToLowerInvariant()}" : userId), userId); // rounded ids of several accounts are alike
        }

        return new(Ids.Account(platform, userId), userId);
    }
}
