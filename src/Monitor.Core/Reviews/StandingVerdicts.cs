using Monitor.Core.Model;

namespace Monitor.Core.Reviews;

/// <summary>Which verdicts on a subject stand.</summary>
public static class StandingVerdicts
{
    /// <summary>The last verdict of each reviewer that no later entry corrects and that is not sealed, by reviewer.</summary>
    /// <param name="reviews">Entries on one subject, in order.</param>
    public static IReadOnlyList<Review> Of(IReadOnlyList<Review> reviews)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        var corrected = reviews.Select(r => r.Corrects).OfType<long>().ToHashSet();
        return
        [
            .. reviews.Where(r => r.Kind == ReviewKind.Verdict && !r.Sealed && !corrected.Contains(r.Sequence))
                .GroupBy(r => r.Reviewer, StringComparer.OrdinalIgnoreCase).Select(g => g.MaxBy(r => r.Sequence)!).OrderBy(r => r.Reviewer, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>The verdicts that are published: the last publication of each says so, and no later entry corrects it, since what is known to be wrong does not go out.</summary>
    /// <param name="entries">Entries on one subject, in order, publications among them.</param>
    public static IReadOnlyList<(Review Verdict, Review Publication)> Published(IReadOnlyList<Review> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var corrected = entries.Select(r => r.Corrects).OfType<long>().ToHashSet();
        return
        [
            .. entries.Where(e => e.Kind == ReviewKind.Publication).GroupBy(e => e.About).Select(g => g.MaxBy(e => e.Sequence)!)
                .Where(p => p.Verdict == PublicationDesk.Published && !corrected.Contains(p.About!.Value))
                .Select(p => (entries.Single(e => e.Sequence == p.About), p)).OrderBy(p => p.Item1.Sequence),
        ];
    }
}
