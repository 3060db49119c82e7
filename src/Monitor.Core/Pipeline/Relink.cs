using Monitor.Core.Corpus;
using Monitor.Core.Linking;
using Monitor.Core.Model;

namespace Monitor.Core.Pipeline;

/// <summary>Links the claims and documents of the corpus anew, after a release came in or the catalogue changed.</summary>
public sealed class Relink(ICorpus corpus, ClaimLinker linker)
{
    /// <summary>Links everything; returns how many claims were linked.</summary>
    public async Task<int> Run(IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var done = 0;
        await foreach (var claim in corpus.AllClaims(cancel))
        {
            await corpus.Put(new CorpusBatch { Links = (await linker.Link(claim, cancel)).Links, ReplaceLinksFrom = [claim.Id] }, cancel);
            progress?.Report(++done);
        }

        await foreach (var document in corpus.AllDocuments(cancel))
        {
            var links = await linker.LinkDocument(document, await ClaimsIn(document, cancel), cancel);
            await corpus.Put(new CorpusBatch { Links = links, ReplaceLinksFrom = [document.Id] }, cancel);
        }

        return done;
    }

    private async Task<IReadOnlyList<Claim>> ClaimsIn(Document document, CancellationToken cancel)
    {
        var claims = new List<Claim>();
        foreach (var id in (await corpus.AppearancesIn(document.Id, cancel)).Select(a => a.ClaimId).Distinct())
        {
            if (await corpus.Claim(id, cancel) is { } claim)
            {
                claims.Add(claim);
            }
        }

        return claims;
    }
}
