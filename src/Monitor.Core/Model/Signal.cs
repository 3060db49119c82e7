namespace Monitor.Core.Model;

/// <summary>The side that a signal speaks for.</summary>
public enum SignalSide
{
    /// <summary>Speaks for a real person.</summary>
    Person,

    /// <summary>Speaks for an operated account.</summary>
    Operated,
}

/// <summary>How strongly a signal speaks.</summary>
public enum SignalStrength
{
    /// <summary>Worth a look, common among all accounts.</summary>
    Weak,

    /// <summary>Uncommon.</summary>
    Moderate,

    /// <summary>Rare.</summary>
    Strong,
}

/// <summary>What a signal is about. Two signals of one family may show one and the same thing twice, so that together they count once.</summary>
public enum SignalFamily
{
    /// <summary>How and when the account was made: day of creation, age, handle.</summary>
    Origin,

    /// <summary>What its bio says.</summary>
    Profile,

    /// <summary>Whether place, language and hours go together.</summary>
    Place,

    /// <summary>Whom it follows, and who follows it.</summary>
    Network,

    /// <summary>What it posts.</summary>
    Content,

    /// <summary>With whom it speaks.</summary>
    Conversation,

    /// <summary>What it posts together with other accounts.</summary>
    Together,

    /// <summary>When and with which programs it posts.</summary>
    Habit,

    /// <summary>What others say of it, who have nothing to do with the release.</summary>
    World,

    /// <summary>What the platform did later.</summary>
    Status,
}

/// <summary>One measured fact about an account that speaks for or against a real person.</summary>
/// <param name="Name">Stable name, such as <c>creation-burst</c>.</param>
/// <param name="Family">What it is about.</param>
/// <param name="Side">What it speaks for.</param>
/// <param name="Strength">How strongly.</param>
/// <param name="Value">The measured value, for people, with its unit.</param>
/// <param name="BaseRate">How common the value is in the release and over all imported accounts, for people.</param>
/// <param name="Text">One or two plain sentences: what it may mean, and what else can look so.</param>
/// <param name="Rows">The rows it rests on.</param>
public sealed record Signal(
    string Name,
    SignalFamily Family,
    SignalSide Side,
    SignalStrength Strength,
    string Value,
    string BaseRate,
    string Text,
    IReadOnlyList<RowRef> Rows)
{
    /// <summary>The documents it rests on; empty for most.</summary>
    public IReadOnlyList<DocumentMention> Documents { get; init; } = [];
}

/// <summary>A document that names an account.</summary>
/// <param name="Id">The document.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Url">Its address.</param>
/// <param name="Site">Host of its address.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Start">Where in its text the name begins, in UTF-16 units.</param>
/// <param name="Words">The handle or name as it stands there.</param>
public sealed record DocumentMention(string Id, string Title, string Url, string Site, DateTimeOffset? Published, int Start, string Words);
