using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.World;

/// <summary>A document that names an account, and whether it does so by handle.</summary>
internal sealed record Mention(DocumentMention Document, bool ByHandle);

/// <summary>Looks for collected documents that name an account by a handle or a full name that it had. What is hidden by the publisher cannot be looked for.</summary>
internal sealed class DocumentMentionFinder(ICorpus corpus)
{
    /// <summary>Documents looked at.</summary>
    private const int HitLimit = 50;

    /// <summary>Words and letters of a name that is looked for: a first name alone is everybody's.</summary>
    private const int NameWords = 2;
    private const int NameLetters = 8;

    /// <summary>Letters of a handle that is looked for: shorter ones are words.</summary>
    private const int HandleLetters = 4;

    /// <summary>The documents, the oldest first, undated last.</summary>
    public async Task<IReadOnlyList<Mention>> Find(IEnumerable<string> handles, IEnumerable<string> names, CancellationToken cancel)
    {
        var byHandle = handles.Where(h => h.Length >= HandleLetters).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        var byName = names.Select(n => n.Trim()).Where(IsFullName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        List<QueryNode> parts = [.. byHandle.Select(h => new WordNode("@" + h)), .. byName.Select(n => new PhraseNode(n))];
        if (parts.Count == 0)
        {
            return [];
        }

        var page = await corpus.Search(new(parts.Count == 1 ? parts[0] : new OrNode(parts), [SearchKind.Documents]) { Limit = HitLimit, Sort = SearchSort.Oldest }, cancel);
        var mentions = new List<Mention>();
        foreach (var hit in page.Hits)
        {
            if (await corpus.Document(hit.Id, cancel) is { } document && !byHandle.Exists(h => h.Equals(document.Handle, StringComparison.OrdinalIgnoreCase)))
            {
                mentions.AddRange(In(document, byHandle, byName) is { } mention ? [mention] : []);
            }
        }

        return mentions;
    }

    private static bool IsFullName(string name) =>
        name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetter)) >= NameWords && name.Count(char.IsLetter) >= NameLetters;

    private static Mention? In(Document document, List<string> handles, List<string> names)
    {
        foreach (var (words, isHandle) in handles.Select(h => ("@" + h, true)).Concat(names.Select(n => (n, false))))
        {
            for (var at = document.Text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = document.Text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (!Continues(document.Text, at - 1) && !Continues(document.Text, at + words.Length))
                {
                    return new(new(document.Id, document.Title, document.Url, Site(document), document.Published, at, document.Text.Substring(at, words.Length)), isHandle);
                }
            }
        }

        return null;
    }

    private static bool Continues(string text, int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_');

    private static string Site(Document document) => Uri.TryCreate(document.Url, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : document.Site;
}
