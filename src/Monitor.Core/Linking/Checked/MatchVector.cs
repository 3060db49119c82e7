namespace Monitor.Core.Linking.Checked;

/// <summary>The features of one candidate, with the values compared for those that a person is shown.</summary>
/// <param name="Claim">Place in the index.</param>
/// <param name="Values">By <see cref="MatchFeature.All"/>.</param>
internal sealed record MatchVector(int Claim, double[] Values)
{
    /// <summary>Words that post and check share, the rarest first.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];

    /// <summary>Numbers of the check that the post lacks.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>What is compared for a feature: the post's side and the check's.</summary>
    public (string Query, string Target) Compared(CheckQuery query, CheckedClaim known, string feature) => feature switch
    {
        "covered" or "covers" or "bm25" or "rarest-word" => (string.Join(' ', Shared), string.Join(' ', Shared)),
        "numbers-missing" => (query.Text, string.Join(' ', Missing)),
        "author" => (query.Author, known.Claim),
        "title-covered" => (query.Text, known.Title),
        "days-apart" or "before" or "fortnight" or "no-date" or "month" or "year" or "other-year" => (Day(query.Date), known.Date is { } d ? Day(d) : known.Claim),
        _ => (query.Text, known.Claim),
    };

    private static string Day(DateTimeOffset? date) => date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "no date";
}
