using System.Globalization;
using Monitor.Core.Linking.Scoring;
using Monitor.Core.Model;

namespace Monitor.Core.Linking.Accounts;

/// <summary>Accounts that a claim's handles lead to: those that show the handle, and those whose renames, as status lists and screen-name histories record them, touch it.</summary>
internal sealed class HandleHistory(LinkSession session, ClaimFacts facts)
{
    /// <summary>After a rename the old handle is free; a claim made later may speak of whoever took it.</summary>
    private const double AfterItWasGivenUp = .6;

    /// <summary>Every account, with what the renames say of it; nothing where the account shows the handle itself.</summary>
    public async Task<IReadOnlyList<(string AccountId, IReadOnlyList<Account> Showings, Reason? Reason)>> Find(CancellationToken cancel)
    {
        var found = new List<(string, IReadOnlyList<Account>, Reason?)>();
        foreach (var handle in facts.Handles.Append(facts.SpeakerHandle).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal))
        {
            foreach (var same in (await session.Corpus.AccountsByHandle(handle, cancel).ConfigureAwait(false)).GroupBy(a => a.Id))
            {
                found.Add((same.Key, [.. same], null));
            }

            foreach (var rename in await session.Corpus.RenamesOf(handle, cancel).ConfigureAwait(false))
            {
                found.Add((rename.AccountId, await session.Corpus.Accounts(rename.AccountId, cancel).ConfigureAwait(false), Because(handle, rename)));
            }
        }

        return found;
    }

    private Reason Because(string handle, StatusEvent rename)
    {
        var (old, now) = rename.Rename!.Value;
        var isOld = string.Equals(old, handle, StringComparison.OrdinalIgnoreCase);
        var given = rename.Time is { } time && facts.Date is { } said && (isOld ? said > time.Time.AddDays(1) : said < time.Time.AddDays(-1));
        var when = rename.Time is { } on ? $" (recorded {on})" : "";
        var text = isOld ? $"The claim names @{handle}, which this account had before it became @{now}{when}" : $"The claim names @{handle}, which this account took in place of @{old}{when}";
        var note = !given ? "" : isOld ? "; the claim is later, when another account may have had the handle" : "; the claim is earlier, when another account may have had the handle";
        return Weights.FormerHandle.Because("@" + handle, string.Create(CultureInfo.InvariantCulture, $"@{old} → @{now}"), $"{text}{note}.", rename.Source, given ? AfterItWasGivenUp : 1);
    }
}
