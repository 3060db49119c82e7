using Monitor.Core.Corpus.Query;

namespace Monitor.Core.Alerting;

/// <summary>Whether a query is about the statements of one speaker: a speaker or a handle stands in it that every match must have.</summary>
public static class SpeakerRule
{
    /// <summary>True when every claim that matches has the speaker or handle that the query names.</summary>
    public static bool Holds(QueryNode query) => query switch
    {
        FieldNode { Field: "speaker" or "handle" } => true,
        AndNode and => and.Parts.Any(Holds),
        _ => false,
    };
}
