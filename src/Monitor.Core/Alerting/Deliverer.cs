using Monitor.Core.Alerting.Channels;
using Monitor.Core.Alerting.Messages;
using Monitor.Core.Model;

namespace Monitor.Core.Alerting;

/// <summary>What a run of the deliverer did.</summary>
/// <param name="Sent">Messages accepted.</param>
/// <param name="Waiting">Messages to be tried again.</param>
/// <param name="Failed">Messages given up.</param>
public sealed record DeliveryReport(int Sent, int Waiting, int Failed);

/// <summary>
/// Sends messages that are due. A message is taken in flight under a lease before it leaves, so two processes never send the same one. Only a crash between "accepted" and
/// "recorded" cannot be told from one before it: then the message goes out again under the same Message-ID, so that a mailbox can fold the two. It may in that one moment be
/// repeated; it is never lost. A server that is away is left alone until the next run; the messages behind wait and lose no attempt.
/// </summary>
public sealed class Deliverer(
    DigestCollector digests, Ledger.Ledger ledger, IAlertChannel mails, WebhookChannel webhooks, MailOptions options, TimeProvider time)
{
    /// <summary>Time beyond the longest sending after which a sender is taken for dead.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(4);

    /// <summary>Sends; one message after another.</summary>
    public async Task<DeliveryReport> Run(CancellationToken cancel = default)
    {
        var report = new DeliveryReport(0, 0, 0);
        var away = new HashSet<DeliveryChannel>();
        while (ledger.Outbox.Due(without: away) is { Count: > 0 } due)
        {
            var taken = 0;
            foreach (var waiting in due.Where(d => !away.Contains(d.Channel)))
            {
                cancel.ThrowIfCancellationRequested();
                if (ledger.Outbox.Take(waiting, TimeSpan.FromSeconds(options.TimeoutSeconds) + Margin) is not { } delivery)
                {
                    continue;
                }

                taken++;
                var (state, serverAway) = await Send(delivery, ledger.SavedSearches.Get(delivery.SearchId)!, cancel);
                report = state switch
                {
                    DeliveryState.Sent => report with { Sent = report.Sent + 1 },
                    DeliveryState.Failed => report with { Failed = report.Failed + 1 },
                    _ => report with { Waiting = report.Waiting + 1 },
                };
                if (serverAway)
                {
                    away.Add(delivery.Channel);
                }
            }

            if (taken == 0)
            {
                // Another process has them.
                break;
            }
        }

        return report;
    }

    /// <summary>Sends a message on a search's latest matches by each of its channels, at once and outside of the outbox; says what became of each.</summary>
    public async Task<IReadOnlyList<(DeliveryChannel Channel, SendOutcome Outcome)>> Test(SavedSearch search, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(search);
        var now = time.GetUtcNow();
        var matches = ledger.Matches.Latest(search.Id, DigestCollector.MostItems).Select(m => m.Item).ToList();
        var id = Ids.Of('m', search.Id, "test", now.ToString("O"));
        var outcomes = new List<(DeliveryChannel, SendOutcome)>();
        foreach (var channel in new[] { (DeliveryChannel.Mail, search.Mails), (DeliveryChannel.Webhook, search.Webhook.Length > 0) }.Where(c => c.Item2).Select(c => c.Item1))
        {
            var delivery = new Delivery(id, search.Id, MessageId(id), matches, DeliveryState.InFlight, now) { Channel = channel, Kind = DeliveryKind.Test };
            outcomes.Add((channel, await Attempt(delivery, search, cancel)));
        }

        return outcomes;
    }

    private string MessageId(string id) => $"<{id}@{new System.Net.Mail.MailAddress(options.From).Host}>";

    private async Task<(DeliveryState State, bool ServerAway)> Send(Delivery attempt, SavedSearch search, CancellationToken cancel)
    {
        var outcome = await Attempt(attempt, search, cancel);
        var now = time.GetUtcNow();
        var done = outcome.State switch
        {
            SendState.Accepted => attempt with { State = DeliveryState.Sent, Sent = now, LastError = null, NotBefore = null },
            SendState.TryLater when attempt.Attempts < options.MaxAttempts =>
                attempt with { State = DeliveryState.Waiting, LastError = outcome.Message, NotBefore = now + Pause(attempt.Attempts) },
            _ => attempt with { State = DeliveryState.Failed, LastError = outcome.Message },
        };
        ledger.Outbox.Keep(done);
        if (done.State == DeliveryState.Failed)
        {
            var to = done.Channel == DeliveryChannel.Webhook ? search.Webhook : search.Recipient;
            var message = $"the message for '{search.Name}' to {to} was given up after {done.Attempts} attempts: {outcome.Message}; mend the address or the server, then 'monitor alerts retry {search.Id}'";
            ledger.Issues.Report(new Issue("delivery-failed", search.Id, done.MessageId, OwnerNote.To(search, message), now));
        }

        return (done.State, outcome.ServerAway);
    }

    private async Task<SendOutcome> Attempt(Delivery delivery, SavedSearch search, CancellationToken cancel)
    {
        try
        {
            var digest = await digests.Collect(search, delivery.Kind, delivery.Matches, cancel);
            if (delivery.Channel == DeliveryChannel.Webhook)
            {
                return await webhooks.Send(digest, delivery, ledger.SavedSearches.Keys(search.Id).Webhook, cancel);
            }

            using var mail = AlertMail.Write(digest, delivery, options, ledger.SavedSearches.Keys(search.Id).Unsubscribe);
            return await mails.Send(mail, delivery.Id, cancel);
        }
        catch (FormatException e)
        {
            return new SendOutcome(SendState.Refused, $"'{search.Recipient}' is no mail address: {e.Message}");
        }
#pragma warning disable CA1031 // One message that cannot be written must not stop those behind it; it is tried again and in the end reported.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return new SendOutcome(SendState.TryLater, $"{e.GetType().Name}: {e.Message}");
        }
    }

    /// <summary>1, 2, 4 … minutes, at most 12 hours.</summary>
    private static TimeSpan Pause(int attempts) => TimeSpan.FromMinutes(Math.Min(Math.Pow(2, attempts - 1), 720));
}
