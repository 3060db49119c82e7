using Monitor.Core.Model;

namespace Monitor.Core.Ledger;

/// <summary>A search whose open matches are to become messages.</summary>
/// <param name="Search">The search.</param>
/// <param name="Kind">Why.</param>
/// <param name="Round">The moment of its rhythm that is served; null for a search without one.</param>
public sealed record GatherOrder(SavedSearch Search, DeliveryKind Kind, DateTimeOffset? Round)
{
    /// <summary>True when a message is made also without a match.</summary>
    public bool AlsoEmpty => Kind is DeliveryKind.NothingNew;

    /// <summary>The channels of the search, at least one for a search that is read somehow.</summary>
    internal IEnumerable<DeliveryChannel> Channels
    {
        get
        {
            if (Search.Mails)
            {
                yield return DeliveryChannel.Mail;
            }

            if (Search.Webhook.Length > 0)
            {
                yield return DeliveryChannel.Webhook;
            }

            if (Search.Feed && !AlsoEmpty)
            {
                yield return DeliveryChannel.Feed;
            }
        }
    }
}
