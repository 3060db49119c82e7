using Monitor.Core.Archives;
using Monitor.Core.Corpus;
using Monitor.Core.Definitions;
using Monitor.Core.Evidence;
using Monitor.Core.Ledger;
using Monitor.Core.Linking.Accounts;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Pipeline;

/// <summary>What came of one file of a release.</summary>
/// <param name="Release">Release id.</param>
/// <param name="Version">Release version.</param>
/// <param name="File">File name.</param>
/// <param name="Format">Detected format; empty when none was recognised.</param>
/// <param name="Counts">What its rows became.</param>
/// <param name="Seconds">Time taken by this call.</param>
public sealed record ImportReport(string Release, int Version, string File, string Format, ImportCounts Counts, double Seconds)
{
    /// <summary>What the header told; null when no format was recognised.</summary>
    public ArchiveDetection? Detection { get; init; }

    /// <summary>Why a file was kept and not imported; empty for a table.</summary>
    public string Note { get; init; } = "";

    /// <summary>True for what serves its purpose without being a table: a mapping, an index of media.</summary>
    public bool Expected { get; init; }
}

/// <summary>
/// Imports the files of a release: keeps them verbatim, then reads them row by row into the corpus. Rows are stored before progress is recorded, so an interrupted
/// import goes on where it stopped and repeats at most one batch, which changes nothing.
/// </summary>
public sealed class ReleaseImport(ReleaseStore store, ArchiveReader archives, ICorpus corpus, Ledger.Ledger ledger, Relink relink, DataLocks locks, TimeProvider time)
{
    /// <summary>Rows stored in one transaction: large enough to be fast, small enough that a crash repeats little.</summary>
    private const int BatchRows = 5_000;

    /// <summary>Most quarantined rows of one file that get an Issue each; the count goes on, and every row stays in the kept file.</summary>
    private const int MaxRowIssues = 1_000;

    /// <summary>Imports files and folders into a release of the catalogue.</summary>
    /// <param name="release">The catalogue's entry.</param>
    /// <param name="paths">Files and folders.</param>
    /// <param name="progress">Told after each batch: the file and its counts so far.</param>
    /// <param name="cancel">Stops between two batches; the next call goes on there.</param>
    /// <param name="mappings">Files of mappings for tables without a format of their own; kept with the release.</param>
    /// <param name="encoding">Name of the encoding of the files, kept with them; UTF-8 when null.</param>
    /// <returns>One report a table; files that are no table are kept and reported with an empty format.</returns>
    /// <exception cref="IOException">Another import or a rebuild is under way, or a file cannot be read.</exception>
    public async Task<IReadOnlyList<ImportReport>> Run(
        Release release, IReadOnlyList<string> paths, IProgress<ImportReport>? progress = null, CancellationToken cancel = default,
        IReadOnlyList<string>? mappings = null, string? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(release);
        using var alone = locks.Importing();
        var kept = store.Keep(release.Id, paths, [.. (mappings ?? []).Select(m => (TableMappings.KeptName(m), m))], encoding);
        store.Describe(release);

        // A later version is read as a whole, so that it stands by itself and what it no longer has can be told; what is finished is not read again.
        return await Read(release, kept, kept.Version > 1 ? kept.Files : kept.Named, progress, cancel);
    }

    /// <summary>Reads kept files into the corpus again, for a rebuild.</summary>
    public async Task<IReadOnlyList<ImportReport>> Read(
        Release release, KeptRelease kept, IReadOnlyList<KeptFile> files, IProgress<ImportReport>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(files);
        var reader = archives.For(kept);
        var inCorpus = await corpus.Release(release.Id, cancel);
        var reports = new List<ImportReport>();
        foreach (var file in files)
        {
            var tables = reader.FindIn(file);
            ledger.Issues.Replace(release.Id, file.Name, []);
            foreach (var skipped in tables.Skipped)
            {
                if (!skipped.Expected)
                {
                    ledger.Issues.Report(new Issue("file-skipped", release.Id, file.Name, $"kept, not imported: {skipped.Reason}", time.GetUtcNow()));
                }

                reports.Add(new(release.Id, kept.Version, file.Name, "", new(), 0) { Note = skipped.Reason, Expected = skipped.Expected });
            }

            foreach (var table in tables.Files)
            {
                // What the ledger calls finished is read again when the corpus does not know it: the corpus may have been thrown away.
                var known = inCorpus?.Versions.Any(v => v.Number == kept.Version && v.Files.Any(f => f.Name == table.Name)) == true;
                reports.Add(await ReadTable(reader, release, kept.Version, table, known, progress, cancel));
            }
        }

        if (kept.Version > 1 && store.Get(release.Id, kept.Version + 1) is null)
        {
            await new FormerRows(corpus, locks).Mark(release.Id, kept.Version, cancel);
        }

        using var turn = await locks.CorpusTurn(cancel);
        await corpus.Put(new CorpusBatch { Releases = [Described(reader, release, await corpus.Release(release.Id, cancel), kept, files)] }, cancel);
        return reports;
    }

    private async Task<ImportReport> ReadTable(
        ArchiveReader reader, Release release, int version, ArchiveFile table, bool known, IProgress<ImportReport>? progress, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        var detection = reader.Detect(table);
        var before = ledger.Imports.Of(release.Id, version, table.Name);
        if (before.Finished && !known)
        {
            before = ImportProgress.None;
        }

        var counts = ImportCounts.From(before.Counts);
        ImportReport Report(ImportCounts c) => new(release.Id, version, table.Name, detection?.Format ?? "", c, time.GetElapsedTime(started).TotalSeconds) { Detection = detection };
        if (before.Finished)
        {
            return Report(counts with { OnlyNamed = 0, Added = 0, Changed = 0, Unchanged = counts.Added + counts.Changed + counts.Unchanged });
        }

        // New rows make links due: said before they come, for a crash, and after, since a link made meanwhile cannot know them.
        relink.Due();
        if (before.Rows == 0)
        {
            ledger.Issues.Resolve("row-quarantined", release.Id, table.Name + ":");
        }

        // Rows of an interrupted call were counted when they were stored; a call that starts at the top counts anew.
        foreach (var rows in reader.Read(release, version, table, before.Rows).Chunk(BatchRows))
        {
            cancel.ThrowIfCancellationRequested();
            counts += await Store(release, rows, counts.Quarantined, cancel);
            ledger.Imports.Keep(release.Id, version, table.Name, new(counts.Rows, false, counts.ToDictionary()));
            progress?.Report(Report(counts));
        }

        relink.Due();
        ledger.Imports.Keep(release.Id, version, table.Name, new(counts.Rows, true, counts.ToDictionary()));
        return Report(counts);
    }

    private async Task<ImportCounts> Store(Release release, ArchiveRow[] rows, long quarantinedBefore, CancellationToken cancel)
    {
        using var turn = await locks.CorpusTurn(cancel);
        var accounts = new Dictionary<string, Account>(StringComparer.Ordinal);
        foreach (var account in rows.Select(AccountOf).OfType<Account>())
        {
            accounts[account.Key] = accounts.TryGetValue(account.Key, out var other) && !AccountPreference.Better(account, other) ? other : account;
        }

        foreach (var account in accounts.Values.ToList())
        {
            var stored = (await corpus.Accounts(account.Id, cancel)).FirstOrDefault(a => a.Source.Release == release.Id);
            if (!AccountPreference.Better(account, stored))
            {
                accounts[account.Key] = stored!;
            }
        }

        var bad = rows.OfType<QuarantinedRow>().ToList();
        var put = await corpus.Put(
            new CorpusBatch
            {
                Accounts = [.. accounts.Values],
                AccountMarks = [.. accounts.Values.AsParallel().AsOrdered().Select(AccountMarker.Of)],
                Posts = [.. rows.OfType<PostRow>().Select(r => r.Post)],
                StatusEvents = [.. rows.OfType<StatusRow>().SelectMany(r => r.Events)],
            },
            cancel);
        ledger.Issues.Report(bad.Take((int)Math.Max(0, MaxRowIssues - quarantinedBefore)).Select(r => Quarantine(release, r)));
        var tables = rows.OfType<AccountRow>().ToList();
        var posts = rows.OfType<PostRow>().LongCount();

        // An account that rows of other tables name is no row of its own; a row that repeats another one changes nothing.
        var own = put[RecordKind.Post] + put[RecordKind.StatusEvent] + (tables.Count > 0 ? put[RecordKind.Account] : default);
        return new ImportCounts
        {
            Rows = rows.Length,
            Accounts = tables.Count,
            Posts = posts,
            Events = rows.OfType<StatusRow>().LongCount(),
            Quarantined = bad.Count,
            Hashed = tables.Count(r => r.Account.Hashed),
            Plain = tables.Count(r => !r.Account.Hashed),
            OnlyNamed = tables.Count > 0 ? 0 : put[RecordKind.Account].Added,
            Added = own.Added,
            Changed = own.Changed,
            Unchanged = Math.Max(own.Unchanged, tables.Count + posts - own.Added - own.Changed),
        };
    }

    private static Account? AccountOf(ArchiveRow row) => row switch
    {
        AccountRow r => r.Account,
        PostRow r => r.Author,
        StatusRow r => r.Account,
        _ => null,
    };

    private Issue Quarantine(Release release, QuarantinedRow row) => new(
        "row-quarantined", release.Id, $"{row.Source.File}:{row.Source.Line}", $"{row.Reason} {row.Mend} Row: {Shortened.WithEllipsis(row.Raw, 200)}", time.GetUtcNow());

    /// <summary>The catalogue's entry with the versions that came in.</summary>
    private Release Described(ArchiveReader reader, Release release, Release? stored, KeptRelease kept, IReadOnlyList<KeptFile> read)
    {
        var old = stored?.Versions.FirstOrDefault(v => v.Number == kept.Version);
        var readNames = read.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var files = kept.Files.Where(f => readNames.Contains(f.Name)).SelectMany(Tables).Concat(old?.Files ?? []).DistinctBy(f => f.Name).OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        var sums = files.Select(f => ImportCounts.From(ledger.Imports.Of(release.Id, kept.Version, f.Name).Counts)).Aggregate(new ImportCounts(), (a, b) => a + b);
        var version = new ReleaseVersion(kept.Version, kept.Kept, files)
        {
            Accounts = sums.Accounts,
            HashedAccounts = sums.Hashed,
            Posts = sums.Posts,
            Quarantined = sums.Quarantined,
            Media = ReleaseMedia.Count(kept)?.Files,
        };
        return release with { Versions = [.. (stored?.Versions ?? []).Where(v => v.Number != kept.Version).Append(version).OrderBy(v => v.Number)] };

        IEnumerable<ReleaseFile> Tables(KeptFile file) => reader.FindIn(file).Files.Select(table => new ReleaseFile(
            table.Name, file.Bytes, file.Sha256, reader.Detect(table)?.Format ?? "", ledger.Imports.Of(release.Id, kept.Version, table.Name).Rows));
    }
}
