using Monitor.Core.Evidence;

namespace Monitor.Tests.Evidence;

/// <summary>What a reader finds after the writing process or the disk failed.</summary>
public sealed class TornEvidenceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Wherever_the_last_exchange_is_cut_the_ones_before_stay_and_the_cut_is_reported()
    {
        var file = WriteThree(out var captures);
        var bytes = File.ReadAllBytes(file);
        var whole = (int)(captures[1].Offset + captures[1].Length);
        for (var cut = whole; cut < bytes.Length; cut++)
        {
            File.WriteAllBytes(file, bytes[..cut]);
            using var store = new EvidenceStore(folder.Path);
            var damages = new List<EvidenceDamage>();
            Assert.Equal(captures[..2], store.All(damaged: damages.Add));
            if (cut == whole || cut == captures[2].Offset)
            {
                Assert.Empty(damages);
                continue;
            }

            var damage = Assert.Single(damages);
            Assert.Equal((Path.GetFileName(file), (long)cut), (damage.File, damage.Offset + damage.Length));
            Assert.Equal(cut < captures[2].Offset ? whole : captures[2].Offset, damage.Offset);
        }
    }

    [Fact]
    public void A_last_record_that_was_lengthened_on_disk_but_not_filled_is_reported()
    {
        var file = WriteThree(out var captures);
        var bytes = File.ReadAllBytes(file);
        for (var filled = (int)captures[2].Offset; filled < bytes.Length - 1; filled += 7)
        {
            var zeroed = bytes.ToArray();
            Array.Clear(zeroed, filled, zeroed.Length - filled);
            File.WriteAllBytes(file, zeroed);
            using var store = new EvidenceStore(folder.Path);
            var damages = new List<EvidenceDamage>();
            Assert.Equal(captures[..2], store.All(damaged: damages.Add));
            Assert.Single(damages);
        }
    }

    [Fact]
    public void Nothing_is_appended_behind_a_cut_record()
    {
        var file = WriteThree(out var captures);
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^5]);
        var before = File.ReadAllBytes(file);
        using var store = new EvidenceStore(folder.Path);
        var next = store.Write(EvidenceStoreTests.Exchange("https://news.example/4"));
        Assert.NotEqual(Path.GetFileName(file), next.WarcFile);
        Assert.Equal(before, File.ReadAllBytes(file));
        Assert.Equal([.. captures[..2], next], store.All().OrderBy(c => c.Url));
    }

    [Fact]
    public void A_damaged_stretch_in_the_middle_costs_only_its_own_records()
    {
        var file = WriteThree(out var captures);
        var bytes = File.ReadAllBytes(file);
        Array.Clear(bytes, (int)captures[1].Offset, 40);
        File.WriteAllBytes(file, bytes);
        using var store = new EvidenceStore(folder.Path);
        var damages = new List<EvidenceDamage>();
        Assert.Equal([captures[0], captures[2]], store.All(damaged: damages.Add));
        var damage = Assert.Single(damages);
        Assert.Equal((captures[1].Offset, captures[1].Length), (damage.Offset, damage.Length));
    }

    [Fact]
    public void Verify_names_any_single_changed_byte()
    {
        var file = WriteThree(out _);
        var bytes = File.ReadAllBytes(file);
        using var store = new EvidenceStore(folder.Path);
        Assert.Empty(store.Verify());
        var missed = new List<int>();
        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = bytes.ToArray();
            changed[at] ^= 0x40;
            File.WriteAllBytes(file, changed);
            if (!store.Verify().Any())
            {
                missed.Add(at);
            }
        }

        // Only bits that carry nothing may pass: time, flags and system in the gzip head of a member, and the padding of the last deflate byte.
        var starts = MemberStarts(bytes);
        var padding = starts.Skip(1).Append(bytes.Length).Select(end => end - 9).ToHashSet();
        Assert.All(missed.Where(at => !padding.Contains(at)), at => Assert.InRange(at - starts.Last(s => s <= at), 4, 9));
    }

    private static List<int> MemberStarts(byte[] bytes)
    {
        var starts = new List<int>();
        for (var at = 0; at < bytes.Length; at += (int)BitConverter.ToUInt32(bytes, at + 16))
        {
            starts.Add(at);
        }

        return starts;
    }

    private string WriteThree(out List<Core.Model.Capture> captures)
    {
        using var store = new EvidenceStore(folder.Path);
        captures = [.. Enumerable.Range(1, 3).Select(i => store.Write(EvidenceStoreTests.Exchange($"https://news.example/{i}")))];
        return folder.At(captures[0].WarcFile);
    }
}
