using System.Globalization;
using Monitor.Core.Corpus;
using Monitor.Core.Dossiers.Bios;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Signals of bios that several accounts have.</summary>
internal sealed class BioSignals(ICorpus corpus)
{
    /// <summary>Rows of other accounts that are shown.</summary>
    private const int Shown = 5;

    /// <summary>Candidates that are compared letter by letter.</summary>
    private const int Compared = 20;

    /// <summary>Signals of one row.</summary>
    public async Task<IReadOnlyList<Signal>> Of(Account account, BioIndex bios, CancellationToken cancel) => BioText.Of(account.Bio) is not { } text
        ? []
        : [.. new[] { await Same(account, text, bios, cancel), await Near(account, text, bios, cancel) }.OfType<Signal>()];

    /// <summary>Not capped, but rare only where few bios are shared. A quotation or a slogan can be shared by people who do not know each other.</summary>
    private async Task<Signal?> Same(Account account, BioText text, BioIndex bios, CancellationToken cancel)
    {
        var itself = account.Flags.Contains(BioIndex.NoUserId); // then it is not in the index, but may be so under its hash
        var group = bios.Accounts(text) + (itself ? 1 : 0);
        if (group < 2)
        {
            return null;
        }

        var rows = new List<RowRef>();
        foreach (var id in bios.Same(text).Where(i => i != account.Id).Take(Shown))
        {
            rows.AddRange((await corpus.Accounts(id, cancel)).Where(a => BioText.Of(a.Bio) == text).Take(1).Select(a => a.Source));
        }

        var others = group - 1;
        var size = Math.Max(2, itself ? others : group);
        var all = bios.Rates(null).SharedBy(size);
        return new(
            "bio-shared", SignalFamily.Profile, SignalSide.Operated, itself && others == 1 ? SignalStrength.Weak : all.Strength(SignalStrength.Strong),
            Said($"same bio as {others} other imported account{(others == 1 ? "" : "s")}{(itself ? ", one of which may be this one under its hashed id" : "")}"),
            $"bios shared by so many or more: {RateText.Accounts(bios.Rates(account.Source.Release).SharedBy(size), all)} with a bio long enough",
            "Its bio has the same words as that of other imported accounts. A copied bio speaks for one hand behind several accounts; a slogan or a quotation can be shared by chance.",
            [account.Source, .. rows]);
    }

    /// <summary>Capped at moderate: a formula with a place or a name put in is also what people write.</summary>
    private async Task<Signal?> Near(Account account, BioText text, BioIndex bios, CancellationToken cancel)
    {
        var near = new List<(double Resemblance, RowRef Row)>();
        foreach (var id in bios.Candidates(text, Compared).Where(i => i != account.Id))
        {
            foreach (var other in (await corpus.Accounts(id, cancel)).Take(Shown))
            {
                if (BioText.Of(other.Bio) is { } its && its != text && text.Resemblance(its) is >= BioIndex.NearlyEqual and var resemblance)
                {
                    near.Add((resemblance, other.Source));
                    break;
                }
            }
        }

        if (near.Count == 0)
        {
            return null;
        }

        var all = bios.Rates(null).Near;
        return new(
            "bio-near", SignalFamily.Profile, SignalSide.Operated, all.Strength(SignalStrength.Moderate),
            Said($"nearly the bio of {near.Count} other imported account{(near.Count == 1 ? "" : "s")}; the nearest has {100 * near.Max(n => n.Resemblance):0} % of the groups of {BioText.ShingleLetters} letters in common"),
            $"bios that another account has nearly: {RateText.Accounts(bios.Rates(account.Source.Release).Near, all)} with a bio long enough, estimated by MinHash",
            "Its bio is that of another imported account with a few letters or words changed. A text made over speaks for one hand; chapters of one organisation put in their town, and slogans are passed on among people.",
            [account.Source, .. near.OrderByDescending(n => n.Resemblance).Take(Shown).Select(n => n.Row)]);
    }

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
