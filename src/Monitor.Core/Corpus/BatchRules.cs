using Monitor.Core.Model;

namespace Monitor.Core.Corpus;

/// <summary>What a batch must keep to before any engine looks at it.</summary>
internal static class BatchRules
{
    /// <summary>Checks ids, and that every appearance belongs to a document of the batch and lies within its text.</summary>
    /// <exception cref="CorpusBatchException">Names the record and the rule.</exception>
    public static void Check(CorpusBatch batch)
    {
        Ids("document", batch.Documents.Select(d => d.Id));
        Ids("claim", batch.Claims.Select(c => c.Id));
        Ids("release", batch.Releases.Select(r => r.Id));
        Ids("account", batch.Accounts.Select(a => a.Id));
        Ids("post", batch.Posts.Select(p => p.Id));
        Ids("appearance", batch.Appearances.Select(a => a.Id));
        Ids("link", batch.Links.Select(l => l.Id));
        var documents = new Dictionary<string, Document>();
        foreach (var document in batch.Documents)
        {
            documents[document.Id] = document;
        }

        foreach (var appearance in batch.Appearances)
        {
            if (!documents.TryGetValue(appearance.DocumentId, out var document))
            {
                throw new CorpusBatchException($"appearance {appearance.Id}: its document {appearance.DocumentId} is not in the batch");
            }

            if (appearance.Start < 0 || appearance.End < appearance.Start || appearance.End > document.Text.Length)
            {
                throw new CorpusBatchException(
                    $"appearance {appearance.Id}: {appearance.Start} to {appearance.End} does not lie within the {document.Text.Length} units of document {document.Id}");
            }
        }
    }

    private static void Ids(string kind, IEnumerable<string> ids)
    {
        var index = 0;
        foreach (var id in ids)
        {
            if (string.IsNullOrEmpty(id))
            {
                throw new CorpusBatchException($"{kind} number {index + 1} of the batch has no id");
            }

            index++;
        }
    }
}
