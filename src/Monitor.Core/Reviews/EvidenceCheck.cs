using System.Globalization;
using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Core.Reviews;

/// <summary>Looks up what a verdict rests on: an entry is kept for ever, so a reference that leads nowhere is refused before it is written.</summary>
internal sealed class EvidenceCheck(ICorpus corpus, Ledger.Ledger ledger)
{
    /// <summary>
    /// Lines that a row may take. The row of a post begins behind line feeds in earlier posts, no engine finds posts by row, and 280 is the most that a tweet of 280
    /// characters can hold; so beyond the count of rows this bounds what a file of posts or events can reach.
    /// </summary>
    private const long MostLinesInRow = 280;

    private static readonly string[] AccountFormats = ["twitter-users", "nbc-users", "fivethirtyeight-authors"];

    /// <summary>What is wrong with a piece of evidence and how to mend it; null when it stands.</summary>
    public async Task<string?> Fault(Model.Evidence evidence, CancellationToken cancel) => evidence.Kind switch
    {
        _ when string.IsNullOrWhiteSpace(evidence.Reference) => "every piece of evidence needs a reference: release/version/file:line, a document id, a capture id, or a url",
        "row" => await Row(evidence.Reference, cancel).ConfigureAwait(false),
        "document" => await Document(evidence.Reference, cancel).ConfigureAwait(false),
        "capture" => ledger.Captures.Get(evidence.Reference) is null ? $"there is no capture '{evidence.Reference}'; a document's page names the capture it was made of" : null,
        "url" => Uri.TryCreate(evidence.Reference, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? null
            : $"'{evidence.Reference}' is no web address; give it whole, beginning with https:// or http://",
        _ => $"evidence is a row, document, capture or url, not '{evidence.Kind}'",
    };

    private async Task<string?> Document(string reference, CancellationToken cancel)
    {
        if (EvidenceReference.Document(reference) is not { } place)
        {
            return $"'{reference}' does not name a document; write its id, or id:start-end for a place in it";
        }

        if (await corpus.Document(place.Id, cancel).ConfigureAwait(false) is not { } document)
        {
            return $"there is no document '{place.Id}'; search for it and give the id as shown";
        }

        return place.Start < place.End && place.End <= document.Text.Length || place.Start is null
            ? null
            : $"the text of document '{place.Id}' has {document.Text.Length} characters, so {place.Start}-{place.End} is no place in it";
    }

    private async Task<string?> Row(string reference, CancellationToken cancel)
    {
        if (EvidenceReference.Row(reference) is not { } row)
        {
            return $"'{reference}' does not name a row; write release/version/file:line, as pages and commands show it";
        }

        if (await corpus.Release(row.Release, cancel).ConfigureAwait(false) is not { } release)
        {
            return $"there is no release '{row.Release}'; 'monitor archive list' names those there are";
        }

        if (release.Versions.FirstOrDefault(v => v.Number == row.Version) is not { } version)
        {
            return release.Versions.Count == 0
                ? $"nothing of release '{row.Release}' is imported, so it has no rows here"
                : $"release '{row.Release}' has no version {row.Version}; there is {string.Join(", ", release.Versions.Select(v => v.Number))}";
        }

        if (version.Files.FirstOrDefault(f => f.Name == row.File) is not { } file)
        {
            return $"version {row.Version} of release '{row.Release}' has no file '{row.File}'; there is {string.Join(", ", version.Files.Select(f => f.Name))}";
        }

        return row.Line >= 1 && (row.Line <= file.Rows + 1 || await BeginsAt(row, file, cancel).ConfigureAwait(false))
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"no row of '{row.File}' begins at line {row.Line}; it has {file.Rows} rows. Give the line as the account's or post's page shows it");
    }

    /// <summary>True when a row begins so far down because fields before it hold line feeds.</summary>
    private async Task<bool> BeginsAt(RowRef row, ReleaseFile file, CancellationToken cancel)
    {
        if (!AccountFormats.Contains(file.Format))
        {
            return row.Line <= 1 + (MostLinesInRow * file.Rows);
        }

        var place = string.Create(CultureInfo.InvariantCulture, $"{row.File}:{row.Line}");
        if (ledger.Issues.Open(row.Release, int.MaxValue).Any(i => i.Kind == "row-quarantined" && i.Place == place))
        {
            return true;
        }

        await foreach (var account in corpus.AccountsIn(row.Release, cancel).ConfigureAwait(false))
        {
            if (account.Source with { Offset = -1 } == row)
            {
                return true;
            }
        }

        return false;
    }
}
