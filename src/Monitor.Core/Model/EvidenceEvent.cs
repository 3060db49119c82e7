namespace Monitor.Core.Model;

/// <summary>What changed in the evidence.</summary>
public enum EvidenceChange
{
    /// <summary>A release came in that has candidate accounts for a claim.</summary>
    Candidates,

    /// <summary>A new version of a release shows a row otherwise, or no longer, that a verdict rests on.</summary>
    RowChanged,

    /// <summary>The suspension of an account was reversed.</summary>
    Reinstated,

    /// <summary>A published page has other words than before and does not say so.</summary>
    PageEdited,

    /// <summary>A claim appeared with other numbers or words than before.</summary>
    Drift,
}

/// <summary>A change of the evidence on a record that somebody follows.</summary>
/// <param name="Id">Content-derived id, so that a change that is found again after a crash is the same.</param>
/// <param name="Change">What changed.</param>
/// <param name="Subject">Id of the claim, document or account that it is about.</param>
/// <param name="SubjectKind">claims, documents or accounts.</param>
/// <param name="Time">When it was found.</param>
public sealed record EvidenceEvent(string Id, EvidenceChange Change, string Subject, string SubjectKind, DateTimeOffset Time)
{
    /// <summary>The other end: the release, the claim in other words, the document, the number of the verdict.</summary>
    public string Other { get; init; } = "";

    /// <summary>How many accounts, where accounts are counted.</summary>
    public long Count { get; init; }

    /// <summary>Before and after, as far as they can be shown.</summary>
    public IReadOnlyList<WordChange> Changes { get; init; } = [];

    /// <summary>Where it stands: release, version, file and line; or capture and address.</summary>
    public string Source { get; init; } = "";

    /// <summary>A change with an id made of what identifies it.</summary>
    public static EvidenceEvent Of(EvidenceChange change, string subject, string subjectKind, DateTimeOffset time, params ReadOnlySpan<string> identity) =>
        new(Ids.Of('e', [change.ToString(), subject, .. identity]), change, subject, subjectKind, time);
}
