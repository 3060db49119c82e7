namespace Monitor.Core.Linking;

/// <summary>The groups of the lexicon in words for people; the ids (<c>presenter_broadcaster</c>) are for machines.</summary>
public static class GroupNames
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["activist"] = "activist",
        ["artist_writer"] = "artist or writer",
        ["athlete"] = "athlete",
        ["business"] = "business",
        ["cleric_religious"] = "cleric",
        ["doctor_health"] = "doctor or health worker",
        ["engineer_it"] = "engineer",
        ["family_role"] = "family",
        ["journalist_media"] = "journalist",
        ["lawyer"] = "lawyer",
        [GroupFinder.Outlet] = "news outlet",
        ["politician_official"] = "politician or official",
        ["presenter_broadcaster"] = "presenter",
        ["soldier_veteran"] = "soldier or veteran",
        ["student"] = "student",
        ["supporter_of_party_or_cause"] = "supporter of a party or cause",
        ["teacher_academic"] = "teacher or academic",
    };

    /// <summary>The words for a group; the id itself when it has none.</summary>
    public static string Of(string group) => Words.GetValueOrDefault(group, group);
}
