using Monitor.Core.Archives.Csv;
using Monitor.Core.Archives.Values;
using Monitor.Core.Definitions;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>The account that a row of a mapped table is about.</summary>
internal sealed class MappedAccount(AccountColumns columns, MappedCells cells, string platform, Func<string?, int> place)
{
    private readonly int id = place(columns.Id);
    private readonly int handle = place(columns.Handle);
    private readonly int name = place(columns.Name);
    private readonly int bio = place(columns.Bio);
    private readonly int location = place(columns.Location);
    private readonly int url = place(columns.Url);
    private readonly int followers = place(columns.Followers);
    private readonly int following = place(columns.Following);
    private readonly int created = place(columns.Created);
    private readonly int language = place(columns.Language);

    /// <summary>Begins with the current row and says which account it is about; null when it names none.</summary>
    public AccountIdentity? Begin()
    {
        cells.Begin();
        return AccountIdentity.Of(platform, cells.Known(id), Handle(cells.Known(handle)), cells.Plain);
    }

    /// <summary>The account as the row shows it.</summary>
    public Account Read(AccountIdentity identity, RowRef source, string? flag = null)
    {
        var hidden = new List<string>();
        var account = new Account(identity.Id, platform, identity.UserId, source)
        {
            Handle = Handle(Named(handle, "handle", hidden)),
            Name = Named(name, "name", hidden),
            Bio = cells.Shown(bio, "bio", hidden),
            Location = cells.Shown(location, "location", hidden),
            Url = cells.Shown(url, "url", hidden),
            Followers = cells.Count(followers),
            Following = cells.Count(following),
            Created = cells.Date(created),
            Language = cells.Known(language),
        };
        var hashed = HiddenValue.Is(identity.UserId);
        IReadOnlyList<string> all = hashed || cells.IsHidden(id) ? ["userid", .. hidden] : hidden;
        return account with { Hashed = hashed, Hidden = all, Flags = flag is null ? cells.Plain.Flags : [.. cells.Plain.Flags, flag] };
    }

    /// <summary>The quarantine of a row that names no account.</summary>
    public QuarantinedRow Nobody(RowRef source, CsvReader row)
    {
        string[] named = [.. new[] { columns.Id, columns.Handle }.OfType<string>()];
        return cells.IsHidden(id)
            ? new(source, "The row names no account: its id is hidden by the publisher, and no handle stands beside it.", "Nothing can be done: rows that look alike would become one account.", row.Raw)
            : NoAccount.In(row, source, named);
    }

    /// <summary>A name, which stays as it is when it is a hash, since hashes are compared.</summary>
    private string Named(int column, string field, List<string> hidden)
    {
        if (cells.IsHidden(column))
        {
            hidden.Add(field);
        }

        return cells.Known(column);
    }

    /// <summary>The handle without @, or the name in a profile link that has no other part, such as https://www.facebook.com/sample.page.</summary>
    private static string Handle(string text)
    {
        var handle = text.Trim();
        if (Uri.TryCreate(handle, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            var path = url!.AbsolutePath.Trim('/');
            return path.Length > 0 && url.Query.Length == 0 && !path.Contains('/', StringComparison.Ordinal) ? path.TrimStart('@') : handle;
        }

        return handle.TrimStart('@');
    }
}
