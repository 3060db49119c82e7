namespace Monitor.Core.Linking;

/// <summary>What a feature of a link is worth, and why so much.</summary>
/// <param name="Feature">Stable name, as in <c>Reason.Feature</c>.</param>
/// <param name="Value">The weight; the largest of a link's features is its base.</param>
/// <param name="Qualifier">True when it only adds to (or takes from) the base.</param>
/// <param name="Why">Where the weight comes from.</param>
public sealed record Weight(string Feature, double Value, bool Qualifier, string Why)
{
    /// <summary>The part of <see cref="Value"/> that counts as a qualifier, beside whichever feature is the base.</summary>
    public double Besides { get; init; }
}

/// <summary>
/// Every weight of linking in one table. Score = best feature + qualifiers, between 0 and 1. The weights order links and are no probabilities. Where labelled data allows,
/// a feature's place in the order follows its measured precision (1,421 read bios and 156 judged pairs of names and handles, August 2018 to 2021 releases); no labelled set says
/// which accounts a claim means, so the rest is an order by what the feature can be shared with (one account, the bearers of a name, a profession, a debate, a country).
/// </summary>
public static class Weights
{
    /// <summary>The account's handle is named.</summary>
    public static readonly Weight Handle = new("handle", .95, false, "Measured: with equal handles as the rule, 25 of 25 imposters and 53 of 53 other accounts of the judged pairs are refused; below 1 because handles are taken over after a rename.");

    /// <summary>The account's handle is the speaker's.</summary>
    public static readonly Weight SpeakerHandle = new("speaker-handle", .9, false, "The claim was made from this handle.");

    /// <summary>The account once had the handle that is named, or took it later.</summary>
    public static readonly Weight FormerHandle = new("former-handle", .85, false, "A rename recorded in the corpus joins the two handles; below the handle itself, since whoever comes next may take a handle that was given up.");

    /// <summary>A post of the account has nearly the claim's words.</summary>
    public static readonly Weight SameWords = new("same-words-in-post", .7, false, "Times the share of the claim's words that stand in the post.");

    /// <summary>The profile links to a site that the claim names.</summary>
    public static readonly Weight Site = new("same-site", .6, false, "A profile links to what its owner wants to be read; addresses that everybody uses do not count.");

    /// <summary>The account's name is the named person's.</summary>
    public static readonly Weight Name = new("name", .65, false, "Measured: all 58 pairs accepted as one name were one account (precision 1.00, recall .74), but none of these is a common name; how many accounts of the corpus bear the name stands in the reason.");

    /// <summary>The bio names a group that the claim names.</summary>
    public static readonly Weight Group = new("group-in-bio", .6, false, "Measured: 343 of 346 groups found in read bios are right (precision .99, recall .92); that the claim means this account does not follow, so it stands below identity.");

    /// <summary>The bio names a group near the one the claim names.</summary>
    public static readonly Weight RelatedGroup = new("related-group-in-bio", .45, false, "Measured: the one presenter of the Iran release of October 2018 is a journalist by the same bio; of 42 journalists in read bios one is a presenter, so the other way round says less.");

    /// <summary>The account is an outlet and the claim speaks of people who work in outlets.</summary>
    public static readonly Weight OutletGroup = new("outlet-in-bio", .3, false, "Measured: the 87 outlets and 42 journalists of the read bios share no account; a programme page is no person, listed apart, below every person.");

    /// <summary>The account used the claim's hashtag.</summary>
    public static readonly Weight Hashtag = new("hashtag", .4, false, "Shared by whoever takes part in a debate; halved when more than a hundred accounts use it.");

    /// <summary>The account's location is in a country of the claim.</summary>
    public static readonly Weight Place = new("place", .05, true, "Places are freely chosen words.");

    /// <summary>The account's interface language is the claim's.</summary>
    public static readonly Weight Language = new("language", .02, true, "Orders accounts that are alike otherwise; large languages are shared by millions.");

    /// <summary>The account is on the claim's platform, in a release that does not fit as a whole.</summary>
    public static readonly Weight OnPlatform = new("same-platform", .02, true, "Orders accounts that are alike otherwise; most releases are of one platform.");

    /// <summary>What had become of the account when the claim was made.</summary>
    public static readonly Weight Status = new("status-at-claim", 0, true, "Said for the reader: whether it was suspended, deleted or reinstated before the claim; no evidence for the link.");

    /// <summary>The account stands in a release that fits the claim.</summary>
    public static readonly Weight FittingRelease = new("release-fits", .15, true, "The claim speaks of this platform and country at that time.");

    /// <summary>The account stands in a release that does not fit the claim.</summary>
    public static readonly Weight OtherRelease = new("release-does-not-fit", -.25, true, "The claim names a platform or country that this release is not about.");

    /// <summary>The account names more than one of the claim's groups.</summary>
    public static readonly Weight SecondGroup = new("second-group", .1, true, "Two groups of one claim in one bio are seldom chance.");

    /// <summary>The account was created after the claim.</summary>
    public static readonly Weight CreatedAfter = new("created-after", -.4, true, "The claim cannot speak of an account that did not exist.");

    /// <summary>A number of the claim is a number of the release.</summary>
    public static readonly Weight Count = new("count", .7, false, "Counts of accounts are nearly unique among the catalogue's releases: 248, 1,666, 2,865 and 4,779 stand in one each.");

    /// <summary>A number in a document that tells the claim is a number of the release.</summary>
    public static readonly Weight ContextCount = new("count-in-article", .55, false, "The number is told beside the claim, not in it.");

    /// <summary>A rough number of the claim is near a number of the release.</summary>
    public static readonly Weight NearCount = new("near-count", .3, false, "\"almost 5,000\" for 4,779: within a tenth, as newspapers round.");

    /// <summary>The country of the claim is the release's.</summary>
    public static readonly Weight Country = new("country", .4, false, "One platform publishes several releases about one country.");

    /// <summary>Country and platform of the claim are the release's: one fact, worth what both are.</summary>
    public static readonly Weight CountryAndPlatform = new("country-and-platform", .5, false, "The weights of country and of platform together.") { Besides = .1 };

    /// <summary>The platform of the claim is the release's.</summary>
    public static readonly Weight Platform = new("platform", .1, true, "Most releases are of one platform.");

    /// <summary>Claim and announcement lie within three months.</summary>
    public static readonly Weight NearDate = new("near-date", .25, true, "Claims about a removal follow or precede its announcement by days or weeks.");

    /// <summary>Claim and announcement lie within a year.</summary>
    public static readonly Weight SameYear = new("date-within-a-year", .1, true, "Removals are still argued about after months.");

    /// <summary>Claim and announcement lie more than a year apart.</summary>
    public static readonly Weight FarDate = new("far-date", -.15, true, "Another release is likelier to be meant.");

    /// <summary>Words of the publisher stand in the claim.</summary>
    public static readonly Weight PublisherWords = new("publisher-words", .1, true, "Words such as \"coordinated manipulation\" come from the announcement.");

    /// <summary>Announced and received numbers, shown for the reader.</summary>
    public static readonly Weight AnnouncedAgainstReceived = new("announced-against-received", 0, true, "Says how complete the release is; no evidence for the link.");

    /// <summary>Two records of one claim.</summary>
    public static readonly Weight SameClaim = new("same-claim", .95, false, "Nearly the same words, or the same anchors in two languages, and nothing that speaks against it; not certain, so below 1.");

    /// <summary>Two claims in nearly the same words.</summary>
    public static readonly Weight SameWording = new("same-wording", .9, false, "Times the share of the rarer words in common.");

    /// <summary>Two claims with the same numbers and names.</summary>
    public static readonly Weight SharedNumbers = new("shared-numbers", .5, false, "The same numbers of the same things, by wording or translation.");

    /// <summary>The same speaker.</summary>
    public static readonly Weight SameSpeaker = new("same-speaker", .1, true, "People repeat themselves.");

    /// <summary>The whole table, in the order of this file.</summary>
    public static IReadOnlyList<Weight> All { get; } =
    [
        Handle, SpeakerHandle, FormerHandle, SameWords, Site, Name, Group, RelatedGroup, OutletGroup, Hashtag, Place, Language, OnPlatform, Status, FittingRelease, OtherRelease, SecondGroup, CreatedAfter, Count, ContextCount, NearCount, Country, CountryAndPlatform, Platform,
        NearDate, SameYear, FarDate, PublisherWords, AnnouncedAgainstReceived, SameClaim, SameWording, SharedNumbers, SameSpeaker,
    ];

    /// <summary>Changes with every name and number of the table: links made by other weights are to be made anew.</summary>
    public static string Fingerprint { get; } = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(
        string.Join('|', All.Select(w => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{w.Feature} {w.Value} {w.Qualifier} {w.Besides}"))))))[..16];
}
