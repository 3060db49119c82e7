using Monitor.Core.Model;

namespace Monitor.Core.Alerting.Messages;

/// <summary>What a message tells, before it is written.</summary>
/// <param name="Search">The saved search.</param>
/// <param name="Kind">Why the message was made.</param>
/// <param name="Matches">How many matches it stands for.</param>
/// <param name="Items">Those told one by one, near-identical ones folded.</param>
/// <param name="More">Further matches that are only counted.</param>
/// <param name="Gone">Matches that are no longer in the corpus.</param>
public sealed record AlertDigest(SavedSearch Search, DeliveryKind Kind, int Matches, IReadOnlyList<AlertItem> Items, int More, int Gone)
{
    /// <summary>The same with fewer items; what they stood for is counted.</summary>
    public AlertDigest Cut(int items) =>
        items >= Items.Count ? this : this with { Items = [.. Items.Take(items)], More = More + Items.Skip(items).Sum(i => 1 + i.Folded) };
}
