using Monitor.Core.Alerting.Wording;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Model;

namespace Monitor.Core.Alerting.Messages;

/// <summary>Collects what a message tells of its matches.</summary>
public sealed class DigestCollector(ICorpus corpus, Ledger.Ledger ledger, MailOptions options)
{
    /// <summary>Most items told one by one; the rest is counted and linked.</summary>
    public const int MostItems = 40;

    /// <summary>Most matches that are read to choose and fold items; a storm of thousands must not read them all.</summary>
    private const int MostRead = 200;

    /// <summary>The digest of these matches of a search.</summary>
    public async Task<AlertDigest> Collect(SavedSearch search, DeliveryKind kind, IReadOnlyList<string> matches, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(matches);
        var condition = QueryParser.Parse(search.Query).Tree is { } tree ? QueryCompiler.Compile(tree, AlertMatcher.KindOf(search.In)) : Condition.None;
        var writer = new ItemWriter(corpus, new Highlighter(condition), AlertWording.In(search.Language), options.BaseUrl.TrimEnd('/'));
        var items = new List<AlertItem>();
        var gone = 0;
        foreach (var id in matches.Take(MostRead))
        {
            if (await Item(writer, id, cancel) is { } item)
            {
                items.Add(item);
            }
            else
            {
                gone++;
            }
        }

        return new AlertDigest(search, kind, matches.Count, NearDuplicates.Fold(items), Math.Max(0, matches.Count - MostRead), gone).Cut(MostItems);
    }

    private async Task<AlertItem?> Item(ItemWriter writer, string id, CancellationToken cancel)
    {
        if (ledger.Matches.Event(id) is { } change)
        {
            return await Record(writer, change.Subject, cancel) is { } subject ? await writer.Changed(subject, change, cancel) : null;
        }

        return await Record(writer, id, cancel);
    }

    private async Task<AlertItem?> Record(ItemWriter writer, string id, CancellationToken cancel)
    {
        // The id of an account is platform:userid; no other has a colon.
        if (id.Contains(':', StringComparison.Ordinal))
        {
            return await corpus.Accounts(id, cancel) is { Count: > 0 } accounts ? writer.Of(accounts) : null;
        }

        return await corpus.Claim(id, cancel) is { } claim ? await writer.Of(claim, cancel)
            : await corpus.Document(id, cancel) is { } document ? await writer.Of(document, cancel)
            : null;
    }
}
