using System.Globalization;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Model;

namespace Monitor.Core.Alerting;

/// <summary>How often a search would have been told, before it is saved.</summary>
/// <param name="Matches">Records of the last days that it finds.</param>
/// <param name="All">Records of any time, dated or not.</param>
public sealed record SearchPreview(long Matches, long All)
{
    /// <summary>Days looked back.</summary>
    public const int Days = 30;

    /// <summary>
    /// The preview; null for changes of the evidence, which are only known while somebody follows them. Claims count by when they were said, documents by when they were
    /// published; accounts have no such date (releases come in as a whole), so theirs is the count of all.
    /// </summary>
    public static async Task<SearchPreview?> Of(ICorpus corpus, QueryNode query, string wanted, DateTimeOffset now, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        if (wanted == SavedSearchKinds.Evidence)
        {
            return null;
        }

        var kind = AlertMatcher.KindOf(wanted);
        var all = await Count(query);
        var from = new FieldNode("from", now.AddDays(-Days).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), false);
        return new(kind == SearchKind.Accounts ? all : await Count(query is AllNode ? from : new AndNode([query, from])), all);

        async Task<long> Count(QueryNode node) => (await corpus.Search(new SearchRequest(node, [kind]) { Limit = 1 }, cancel)).Total;
    }
}
