using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Pipeline;

namespace Monitor.Tests.Pipeline;

/// <summary>What may not matter to an import: the order of files and rows, the size of batches, interruptions, doing it twice.</summary>
public sealed partial class ImportPropertiesTests
{
    /// <summary>Each case makes two or three data folders.</summary>
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(12);

    private static readonly Arbitrary<(int Seed, int Batch)> Cases =
        (from seed in Gen.Choose(0, 1_000_000) from batch in Gen.Elements(1, 2, 3, 7, 20, 1000) select (seed, batch)).ToArbitrary();

    [Fact]
    public void Order_of_files_and_size_of_batches_change_nothing() => Hold(async (seed, batch) =>
    {
        using var folder = new TemporaryFolder();
        var files = new SmallRelease(seed).Write(folder);
        using var together = new ImportDesk();
        using var apart = new ImportDesk();
        await together.Import(files, 1000);
        var order = files.ToArray();
        new Random(seed).Shuffle(order);
        foreach (var file in order)
        {
            await apart.Import([file], batch);
        }

        Assert.Equal(await together.State(SmallRelease.Words), await apart.State(SmallRelease.Words));
    });

    [Fact]
    public void Order_of_rows_among_the_posts_changes_nothing_but_where_they_stand() => Hold(async (seed, batch) =>
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        var release = new SmallRelease(seed, rivals: false); // of rows that contradict each other the first one counts, by intention
        using var straight = new ImportDesk();
        using var shuffled = new ImportDesk();
        await straight.Import(release.Write(folder), 1000);
        await shuffled.Import(release.Write(other, shuffle: seed + 1), batch);
        Assert.Equal(Unplaced(await straight.State(SmallRelease.Words)), Unplaced(await shuffled.State(SmallRelease.Words)));
    });

    [Fact]
    public void An_import_that_is_interrupted_anywhere_goes_on_to_the_same_end() => Hold(async (seed, batch) =>
    {
        using var folder = new TemporaryFolder();
        var files = new SmallRelease(seed).Write(folder);
        using var undisturbed = new ImportDesk();
        using var interrupted = new ImportDesk();
        var whole = await undisturbed.Import(files, 1000);
        ImportCounts? counts = null;
        for (var stop = seed % 5; counts is null; stop += 3)
        {
            try
            {
                counts = await interrupted.Import(files, batch, stopAfter: stop);
            }
            catch (OperationCanceledException)
            {
            }
        }

        // What is new was counted when it was stored, which the last call no longer tells of files that were through before.
        Assert.Equal(
            (whole.Rows, whole.Accounts, whole.Posts, whole.Quarantined, whole.Hashed, whole.Plain),
            (counts.Rows, counts.Accounts, counts.Posts, counts.Quarantined, counts.Hashed, counts.Plain));
        Assert.Equal(await undisturbed.State(SmallRelease.Words), await interrupted.State(SmallRelease.Words));
    });

    [Fact]
    public void Importing_twice_changes_nothing() => Hold(async (seed, batch) =>
    {
        using var folder = new TemporaryFolder();
        var files = new SmallRelease(seed).Write(folder);
        using var desk = new ImportDesk();
        await desk.Import(files, 1000);
        var state = await desk.State(SmallRelease.Words);
        foreach (var forget in (bool[])[false, true])
        {
            var again = await desk.Import(files, batch, forget: forget);
            Assert.Equal((0, 0, again.Accounts + again.Posts), (again.Added, again.Changed, again.Unchanged));
            Assert.Equal(state, await desk.State(SmallRelease.Words));
        }
    });

    [GeneratedRegex("\"line\":\\d+,\"offset\":\\d+|\"sha256\":\"[0-9a-f]+\"")]
    private static partial Regex Place();

    private static List<string> Unplaced(IReadOnlyList<string> state) => [.. state.Select(line => Place().Replace(line, "")).Order(StringComparer.Ordinal)];

    /// <summary>FsCheck's properties are not awaited.</summary>
    private static void Hold(Func<int, int, Task> property) =>
        Check.One(Few, Prop.ForAll(Cases, c => Task.Run(() => property(c.Seed, c.Batch)).GetAwaiter().GetResult()));
}
