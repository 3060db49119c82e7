using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Activities;

/// <summary>The programs that posts were made with.</summary>
internal sealed class ClientTally
{
    /// <summary>Share of the posts from which on a client is one of the account's main ones.</summary>
    private const double MainShare = 0.2;

    private readonly ValueCounter clients = new();
    private readonly Dictionary<string, RowExamples> rows = [];
    private int known;
    private int mobile;
    private int scheduled;
    private int desk;

    /// <summary>Rows of posts from a telephone or tablet, from programs that post by themselves, and from the platform's page.</summary>
    public RowExamples Mobile { get; } = new();

    public RowExamples Scheduled { get; } = new();

    public RowExamples Desk { get; } = new();

    /// <summary>Posts by client, most first.</summary>
    public IReadOnlyList<ValueCount> Most() => clients.Most();

    public void Add(Post post)
    {
        if (post.Client.Length == 0)
        {
            return;
        }

        known++;
        clients.Add(post.Client);
        if (ClientKinds.IsMobile(post.Client))
        {
            mobile++;
            Mobile.Keep(post.Source);
        }
        else if (ClientKinds.IsScheduling(post.Client))
        {
            scheduled++;
            Scheduled.Keep(post.Source);
        }
        else if (ClientKinds.IsWeb(post.Client))
        {
            desk++;
            Desk.Keep(post.Source);
        }
        else if (rows.Count < ValueCounter.Listed || rows.ContainsKey(post.Client))
        {
            (rows.TryGetValue(post.Client, out var kept) ? kept : rows[post.Client] = new()).Keep(post.Source);
        }
    }

    /// <summary>Rows of posts from a client.</summary>
    public IReadOnlyList<RowRef> RowsOf(string client) => rows.TryGetValue(client, out var kept) ? kept.Rows : [];

    public ClientMeasures ToMeasures() => new(
        known, mobile, scheduled, desk, [.. clients.Counts.Where(c => c.Value >= MainShare * known && c.Value >= 2).Select(c => c.Key).Order(StringComparer.Ordinal)]);
}
