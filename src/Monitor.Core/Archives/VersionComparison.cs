using System.Collections;
using System.Globalization;
using System.Reflection;
using Monitor.Core.Evidence;
using Monitor.Core.Model;

namespace Monitor.Core.Archives;

/// <summary>A field that two versions show differently.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Old">Value in the older version; empty when it was empty.</param>
/// <param name="New">Value in the newer version.</param>
public sealed record FieldChange(string Field, string Old, string New);

/// <summary>A record that two versions show differently.</summary>
/// <param name="Record">Id of the account or post; for an event, that of its account.</param>
/// <param name="What">added, removed or changed.</param>
/// <param name="OldRow">Where it stands in the older version.</param>
/// <param name="NewRow">Where it stands in the newer one.</param>
/// <param name="Fields">What changed.</param>
public sealed record RecordChange(string Record, string What, RowRef? OldRow, RowRef? NewRow, IReadOnlyList<FieldChange> Fields);

/// <summary>What became of a release between two versions.</summary>
/// <param name="Accounts">Accounts added, removed and changed, by kind of change and id.</param>
/// <param name="Rows">Of the rows that were asked for, those of posts and events that are gone or changed.</param>
/// <param name="Old">Accounts and posts in the older version.</param>
/// <param name="New">Accounts and posts in the newer one.</param>
public sealed record VersionDifference(IReadOnlyList<RecordChange> Accounts, IReadOnlyList<RecordChange> Rows, (int Accounts, long Posts) Old, (int Accounts, long Posts) New);

/// <summary>
/// Compares the kept files of two versions of a release. Accounts are held in memory, posts stream: of these only rows that somebody relies on are followed.
/// </summary>
public sealed class VersionComparison(ArchiveReader reader, Release release)
{
    /// <summary>Fields that say where a record stands, not what it is.</summary>
    private static readonly HashSet<string> Places = [nameof(Account.Source), nameof(Account.Key), nameof(Account.Id), nameof(Account.Platform), "EqualityContract"];

    /// <summary>What changed; <paramref name="watched"/> are rows of the older version, by file and line, whose records are followed.</summary>
    public VersionDifference Compare(KeptRelease older, KeptRelease newer, IReadOnlySet<(string File, long Line)> watched)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        ArgumentNullException.ThrowIfNull(watched);
        var followed = new Dictionary<string, object>(StringComparer.Ordinal);
        var old = Read(older, (key, record, row) =>
        {
            if (watched.Contains((row.File, row.Line)))
            {
                followed.TryAdd(key, record);
            }
        });
        var found = new Dictionary<string, object>(StringComparer.Ordinal);
        var current = Read(newer, (key, record, _) =>
        {
            if (followed.ContainsKey(key))
            {
                found.TryAdd(key, record);
            }
        });
        var accounts = old.Accounts.Keys.Union(current.Accounts.Keys)
            .Select(id => Change(id, old.Accounts.GetValueOrDefault(id), current.Accounts.GetValueOrDefault(id), a => a.Source)).OfType<RecordChange>()
            .OrderBy(c => c.What, StringComparer.Ordinal).ThenBy(c => c.Record, StringComparer.Ordinal);
        var rows = followed.Select(f => Change(f.Key.Split('\n')[0], f.Value, found.GetValueOrDefault(f.Key), RowOf)).OfType<RecordChange>();
        return new([.. accounts], [.. rows], (old.Accounts.Count, old.Posts), (current.Accounts.Count, current.Posts));
    }

    private (Dictionary<string, Account> Accounts, long Posts) Read(KeptRelease kept, Action<string, object, RowRef> visit)
    {
        var own = reader.For(kept);
        var accounts = new Dictionary<string, Account>(StringComparer.Ordinal);
        var posts = 0L;
        foreach (var row in kept.Files.SelectMany(f => own.FindIn(f).Files).SelectMany(t => own.Read(release, kept.Version, t)))
        {
            var account = row switch { AccountRow r => r.Account, PostRow r => r.Author, StatusRow r => r.Account, _ => null };
            if (account is not null && AccountPreference.Better(account, accounts.GetValueOrDefault(account.Id)))
            {
                accounts[account.Id] = account;
            }

            if (row is PostRow { Post: var post })
            {
                posts++;
                visit(post.Id, post, row.Source);
            }

            foreach (var e in row is StatusRow status ? status.Events : [])
            {
                visit($"{e.AccountId}\n{e.Key}", e, row.Source);
            }
        }

        return (accounts, posts);
    }

    private static RecordChange? Change<T>(string id, T? old, T? current, Func<T, RowRef> row)
        where T : class
    {
        if (old is null || current is null)
        {
            return new(id, old is null ? "added" : "removed", old is null ? null : row(old), current is null ? null : row(current), []);
        }

        var fields = Fields(old, current).ToList();
        return fields.Count == 0 ? null : new(id, "changed", row(old), row(current), fields);
    }

    private static IEnumerable<FieldChange> Fields(object old, object current) =>
        from property in old.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where !Places.Contains(property.Name)
        let before = Words(property.GetValue(old))
        let after = Words(property.GetValue(current))
        where before != after
        select new FieldChange(char.ToLowerInvariant(property.Name[0]) + property.Name[1..], before, after);

    private static string Words(object? value) => value switch
    {
        null => "",
        string text => text,
        IEnumerable list => string.Join(", ", list.Cast<object>()),
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static RowRef RowOf(object record) => record is Post post ? post.Source : ((StatusEvent)record).Source;
}
