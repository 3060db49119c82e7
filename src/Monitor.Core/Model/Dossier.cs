namespace Monitor.Core.Model;

/// <summary>What the signals of an account come to. Never a number.</summary>
public enum DossierOutcome
{
    /// <summary>Thin data; the honest default.</summary>
    NotEnoughEvidence,

    /// <summary>The evidence speaks for a real person.</summary>
    SpeaksForPerson,

    /// <summary>The evidence speaks for an operated account.</summary>
    SpeaksForOperated,

    /// <summary>Evidence on both sides.</summary>
    Contradictory,
}

/// <summary>Everything known about one account.</summary>
/// <param name="Id">Account id.</param>
/// <param name="Sightings">The account as each release shows it.</param>
/// <param name="Names">Names and handles over time, the oldest first, undated last.</param>
/// <param name="Outcome">What the signals come to.</param>
/// <param name="Because">How the rule came to the outcome, in a sentence.</param>
/// <param name="Signals">Both sides.</param>
/// <param name="Timeline">Creation, posts and status events in order.</param>
/// <param name="Activity">What its posts show.</param>
/// <param name="Missing">What could not be looked at, and why.</param>
public sealed record Dossier(
    string Id,
    IReadOnlyList<Account> Sightings,
    IReadOnlyList<NameUse> Names,
    DossierOutcome Outcome,
    string Because,
    IReadOnlyList<Signal> Signals,
    IReadOnlyList<TimelineEntry> Timeline,
    Activity Activity,
    IReadOnlyList<string> Missing);

/// <summary>A handle or display name that the account had at some time.</summary>
/// <param name="Time">When it was seen so, or since when; null when not known.</param>
/// <param name="Handle">Handle without @; empty when the row gives none.</param>
/// <param name="Name">Display name; empty when the row gives none.</param>
/// <param name="How">How that is known: as of a release, first seen, renamed.</param>
/// <param name="Source">The row that says so.</param>
public sealed record NameUse(PartialDate? Time, string Handle, string Name, string How, RowRef Source);

/// <summary>One dated line of an account's life.</summary>
/// <param name="Time">When.</param>
/// <param name="Text">What.</param>
/// <param name="Source">The row that says so; null for a computed line.</param>
public sealed record TimelineEntry(PartialDate Time, string Text, RowRef? Source)
{
    /// <summary>The document that says so, when no row does.</summary>
    public string? Document { get; init; }
}
