namespace Monitor.Core.Model;

/// <summary>A warning as data: a source fell silent, a selector stopped matching, a row was quarantined.</summary>
/// <param name="Kind">Stable name, such as <c>source-failing</c>, <c>yield-low</c>, <c>row-quarantined</c>, <c>robots-disallowed</c>.</param>
/// <param name="Subject">What it is about: a crawler id, release id, saved search id or url.</param>
/// <param name="Place">File and line, url, or field; empty when none.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
/// <param name="Time">When it was seen.</param>
public sealed record Issue(string Kind, string Subject, string Place, string Message, DateTimeOffset Time)
{
    /// <summary>Kind, subject and place make the same issue; it is counted, not repeated.</summary>
    public string Id => Ids.Of('i', Kind, Subject, Place);
}
