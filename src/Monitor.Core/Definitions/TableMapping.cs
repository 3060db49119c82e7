using System.ComponentModel.DataAnnotations;
using Monitor.Core.Definitions.Strict;
using Monitor.Core.Model;

namespace Monitor.Core.Definitions;

/// <summary>How the tables of a publisher are to be read that have no format of their own: one YAML file, given to 'archive import --mapping' and kept with the release.</summary>
[When(nameof(Kind), "posts", nameof(Post), Only = true)]
[When(nameof(Kind), "events", nameof(Event), Only = true)]
[When(nameof(Header), "false", nameof(Files))]
public sealed record TableMapping
{
    /// <summary>File stem; not written in the file.</summary>
    [NotInFile]
    public string Name { get; init; } = "";

    /// <summary>SHA-256 of the file in lower-case hex; not written in the file.</summary>
    [NotInFile]
    public string Sha256 { get; init; } = "";

    /// <summary>What a row is: an account, a post, or something that happened to an account.</summary>
    [AllowedValues("accounts", "posts", "events")]
    public required string Kind { get; init; }

    /// <summary>Platform in lower case, when it is another than the release's.</summary>
    [Form(TextForm.Id)]
    public string? Platform { get; init; }

    /// <summary>Names of the files it is for, '*' standing for any letters; every table with the columns when left out.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>What stands between two fields.</summary>
    [AllowedValues("comma", "semicolon", "tab", "pipe")]
    public string Delimiter { get; init; } = "comma";

    /// <summary>Encoding of files without a byte order mark, such as windows-1256; UTF-8 when left out.</summary>
    [Form(TextForm.Encoding)]
    public string? Encoding { get; init; }

    /// <summary>False when the first line is a row already; columns are then named by their number, from "1".</summary>
    public bool Header { get; init; } = true;

    /// <summary>Columns that tell a table of this kind; all columns named below when left out.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Match { get; init; } = [];

    /// <summary>Columns that say which account a row is about.</summary>
    public required AccountColumns Account { get; init; }

    /// <summary>Columns of a post; for kind 'posts'.</summary>
    public PostColumns? Post { get; init; }

    /// <summary>Columns of an event; for kind 'events'.</summary>
    public EventColumns? Event { get; init; }

    /// <summary>Spellings of times, tried in this order: .NET custom formats such as dd.MM.yyyy HH:mm, or 'unix' and 'unix-ms'; ISO 8601 when left out.</summary>
    [MinLength(1)]
    [Form(TextForm.TimeFormat)]
    public IReadOnlyList<string> Times { get; init; } = [];

    /// <summary>Offset of times that do not say theirs, such as "+03:30"; UTC when left out.</summary>
    [Form(TextForm.Offset)]
    public string? Offset { get; init; }

    /// <summary>What stands between the values of a list; lists are those of Python or JSON when left out.</summary>
    [AllowedValues("comma", "semicolon", "tab", "pipe", "space")]
    public string? ListSeparator { get; init; }

    /// <summary>Mark between groups of digits in numbers; none when left out.</summary>
    [AllowedValues("comma", "point", "space", "apostrophe")]
    public string? Thousands { get; init; }

    /// <summary>Values that mean that nothing is known, such as "N/A".</summary>
    public IReadOnlyList<string> Empty { get; init; } = [];

    /// <summary>Values that mean that the publisher hides what stood there, such as "[redacted]"; hashes are known as such.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];
}

/// <summary>Columns that say which account a row is about.</summary>
[AtLeastOne(nameof(Id), nameof(Handle))]
public sealed record AccountColumns
{
    /// <summary>The platform's id of the account.</summary>
    public string? Id { get; init; }

    /// <summary>Handle, with or without @, or the link of the profile.</summary>
    public string? Handle { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>What the account says of itself.</summary>
    public string? Bio { get; init; }

    /// <summary>Place that the account names.</summary>
    public string? Location { get; init; }

    /// <summary>Link that the account names.</summary>
    public string? Url { get; init; }

    /// <summary>Number of followers.</summary>
    public string? Followers { get; init; }

    /// <summary>Number of accounts followed.</summary>
    public string? Following { get; init; }

    /// <summary>When it was created.</summary>
    public string? Created { get; init; }

    /// <summary>Language of its interface.</summary>
    public string? Language { get; init; }
}

/// <summary>Columns of a post.</summary>
public sealed record PostColumns
{
    /// <summary>The platform's id of the post; without it, or where it is empty, account, time and words make one.</summary>
    public string? Id { get; init; }

    /// <summary>The words of the post.</summary>
    public required string Text { get; init; }

    /// <summary>When it was posted.</summary>
    public string? Time { get; init; }

    /// <summary>Language of the post.</summary>
    public string? Language { get; init; }

    /// <summary>Name of the program that sent it.</summary>
    public string? Client { get; init; }

    /// <summary>Id of the account that is answered.</summary>
    public string? ReplyToUser { get; init; }

    /// <summary>Id of the post that is answered.</summary>
    public string? ReplyToPost { get; init; }

    /// <summary>Id of the post that is quoted.</summary>
    public string? QuotedPost { get; init; }

    /// <summary>Whether it repeats another post: true, false, 1 or 0.</summary>
    public string? Repost { get; init; }

    /// <summary>Id of the account whose post is repeated.</summary>
    public string? RepostedUser { get; init; }

    /// <summary>Id of the post that is repeated.</summary>
    public string? RepostedPost { get; init; }

    /// <summary>Number of likes.</summary>
    public string? Likes { get; init; }

    /// <summary>Number of replies.</summary>
    public string? Replies { get; init; }

    /// <summary>Number of reposts.</summary>
    public string? Reposts { get; init; }

    /// <summary>Number of quotes.</summary>
    public string? Quotes { get; init; }

    /// <summary>List of hashtags.</summary>
    public string? Hashtags { get; init; }

    /// <summary>List of links.</summary>
    public string? Urls { get; init; }

    /// <summary>List of the ids of accounts that are mentioned.</summary>
    public string? Mentions { get; init; }
}

/// <summary>Columns of an event.</summary>
[ExactlyOne(nameof(Kind), nameof(Always))]
[Needs(nameof(Kind), nameof(Words))]
[Needs(nameof(Words), nameof(Kind))]
public sealed record EventColumns
{
    /// <summary>Column whose word says what happened.</summary>
    public string? Kind { get; init; }

    /// <summary>What happened, when it is the same in every row.</summary>
    public StatusKind? Always { get; init; }

    /// <summary>What the words of the column mean; a row with another word goes into quarantine.</summary>
    [MinLength(1)]
    public IReadOnlyList<EventWord> Words { get; init; } = [];

    /// <summary>When it happened.</summary>
    public string? Time { get; init; }

    /// <summary>What else is said of it; shown as it stands.</summary>
    public string? Detail { get; init; }
}

/// <summary>A word of the publisher's with its meaning.</summary>
public sealed record EventWord
{
    /// <summary>The word as it stands in the column; case and blanks around it do not count.</summary>
    public required string Word { get; init; }

    /// <summary>What it means.</summary>
    public required StatusKind Means { get; init; }
}
