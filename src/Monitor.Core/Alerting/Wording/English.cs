using Monitor.Core.Model;

namespace Monitor.Core.Alerting.Wording;

/// <summary>Messages in English.</summary>
internal static class English
{
    public static AlertWording Words { get; } = new()
    {
        Language = "en",
        NewMatches = new("1 new match", "{n} new matches"),
        Subject = "Monitor: {count} for “{name}”",
        Intro = "{count} ({kind}) for your saved search “{name}”",
        Kinds = new Dictionary<string, string>
        {
            [SavedSearchKinds.Claims] = "claims",
            [SavedSearchKinds.Documents] = "documents",
            [SavedSearchKinds.Statements] = "statements",
            [SavedSearchKinds.Accounts] = "accounts",
            [SavedSearchKinds.Evidence] = "changes of the evidence",
        },
        Query = "Query",
        SpeakerUnknown = "Speaker not known",
        FirstSeen = "First seen",
        Outlets = new("in 1 outlet", "in {n} outlets"),
        Further = "Also",
        Differs = "Differs from what was known",
        Releases = "Releases that could bear on it",
        NearlySame = new("and 1 that is nearly the same", "and {n} that are nearly the same"),
        More = new("and 1 more: see it in Monitor", "and {n} more: see them in Monitor"),
        Gone = new(
            "1 more matched when found and is no longer in the corpus (a page was changed or taken away).",
            "{n} more matched when found and are no longer in the corpus (a page was changed or taken away)."),
        Storm = "{n} matches within an hour are more than your limit of {limit}: this digest stands for single messages. While it goes on you get one an hour; nothing is left out.",
        NothingNew = "Nothing new matched since the last message. The search is running.",
        Test = "This is a test that somebody asked for; it tells again what matched last.",
        WhyYou = "You receive this because the search is saved for {recipient}.",
        ThisSearch = "This search in Monitor",
        Unsubscribe = "End these mails",
        NoWords = "(no words)",
        Changes = new Dictionary<EvidenceChange, string>
        {
            [EvidenceChange.Candidates] = "The release {other} came in with accounts that may bear on this claim: {n}.",
            [EvidenceChange.RowChanged] = "A new version of a release shows a row otherwise, or no longer, on which verdict {other} rests.",
            [EvidenceChange.Reinstated] = "The suspension of this account was reversed.",
            [EvidenceChange.PageEdited] = "This page has other words than before and does not say so.",
            [EvidenceChange.Drift] = "This claim appeared with other numbers or words than before.",
        },
    };
}
