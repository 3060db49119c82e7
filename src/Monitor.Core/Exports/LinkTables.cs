using System.Runtime.CompilerServices;
using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Core.Exports;

/// <summary>The links of a claim, and the reasons of each.</summary>
internal sealed class LinkTables(ICorpus corpus, string claimId, ExportOptions options)
{
    private static readonly IReadOnlyList<ExportColumn> LinkColumns =
    [
        new("claim", "string", "Claim id"),
        new("kind", "string", "What is linked: account, release, document or claim"),
        new("target", "string", "Id of what is linked; accounts as platform:id, exactly as in the release"),
        new("handle", "string", "Handle of a linked account without @"),
        new("name", "string", "Name of a linked account, title of a linked release"),
        new("bio", "string", "Bio of a linked account"),
        new("score", "number", "Between 0 and 1; orders links, is no probability"),
        new("groups", "string", "Groups named on both ends, separated by ;"),
        new("reasons", "string", "Sentences, separated by |"),
        .. RowColumns.All,
    ];

    private static readonly IReadOnlyList<ExportColumn> ReasonColumns =
    [
        new("claim", "string", "Claim id"),
        new("target", "string", "Id of what is linked"),
        new("feature", "string", "What was compared"),
        new("claim_value", "string", "Value on the claim's side"),
        new("target_value", "string", "Value on the other side"),
        new("weight", "number", "What it adds to the score"),
        new("text", "string", "The reason as a sentence"),
        .. RowColumns.All,
    ];

    /// <summary>Ids of the releases that rows came from.</summary>
    public SortedSet<string> Releases { get; } = new(StringComparer.Ordinal);

    /// <summary>One row a link, best score first.</summary>
    public ExportTable Links() => new("links", "Links of a claim", LinkColumns, LinkRows());

    /// <summary>One row a reason.</summary>
    public ExportTable Reasons() => new("reasons", "Reasons of the links", ReasonColumns, ReasonRows());

    private async IAsyncEnumerable<IReadOnlyList<object?>> LinkRows([EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var link in await corpus.Links(claimId, null, cancel))
        {
            var (handle, name, bio, source) = await Target(link, cancel);
            yield return
            [
                link.From, Kind(link), link.Target, handle, name, bio, link.Score, string.Join(';', link.Groups),
                IsHidden(link, handle) ? string.Join(" | ", link.Reasons.Select(r => r.Feature)) : string.Join(" | ", link.Reasons.Select(r => r.Text)),
                .. RowColumns.Of(source),
            ];
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> ReasonRows([EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var link in await corpus.Links(claimId, null, cancel))
        {
            var (handle, _, _, _) = await Target(link, cancel);
            var hidden = IsHidden(link, handle);
            foreach (var reason in link.Reasons)
            {
                yield return
                [
                    link.From, link.Target, reason.Feature, reason.ClaimValue, hidden ? "" : reason.TargetValue, reason.Weight, hidden ? "" : reason.Text,
                    .. RowColumns.Of(reason.Source),
                ];
            }
        }
    }

    private static string Kind(Link link) => link.Kind.ToString().ToLowerInvariant();

    /// <summary>True when values and sentences would name or quote an account that is not to be named.</summary>
    private bool IsHidden(Link link, string handle) => link.Kind == LinkKind.Account && !options.MayName(handle);

    private async Task<(string Handle, string Name, string Bio, RowRef? Source)> Target(Link link, CancellationToken cancel)
    {
        if (link.Kind == LinkKind.Account)
        {
            var shown = await corpus.Accounts(link.Target, cancel);
            var release = link.Reasons.Select(r => r.Source?.Release).FirstOrDefault(r => r is not null);
            if ((shown.FirstOrDefault(a => a.Source.Release == release) ?? (shown.Count > 0 ? shown[0] : null)) is { } account)
            {
                Releases.Add(account.Source.Release);
                return options.MayName(account.Handle) ? (account.Handle, account.Name, account.Bio, account.Source) : ("", "", "", account.Source);
            }
        }
        else if (link.Kind is LinkKind.Release or LinkKind.Document)
        {
            var release = await corpus.Release(link.Target, cancel);
            if (release is not null)
            {
                Releases.Add(release.Id);
            }

            return ("", release?.Title ?? "", "", null);
        }

        return ("", "", "", null);
    }
}
