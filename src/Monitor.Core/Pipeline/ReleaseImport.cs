using Monitor.Core.Alerting;
using Monitor.Core.Archives;
using Monitor.Core.Corpus;
using Monitor.Core.Definitions;
using Monitor.Core.Evidence;
using Monitor.Core.Ledger;
using Monitor.Core.Linking.Accounts;
using Monitor.Core.Model;
using Monitor.Core.Pipeline.Watching;
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

    /// <summary>Rows that an interrupted call had stored; this one went on behind them.</summary>
    public long Before { get; init; }

    /// <summary>Part of the file that is through, 0 to 1, by unpacked bytes; null when that is not known.</summary>
    public double? Part { get; init; }

    /// <summary>The same when this call began.</summary>
    public double? PartBefore { get; init; }
}

/// <summary>
/// Imports the files of a release: keeps them verbatim, then reads them row by row into the corpus. Rows are stored before progress is recorded, so an interrupted
/// import goes on where it stopped and repeats at most one batch, which changes nothing.
/// </summary>
public sealed class ReleaseImport(ReleaseStore store, ArchiveReader archives, ICorpus corpus, Ledger.Ledger ledger, Relink relink, AlertMatcher matcher, DataLocks locks, CorpusEngine engine, TimeProvider time)
{
    /// <summary>Most quarantined rows of one file that get an Issue each; the count goes on, and every row stays in the kept file.</summary>
    private const int MaxRowIssues = 1_000;

    /// <summary>Rows of the first transaction; each next one is twice as large, so that a small file is through at once and the first figures come soon.</summary>
    private const int FirstBatchRows = 2_000;

    /// <summary>
    /// Most rows stored in one transaction. A transaction costs a flush to the disk, a new segment of the full-text index and most pages of the indexes of a part, whether it
    /// stores a thousand rows or a hundred thousand; a crash repeats one, and others wait for one: about a second.
    /// </summary>
    internal int BatchRows { get; init; } = 32_000;

    /// <summary>Imports files and folders into a release of the catalogue.</summary>
    /// <param name="release">The catalogue's entry.</param>
    /// <param name="paths">Files and folders.</param>
    /// <param name="progress">Told after each batch: the file and its counts so far.</param>
    /// <param name="mappings">Files of mappings for tables without a format of their own; kept with the release.</param>
    /// <param name="encoding">Name of the encoding of the files, kept with them; UTF-8 when null.</param>
    /// <param name="cancel">Stops between two batches; the next call goes on there.</param>
    /// <returns>One report a table; files that are no table are kept and reported with an empty format.</returns>
    /// <exception cref="InvalidOperationException">The corpus is in another engine than the settings name.</exception>
    /// <exception cref="IOException">Another import or a rebuild is under way, or a file cannot be read.</exception>
    public async Task<IReadOnlyList<ImportReport>> Run(
        Release release, IReadOnlyList<string> paths, IProgress<ImportReport>? progress = null, IReadOnlyList<string>? mappings = null, string? encoding = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(release);
        using var alone = locks.Importing();
        if (engine.Elsewhere() is { } mend)
        {
            throw new InvalidOperationException($"Nothing was imported: {mend}.");
        }

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
                reports.Add(await ReadTable(reader, release, kept, table, known, progress, cancel));
            }
        }

        if (kept.Version > 1 && store.Get(release.Id, kept.Version + 1) is null)
        {
            await new FormerRows(corpus, locks).Mark(release.Id, kept.Version, cancel);
            await Watch.Rows(release, kept, store, archives, cancel);
        }

        using var turn = await locks.CorpusTurn(cancel);
        await corpus.Put(new CorpusBatch { Releases = [Described(reader, release, await corpus.Release(release.Id, cancel), kept, files)] }, cancel);
        return reports;
    }

    private ReleaseWatch Watch => new(corpus, ledger, matcher, time);

    private async Task<ImportReport> ReadTable(
        ArchiveReader reader, Release release, KeptRelease kept, ArchiveFile table, bool known, IProgress<ImportReport>? progress, CancellationToken cancel)
    {
        var (started, version) = (time.GetTimestamp(), kept.Version);
        var detection = reader.Detect(table);
        var before = ledger.Imports.Of(release.Id, version, table.Name);
        if (before.Finished && !known)
        {
            before = ImportProgress.None;
        }

        var counts = ImportCounts.From(before.Counts);
        var place = ImportPlace.From(before.Counts);
        var size = ArchiveReader.Size(table);
        if (before.Finished)
        {
            return Report(counts with { OnlyNamed = 0, Added = 0, Changed = 0, Unchanged = counts.Added + counts.Changed + counts.Unchanged }, null);
        }

        // New rows make links due: said before they come, for a crash, and after, since a link made meanwhile cannot know them.
        relink.Due();
        if (before.Rows == 0)
        {
            ledger.Issues.Resolve("row-quarantined", release.Id, table.Name + ":");
        }

        // Rows of an interrupted call were counted when they were stored; a call that starts at the top counts anew.
        progress?.Report(Report(counts, place));
        await using var blocks = new ImportReading(corpus, () => reader.Read(release, version, table, before.Rows, place), BatchRows, cancel);
        for (var most = Math.Min(FirstBatchRows, BatchRows); await blocks.Take(most) is { Count: > 0 } batch; most = Math.Min(most * 2, BatchRows))
        {
            counts += await Store(release, kept, batch, counts.Quarantined, cancel);
            var last = new RowPlace(batch[^1].Last.Line, batch[^1].Last.Offset);
            ledger.Imports.Keep(release.Id, version, table.Name, new(counts.Rows, false, ImportPlace.With(counts.ToDictionary(), last)));
            progress?.Report(Report(counts, last));
            cancel.ThrowIfCancellationRequested();
        }

        relink.Due();
        ledger.Imports.Keep(release.Id, version, table.Name, new(counts.Rows, true, counts.ToDictionary()));
        return Report(counts, null);

        ImportReport Report(ImportCounts c, RowPlace? at) => new(release.Id, version, table.Name, detection?.Format ?? "", c, time.GetElapsedTime(started).TotalSeconds)
        {
            Detection = detection,
            Before = before.Rows,
            Part = at is null ? null : Part(at, size),
            PartBefore = at is null ? null : Part(place, size),
        };
    }

    private static double? Part(RowPlace? place, long? size) => place is null ? 0 : size > 0 && place.Offset >= 0 ? Math.Min(1, (double)place.Offset / size.Value) : null;

    /// <summary>Stores a batch. It is not cut short: what is under way is brought to its end, which takes a second, so that no row is read twice.</summary>
    private async Task<ImportCounts> Store(Release release, KeptRelease kept, IReadOnlyList<ImportBlock> batch, long quarantinedBefore, CancellationToken cancel)
    {
        using var turn = await locks.CorpusTurn(cancel);
        var watch = Watch;
        var wanted = watch.IsWanted;
        var known = wanted ? await watch.Known(release.Id, kept.Version, batch.SelectMany(b => b.AccountIds), cancel) : null;
        var reinstated = wanted ? await watch.New(batch.SelectMany(b => b.Reinstated), cancel) : [];
        var put = await corpus.PutPrepared([.. batch.Select(b => b.Records)], CancellationToken.None);
        var accounts = await Mark(release, batch, CancellationToken.None);
        if (known is not null)
        {
            await watch.Tell([.. accounts.Where(a => !known.Contains(a.Id))], reinstated, kept.Kept, CancellationToken.None);
        }

        var bad = batch.SelectMany(b => b.Bad).Take((int)Math.Max(0, MaxRowIssues - quarantinedBefore));
        ledger.Issues.Report(bad.Select(r => Quarantine(release, r)));
        var rows = batch.Select(b => b.Counts).Aggregate((a, b) => a + b);

        // An account that rows of other tables name is no row of its own; a row that repeats another one changes nothing.
        var own = put[RecordKind.Post] + put[RecordKind.StatusEvent] + (rows.Accounts > 0 ? put[RecordKind.Account] : default);
        return rows with
        {
            OnlyNamed = rows.Accounts > 0 ? 0 : put[RecordKind.Account].Added,
            Added = own.Added,
            Changed = own.Changed,
            Unchanged = Math.Max(own.Unchanged, rows.Accounts + rows.Posts - own.Added - own.Changed),
        };
    }

    /// <summary>Marks the accounts of a batch for linking, as they are stored: of two rows about one account the better one may have come before.</summary>
    private async Task<IReadOnlyList<Account>> Mark(Release release, IReadOnlyList<ImportBlock> batch, CancellationToken cancel)
    {
        var accounts = new List<Account>();
        foreach (var id in batch.SelectMany(b => b.AccountIds).Distinct(StringComparer.Ordinal))
        {
            accounts.AddRange((await corpus.Accounts(id, cancel)).Where(a => a.Source.Release == release.Id));
        }

        if (accounts.Count > 0)
        {
            await corpus.Put(new CorpusBatch { AccountMarks = [.. accounts.AsParallel().AsOrdered().Select(AccountMarker.Of)] }, cancel);
        }

        return accounts;
    }

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
