using Monitor.Core.Archives.Values;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>The ten profile columns that Twitter's account and post tables share.</summary>
internal sealed class TwitterProfile(ArchiveHeader header, CellReader cells, string platform)
{
    /// <summary>Their names, in the publisher's order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "userid", "user_display_name", "user_screen_name", "user_reported_location", "user_profile_description", "user_profile_url",
        "follower_count", "following_count", "account_creation_date", "account_language",
    ];

    private readonly int userId = header.Column("userid");
    private readonly int name = header.Column("user_display_name");
    private readonly int handle = header.Column("user_screen_name");
    private readonly int location = header.Column("user_reported_location");
    private readonly int bio = header.Column("user_profile_description");
    private readonly int url = header.Column("user_profile_url");
    private readonly int followers = header.Column("follower_count");
    private readonly int following = header.Column("following_count");
    private readonly int created = header.Column("account_creation_date");
    private readonly int language = header.Column("account_language");

    /// <summary>The account that the current row is about; null when it names none.</summary>
    public AccountIdentity? Identity() => AccountIdentity.Of(platform, cells.Word(userId), cells.Word(handle), cells);

    /// <summary>The user id cell of the current row, for looking up what is known already.</summary>
    public string UserId() => cells.Word(userId);

    /// <summary>The account as the current row shows it.</summary>
    public Account Read(AccountIdentity identity, RowRef source, string? flag = null)
    {
        var hidden = new List<string>();
        var hashed = HiddenValue.Is(identity.UserId);
        if (hashed)
        {
            hidden.Add("userid");
        }

        var account = new Account(identity.Id, platform, identity.UserId, source)
        {
            Handle = Named(handle, "handle", hidden),
            Name = Named(name, "name", hidden),
            Bio = Shown(bio, "bio", hidden),
            Location = Shown(location, "location", hidden),
            Url = Shown(url, "url", hidden),
            Followers = cells.Count(followers),
            Following = cells.Count(following),
            Created = cells.Day(created),
            Language = cells.Word(language),
            Hashed = hashed,
            Hidden = hidden,
        };
        return account with { Flags = flag is null ? cells.Flags : [.. cells.Flags, flag] };
    }

    /// <summary>A name, which stays as it is when it is a hash.</summary>
    private string Named(int column, string field, List<string> hidden)
    {
        var text = cells.Text(column);
        if (HiddenValue.Is(text))
        {
            hidden.Add(field);
        }

        return text;
    }

    /// <summary>A profile field, which is left empty when the publisher hides it behind a hash.</summary>
    private string Shown(int column, string field, List<string> hidden)
    {
        var text = cells.Text(column);
        if (!HiddenValue.Is(text))
        {
            return text;
        }

        hidden.Add(field);
        return "";
    }
}
