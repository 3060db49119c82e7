using Monitor.Core.Alerting.Wording;
using Monitor.Core.Corpus;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Alerting.Messages;

/// <summary>Makes items of records: the words with what matched, who, when, where, what differs, which releases.</summary>
internal sealed class ItemWriter(ICorpus corpus, Highlighter highlighter, AlertWording words, string baseUrl)
{
    private const int MostFurther = 4;
    private const int MostChanges = 6;
    private const int LongestText = 600;

    /// <summary>Documents read to count outlets; a claim that half the press repeats stays cheap.</summary>
    private const int MostDocuments = 300;

    public async Task<AlertItem> Of(Claim claim, CancellationToken cancel)
    {
        var documents = new List<Document>();
        foreach (var id in (await corpus.AppearancesOf(claim.Id, cancel)).Select(a => a.DocumentId).Distinct().Take(MostDocuments))
        {
            if (await corpus.Document(id, cancel) is { } document)
            {
                documents.Add(document);
            }
        }

        var who = claim.Speaker.Name.Length == 0 ? words.SpeakerUnknown : claim.Speaker.Name;
        var handle = claim.Speaker.Handle is { Length: > 0 } h ? $" (@{h})" : "";
        var text = Shortened.WithEllipsis(claim.Text, LongestText);
        return new(claim.Id, $"{who}{handle}{(claim.Said is { } said ? $", {said}" : "")}", text, $"{baseUrl}/claims/{claim.Id}")
        {
            Marks = highlighter.Find(text),
            First = documents.Select(AlertPlace.Of).FirstOrDefault(),
            Outlets = documents.Select(AlertPlace.Outlet).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            Further = [.. documents.Skip(1).Take(MostFurther).Select(AlertPlace.Of)],
            Differs = await Differs(claim, cancel),
            Releases = await Releases(claim.Id, LinkKind.Release, cancel),
        };
    }

    public async Task<AlertItem> Of(Document document, CancellationToken cancel)
    {
        var (text, marks) = highlighter.Snippet(document.Text);
        return new(document.Id, document.Heading, text, $"{baseUrl}/documents/{document.Id}")
        {
            Marks = marks,
            First = AlertPlace.Of(document),
            Outlets = 1,
            Releases = await Releases(document.Id, LinkKind.Document, cancel),
        };
    }

    public AlertItem Of(IReadOnlyList<Account> accounts)
    {
        var account = accounts[0];
        var handle = account.Handle.Length > 0 ? $" (@{account.Handle})" : "";
        var text = Shortened.WithEllipsis(string.Join(" · ", new[] { account.Bio, account.Location }.Where(t => t.Length > 0)), LongestText);
        return new(account.Id, (account.Name.Length > 0 ? account.Name : account.Id) + handle, text, $"{baseUrl}/accounts/{Uri.EscapeDataString(account.Id)}")
        {
            Marks = highlighter.Find(text),
            Source = string.Join("; ", accounts.Select(a => $"{a.Source.Release}/{a.Source.Version}/{a.Source.File}:{a.Source.Line}")),
        };
    }

    /// <summary>The item of a record whose evidence changed.</summary>
    public async Task<AlertItem> Changed(AlertItem subject, EvidenceEvent change, CancellationToken cancel)
    {
        var other = change.Change == EvidenceChange.Candidates && await corpus.Release(change.Other, cancel) is { } release ? release.Title : change.Other;
        return subject with
        {
            Id = change.Id,
            What = AlertWording.Fill(words.Changes[change.Change], ("n", words.Number(change.Count)), ("other", other)),
            Differs = [.. change.Changes.Take(MostChanges)],
            Source = change.Source.Length > 0 ? change.Source : subject.Source,
        };
    }

    /// <summary>How the words differ from those of the nearest claim that was known before, in the same language.</summary>
    private async Task<IReadOnlyList<WordChange>> Differs(Claim claim, CancellationToken cancel)
    {
        var first = await FirstSeen(claim.Id, cancel);
        foreach (var link in await corpus.Links(claim.Id, LinkKind.Claim, cancel))
        {
            if (await corpus.Claim(link.From == claim.Id ? link.Target : link.From, cancel) is { } other && other.Language == claim.Language
                && await FirstSeen(other.Id, cancel) is var known && (first is null || known < first)
                && WordDiff.Compare(other.Text, claim.Text) is { Count: > 0 and <= MostChanges } changes)
            {
                return changes;
            }
        }

        return [];
    }

    private async Task<DateTimeOffset?> FirstSeen(string claimId, CancellationToken cancel) => (await corpus.AppearancesOf(claimId, cancel)).Select(a => a.Published).FirstOrDefault(p => p is not null);

    private async Task<IReadOnlyList<string>> Releases(string id, LinkKind kind, CancellationToken cancel)
    {
        var titles = new List<string>();
        foreach (var link in (await corpus.Links(id, kind, cancel)).Where(l => l.From == id))
        {
            titles.Add((await corpus.Release(link.Target, cancel))?.Title ?? link.Target);
        }

        return titles;
    }
}
