using Monitor.Core.Archives;
using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Core.Pipeline;

/// <summary>Some rows of a file, ready to be stored.</summary>
/// <param name="Records">What they became.</param>
/// <param name="Counts">Rows by kind; what is new is known when they are stored.</param>
/// <param name="Bad">Rows that became no record.</param>
/// <param name="Last">The last row.</param>
internal sealed record ImportBlock(PreparedBatch Records, ImportCounts Counts, IReadOnlyList<QuarantinedRow> Bad, RowRef Last)
{
    /// <summary>Accounts that its rows show.</summary>
    public IReadOnlyList<string> AccountIds { get; init; } = [];

    /// <summary>Suspensions that its rows say were taken back.</summary>
    public IReadOnlyList<StatusEvent> Reinstated { get; init; } = [];

    /// <summary>Makes a block.</summary>
    public static ImportBlock Of(ICorpus corpus, IReadOnlyList<ArchiveRow> rows)
    {
        var (accounts, posts, events, bad) = (new List<Account>(), new List<Post>(rows.Count), new List<StatusEvent>(), new List<QuarantinedRow>());
        var counts = new ImportCounts { Rows = rows.Count };
        foreach (var row in rows)
        {
            switch (row)
            {
                case PostRow r:
                    posts.Add(r.Post);
                    AddIfAny(r.Author);
                    break;
                case AccountRow r:
                    accounts.Add(r.Account);
                    counts = counts with { Accounts = counts.Accounts + 1, Hashed = counts.Hashed + (r.Account.Hashed ? 1 : 0), Plain = counts.Plain + (r.Account.Hashed ? 0 : 1) };
                    break;
                case StatusRow r:
                    events.AddRange(r.Events);
                    AddIfAny(r.Account);
                    counts = counts with { Events = counts.Events + 1 };
                    break;
                case QuarantinedRow r:
                    bad.Add(r);
                    break;
            }
        }

        var records = corpus.Prepare(new CorpusBatch { Accounts = accounts, Posts = posts, StatusEvents = events });
        return new(records, counts with { Posts = posts.Count, Quarantined = bad.Count }, bad, rows[^1].Source)
        {
            AccountIds = [.. accounts.Select(a => a.Id)],
            Reinstated = [.. events.Where(e => e.Kind == StatusKind.Reinstated)],
        };

        void AddIfAny(Account? account)
        {
            if (account is not null)
            {
                accounts.Add(account);
            }
        }
    }
}
