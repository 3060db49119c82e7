namespace Monitor.Core.Model;

/// <summary>
/// Orders wordings of one claim by how near they are to its speaker: a post before a quotation before reported speech; then with a date, the more exact and the
/// earlier; then by what else is known, and by words, so that the order depends on the claims only, never on which came first.
/// </summary>
public sealed class ClaimOrder : IComparer<Claim>
{
    private ClaimOrder()
    {
    }

    /// <summary>The one order.</summary>
    public static ClaimOrder NearestToSpeaker { get; } = new();

    /// <inheritdoc/>
    public int Compare(Claim? x, Claim? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        int[] differences =
        [
            Rank(x.Kind) - Rank(y.Kind),
            (x.Said is null ? 1 : 0) - (y.Said is null ? 1 : 0),
            (int)(y.Said?.Precision ?? 0) - (int)(x.Said?.Precision ?? 0),
            Nullable.Compare(x.Said?.Time, y.Said?.Time),
            (x.Speaker.Handle is null ? 1 : 0) - (y.Speaker.Handle is null ? 1 : 0),
            (x.Speaker.Office is null ? 1 : 0) - (y.Speaker.Office is null ? 1 : 0),
            string.CompareOrdinal(x.Text, y.Text),
            string.CompareOrdinal(x.Speaker.ToString(), y.Speaker.ToString()),
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
