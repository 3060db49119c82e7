using System.Globalization;
using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Web.Display;

/// <summary>What values are called on the pages.</summary>
internal static class Wording
{
    public static string Of(ClaimKind kind) => kind switch
    {
        ClaimKind.Quote => "quoted",
        ClaimKind.Reported => "reported",
        ClaimKind.Post => "posted",
        ClaimKind.Statement => "stated",
        _ => "answered",
    };

    public static string Of(DocumentKind kind) => kind switch
    {
        DocumentKind.Article => "Article",
        DocumentKind.Statement => "Statement",
        DocumentKind.Post => "Post",
        _ => "Fact-check",
    };

    public static string Of(SearchKind kind) => kind switch
    {
        SearchKind.Claims => "Claim",
        SearchKind.Documents => "Document",
        SearchKind.Accounts => "Account",
        SearchKind.Posts => "Post",
        _ => "Release",
    };

    public static string Of(CutReason reason) => reason switch
    {
        CutReason.Navigation => "Navigation",
        CutReason.Advertising => "Advertising",
        CutReason.RelatedLinks => "Links to other articles",
        CutReason.Chrome => "Page furniture (consent, sharing, newsletter)",
        CutReason.Comments => "Readers’ comments",
        _ => "Caption or credit",
    };

    public static string Of(StatusKind kind) => kind switch
    {
        StatusKind.Suspended => "Suspended by the platform",
        StatusKind.Reinstated => "Reinstated",
        StatusKind.Renamed => "Renamed",
        StatusKind.Withheld => "Withheld in a country",
        StatusKind.Deleted => "Deleted or not to be found",
        _ => "Seen to exist",
    };

    public static string Of(SignalStrength strength) => strength switch
    {
        SignalStrength.Strong => "Strong",
        SignalStrength.Moderate => "Moderate",
        _ => "Weak",
    };

    public static string Of(SignalFamily family) => family switch
    {
        SignalFamily.Origin => "how it was made",
        SignalFamily.Profile => "its bio",
        SignalFamily.Place => "its place",
        SignalFamily.Network => "its followers",
        SignalFamily.Content => "what it posts",
        SignalFamily.Conversation => "whom it speaks with",
        SignalFamily.Together => "what it posts together with others",
        SignalFamily.Habit => "when and with what it posts",
        SignalFamily.World => "what others say of it",
        _ => "what the platform did",
    };

    public static string Of(DossierOutcome outcome) => outcome switch
    {
        DossierOutcome.SpeaksForPerson => "The evidence speaks for a real person",
        DossierOutcome.SpeaksForOperated => "The evidence speaks for an operated account",
        DossierOutcome.Contradictory => "The evidence is contradictory",
        _ => "Not enough evidence",
    };

    public static string Of(Rhythm rhythm) => rhythm switch
    {
        Rhythm.AtOnce => "At once",
        Rhythm.Hourly => "Hourly",
        Rhythm.Daily => "Daily",
        _ => "Weekly",
    };

    public static string Of(SavedSearch search) => search.Rhythm switch
    {
        Rhythm.Daily => string.Create(CultureInfo.InvariantCulture, $"daily at {search.At:HH\\:mm} ({search.Zone})"),
        Rhythm.Weekly => string.Create(CultureInfo.InvariantCulture, $"every {search.Day} at {search.At:HH\\:mm} ({search.Zone})"),
        Rhythm.Hourly => "hourly",
        _ => "at once",
    };

    public static string Of(DeliveryChannel channel) => channel switch
    {
        DeliveryChannel.Mail => "E-mail",
        DeliveryChannel.Webhook => "Webhook",
        _ => "Feed",
    };

    public static string Of(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "Waiting",
        DeliveryState.InFlight => "Being sent",
        DeliveryState.Sent => "Sent",
        _ => "Failed",
    };

    /// <summary>The name of a language in English; the code itself when unknown.</summary>
    public static string Language(string code)
    {
        if (code.Length == 0 || code == "und")
        {
            return "language unknown";
        }

        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    /// <summary>The name of a country in English; the code itself when unknown.</summary>
    public static string Country(string code)
    {
        try
        {
            return code.Length == 2 && code != "XX" ? new RegionInfo(code).EnglishName : code;
        }
        catch (ArgumentException)
        {
            return code;
        }
    }

    /// <summary>Digits in groups of three.</summary>
    public static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>A probability to two digits, small ones as a power of ten; never as 0, which no measured probability is.</summary>
    public static string Probability(double p) => p switch
    {
        >= 0.001 => p.ToString("0.###", CultureInfo.InvariantCulture),
        >= 1e-300 => p.ToString("0.#e0", CultureInfo.InvariantCulture).Split('e') is [var digits, var power] ? $"{digits} × 10{Raised(power)}" : "",
        _ => $"< 10{Raised("-300")}",
    };

    /// <summary>A number and its noun.</summary>
    public static string Count(long count, string one, string? many = null) => $"{Number(count)} {(count == 1 ? one : many ?? one + "s")}";

    private static string Raised(string power) => string.Concat(power.Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));

    /// <summary>Words of another room as a sentence: with a capital and a full stop.</summary>
    public static string Sentence(string words)
    {
        var text = words.Trim();
        return text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..] + (text[^1] is '.' or '!' or '?' ? "" : ".");
    }

    /// <summary>Bytes for people.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => Count(bytes, "byte"),
        < 1024 * 1024 => (bytes / 1024.0).ToString("0.#", CultureInfo.InvariantCulture) + " KiB",
        < 1024L * 1024 * 1024 => (bytes / 1048576.0).ToString("0.#", CultureInfo.InvariantCulture) + " MiB",
        _ => (bytes / 1073741824.0).ToString("0.##", CultureInfo.InvariantCulture) + " GiB",
    };

    /// <summary>The BCP 47 tag for a <c>lang</c> attribute; empty (unknown, as HTML has it) for <c>und</c>.</summary>
    public static string LangTag(string? language) => language is null or "und" ? "" : language;
}
