using Monitor.Core.Model;

namespace Monitor.Core.Pipeline;

/// <summary>
/// Which of two versions of one claim is kept. The choice depends on the versions only, never on the order in which they came, so that a rebuild, a second crawl
/// or a crash in between ends with the same claim.
/// </summary>
internal static class ClaimVersions
{
    /// <summary>The one nearer to its speaker: a post before a quotation before reported speech; then with a date, the more exact and the earlier; then by words.</summary>
    public static Claim Better(Claim a, Claim b) => Compare(a, b) <= 0 ? a : b;

    private static int Compare(Claim a, Claim b)
    {
        int[] differences =
        [
            Rank(a.Kind) - Rank(b.Kind),
            (a.Said is null ? 1 : 0) - (b.Said is null ? 1 : 0),
            (int)(b.Said?.Precision ?? 0) - (int)(a.Said?.Precision ?? 0),
            Nullable.Compare(a.Said?.Time, b.Said?.Time),
            (a.Speaker.Handle is null ? 1 : 0) - (b.Speaker.Handle is null ? 1 : 0),
            (a.Speaker.Office is null ? 1 : 0) - (b.Speaker.Office is null ? 1 : 0),
            string.CompareOrdinal(a.Text, b.Text),
            string.CompareOrdinal(a.Speaker.ToString(), b.Speaker.ToString()),
        ];
        return Array.Find(differences, d => d != 0);
    }

    private static int Rank(ClaimKind kind) => kind switch
    {
        ClaimKind.Post => 0,
        ClaimKind.Quote => 1,
        ClaimKind.Statement => 2,
        ClaimKind.Response => 3,
        _ => 4,
    };
}
