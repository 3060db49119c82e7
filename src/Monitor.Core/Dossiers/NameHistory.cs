using Monitor.Core.Model;

namespace Monitor.Core.Dossiers;

/// <summary>Gathers the names and handles that an account had, from its rows in several releases, screen-name histories and renamings.</summary>
internal static class NameHistory
{
    /// <summary>What stands between the old and the new handle of a renaming.</summary>
    private const string Arrow = " → ";

    /// <summary>The uses, the oldest first, undated last.</summary>
    public static IReadOnlyList<NameUse> Of(IReadOnlyList<Account> sightings, IReadOnlyDictionary<string, Release> releases, IReadOnlyList<StatusEvent> events)
    {
        var uses = events.Select(FromEvent).OfType<NameUse>().ToList();
        foreach (var sighting in sightings.Where(s => !s.Hashed))
        {
            var release = releases.GetValueOrDefault(sighting.Source.Release);
            var (handle, name) = (Shown(sighting, "handle", sighting.Handle), Shown(sighting, "name", sighting.Name));
            if ((handle.Length > 0 || name.Length > 0) && !uses.Exists(u => u.Source == sighting.Source))
            {
                uses.Add(new(release?.Announced, handle, name, $"as of {release?.Title ?? sighting.Source.Release}", sighting.Source));
            }
        }

        return [.. uses.OrderBy(u => u.Time is null).ThenBy(u => u.Time?.Time).ThenBy(u => u.Handle, StringComparer.Ordinal).ThenBy(u => u.Name, StringComparer.Ordinal).ThenBy(u => u.How, StringComparer.Ordinal)];
    }

    /// <summary>Every handle that it had, those hidden aside.</summary>
    public static IReadOnlyList<string> Handles(IReadOnlyList<NameUse> uses, IReadOnlyList<StatusEvent> events) =>
        [.. uses.Select(u => u.Handle).Concat(events.Where(e => e.Kind == StatusKind.Renamed).Select(Before)).Where(h => h.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Formats write what was seen as "first seen as @handle", and what changed as "@old → @new".</summary>
    private static NameUse? FromEvent(StatusEvent seen)
    {
        var at = seen.Kind switch
        {
            StatusKind.Renamed => seen.Detail.IndexOf(Arrow, StringComparison.Ordinal) is >= 0 and var arrow ? arrow + Arrow.Length : -1,
            StatusKind.Seen => seen.Detail.IndexOf('@', StringComparison.Ordinal),
            _ => -1,
        };
        return at < 0 || seen.Detail[at..].TrimStart('@') is not { Length: > 0 } handle ? null
            : new(seen.Time, handle, "", seen.Kind == StatusKind.Renamed ? $"renamed, before @{Before(seen)}" : "first seen by the observer", seen.Source);
    }

    private static string Before(StatusEvent renamed) =>
        renamed.Detail.IndexOf(Arrow, StringComparison.Ordinal) is > 0 and var arrow ? renamed.Detail[..arrow].TrimStart('@') : "";

    private static string Shown(Account account, string field, string value) => account.Hidden.Contains(field) ? "" : value;
}
