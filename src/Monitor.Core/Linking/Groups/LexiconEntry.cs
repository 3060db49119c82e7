namespace Monitor.Core.Linking.Groups;

/// <summary>When an expression of the lexicon counts.</summary>
[Flags]
internal enum EntryMarks
{
    /// <summary>In any text.</summary>
    None = 0,

    /// <summary>Only where the text reads as the expression's language: the same letters mean something else in another one.</summary>
    OwnLanguage = 1,

    /// <summary>Only in claims: a plural or a field, which in a bio speaks of others.</summary>
    ClaimOnly = 2,

    /// <summary>Only at the beginning of the bio or after a break: inside a sentence the word is something else.</summary>
    Heads = 4,

    /// <summary>Only in names of pages: in the name field, or in a bio of at most four words, which is one.</summary>
    NameOnly = 8,
}

/// <summary>One expression of the lexicon.</summary>
/// <param name="Group">Group it names.</param>
/// <param name="Language">Language it belongs to.</param>
/// <param name="Expression">As written in the file.</param>
/// <param name="Words">Its folded words.</param>
/// <param name="Marks">When it counts.</param>
internal sealed record LexiconEntry(string Group, string Language, string Expression, IReadOnlyList<string> Words, EntryMarks Marks)
{
    /// <summary>True for scripts that write no blanks, where the signs of a word must stand side by side.</summary>
    public bool Unspaced => Language is "zh" or "th";
}

/// <summary>What a trap says of the words beside it.</summary>
internal enum TrapKind
{
    /// <summary>Was it once. Soldiers count all the same: veterans are a group.</summary>
    Former,

    /// <summary>Wants to become it.</summary>
    Future,

    /// <summary>Learns to be it, which makes a student.</summary>
    Training,

    /// <summary>Is not.</summary>
    Negation,

    /// <summary>Likes, follows, supports.</summary>
    Liking,

    /// <summary>Another person is.</summary>
    OtherPerson,

    /// <summary>The whole account is a joke or a fan's page.</summary>
    Parody,

    /// <summary>A figure of speech.</summary>
    Figure,

    /// <summary>Has graduated, so is no student.</summary>
    Graduate,

    /// <summary>The word stands for something else here.</summary>
    Sense,

    /// <summary>Several speak for themselves ("a collective of artists"): lets a plural count.</summary>
    Collective,
}

/// <summary>Where a trap stands.</summary>
internal enum TrapPlace
{
    /// <summary>In the same clause, before the mention.</summary>
    Before,

    /// <summary>In the same clause, behind it.</summary>
    After,

    /// <summary>Anywhere behind it in the sentence, over commas.</summary>
    SentenceEnd,

    /// <summary>Anywhere in the account.</summary>
    Account,
}

/// <summary>A general rule of a language about the words around a mention.</summary>
/// <param name="Language">Language it belongs to.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Reach">Most words between it and the mention.</param>
/// <param name="Groups">Groups it concerns; all when empty.</param>
/// <param name="Expression">As written in the file.</param>
/// <param name="Words">Its folded words.</param>
internal sealed record Trap(
    string Language, TrapKind Kind, TrapPlace Place, int Reach, IReadOnlyList<string> Groups, string Expression, IReadOnlyList<string> Words);
