namespace Monitor.Core.Linking;

/// <summary>A group that a text names, with the words that name it.</summary>
/// <param name="Group">Stable name of the group, such as <c>student</c>.</param>
/// <param name="Language">Language of the lexicon's expression.</param>
/// <param name="Expression">The lexicon's expression.</param>
/// <param name="Text">The words as they stand in the field.</param>
/// <param name="Field">bio, name, location, or claim.</param>
/// <param name="Start">Offset of the first UTF-16 unit in the field.</param>
/// <param name="End">Offset behind the last one.</param>
public sealed record GroupMention(string Group, string Language, string Expression, string Text, string Field, int Start, int End);

/// <summary>A mention that does not count, and why.</summary>
/// <param name="Mention">The mention.</param>
/// <param name="Why">One sentence.</param>
public sealed record RefusedMention(GroupMention Mention, string Why);

/// <summary>What the lexicon finds in an account.</summary>
/// <param name="Mentions">Mentions that count, by field and offset.</param>
/// <param name="Refused">Mentions that look like one and are none.</param>
public sealed record GroupFindings(IReadOnlyList<GroupMention> Mentions, IReadOnlyList<RefusedMention> Refused)
{
    /// <summary>The groups named, sorted.</summary>
    public IReadOnlyList<string> Groups => [.. Mentions.Select(m => m.Group).Distinct().Order(StringComparer.Ordinal)];
}
