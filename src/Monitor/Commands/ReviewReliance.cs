using Monitor.Core.Evidence;
using Monitor.Core.Model;
using Monitor.Core.Reviews;

namespace Monitor.Commands;

/// <summary>A review that leans on what changed.</summary>
internal sealed record Reliance(long Sequence, string Subject, string Verdict, string Reviewer, string Why);

/// <summary>Which reviews lean on rows of the older of two versions: those whose evidence names a row of it, and those on an account that were given before the newer version came.</summary>
internal sealed class ReviewReliance
{
    private readonly ILookup<(string File, long Line), Review> byRow;
    private readonly ILookup<string, Review> bySubject;

    public ReviewReliance(IReadOnlyList<Review> reviews, IReadOnlyDictionary<int, KeptRelease> versions, KeptRelease older, KeptRelease newer)
    {
        // A row named in an earlier version is the same row of this one when its file has not changed in between.
        byRow = (from review in reviews
                 from evidence in review.Evidence
                 where evidence.Kind == "row"
                 let row = EvidenceReference.Row(evidence.Reference)
                 where row is not null && row.Release == older.ReleaseId && row.Version < newer.Version && SameFile(row, versions, older)
                 select (Row: (row.File, row.Line), Review: review)).ToLookup(r => r.Row, r => r.Review);
        bySubject = reviews.Where(r => r.Time < newer.Kept).ToLookup(r => r.Subject, StringComparer.Ordinal);
        Rows = byRow.Select(g => g.Key).ToHashSet();
    }

    /// <summary>Rows of the older version on which a review rests, by file and line.</summary>
    public IReadOnlySet<(string File, long Line)> Rows { get; }

    /// <summary>Reviews on an account or that rest on its row, each once, in order.</summary>
    public IReadOnlyList<Reliance> On(string? account, RowRef? row)
    {
        var resting = row is null ? [] : byRow[(row.File, row.Line)].Select(r => Of(r, "rests on the older row"));
        var about = account is null ? [] : bySubject[account].Select(r => Of(r, "is on this account, from before the newer version"));
        return [.. resting.Concat(about).DistinctBy(r => r.Sequence).OrderBy(r => r.Sequence)];
    }

    private static Reliance Of(Review review, string why) => new(review.Sequence, review.Subject, review.Verdict, review.Reviewer, why);

    private static bool SameFile(RowRef row, IReadOnlyDictionary<int, KeptRelease> versions, KeptRelease older)
    {
        var name = row.File.Split("!/")[0];
        string? Hash(KeptRelease kept) => kept.Files.FirstOrDefault(f => f.Name == name)?.Sha256;
        return versions.TryGetValue(row.Version, out var named) && Hash(named) is { } sha256 && sha256 == Hash(older);
    }
}
