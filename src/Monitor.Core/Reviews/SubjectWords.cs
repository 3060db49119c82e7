using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Core.Reviews;

/// <summary>
/// What a verdict is on, as it was when it was given. The corpus is made anew at any time, and a claim goes when its page changes; the entry keeps the words, so that
/// it can be read alone.
/// </summary>
internal static class SubjectWords
{
    /// <summary>True for the id of an account; ids of claims have no colon.</summary>
    public static bool IsAccount(string subject) => subject.Contains(':', StringComparison.Ordinal);

    /// <summary>The words of a claim at its place, or names and bio of an account at its newest row; null when the corpus knows neither.</summary>
    public static async Task<Model.Evidence?> Of(string subject, ICorpus corpus, CancellationToken cancel)
    {
        if (IsAccount(subject))
        {
            return (await corpus.Accounts(subject, cancel).ConfigureAwait(false)) is [.., var account]
                ? new("row", EvidenceReference.Of(account.Source), string.Join(" · ", Shown(account)))
                : null;
        }

        if (await corpus.Claim(subject, cancel).ConfigureAwait(false) is not { } claim)
        {
            return null;
        }

        var appearances = await corpus.AppearancesOf(subject, cancel).ConfigureAwait(false);
        var same = appearances.FirstOrDefault(a => a.Text == claim.Text);
        return same is not null ? new("document", EvidenceReference.Of(same), claim.Text)
            : appearances.Count > 0 ? new("document", appearances[0].DocumentId, claim.Text)
            : new("claim", claim.Id, claim.Text);
    }

    private static IEnumerable<string> Shown(Account account)
    {
        string[] fields = account.Hashed ? ["(name hidden by the publisher)", account.Bio] : [account.Name, account.Handle.Length > 0 ? "@" + account.Handle : "", account.Bio];
        return fields.Where(f => f.Length > 0);
    }
}
