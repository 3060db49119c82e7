namespace Monitor.Core.Linking;

/// <summary>Groups that stand near a group which a claim names: a claim on presenters also bears on journalists, and on programme pages, in this order.</summary>
internal static class RelatedGroups
{
    private static readonly Dictionary<string, string[]> Near = new(StringComparer.Ordinal)
    {
        ["presenter_broadcaster"] = ["journalist_media", GroupFinder.Outlet],
        ["journalist_media"] = ["presenter_broadcaster", GroupFinder.Outlet],
        [GroupFinder.Outlet] = ["journalist_media", "presenter_broadcaster"],
        ["teacher_academic"] = ["student"],
        ["activist"] = ["supporter_of_party_or_cause"],
    };

    /// <summary>The groups near this one, without it.</summary>
    public static IReadOnlyList<string> Of(string group) => Near.TryGetValue(group, out var near) ? near : [];
}
