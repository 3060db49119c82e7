using System.Net.Mail;
using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Core.Alerting;

/// <summary>What a run of the deliverer did.</summary>
/// <param name="Sent">Messages accepted.</param>
/// <param name="Waiting">Messages to be tried again.</param>
/// <param name="Failed">Messages given up.</param>
public sealed record DeliveryReport(int Sent, int Waiting, int Failed);

/// <summary>
/// Makes messages of open matches when their rhythm says so and sends what is due. A message is taken in flight under a lease before it leaves, so two processes never
/// send the same one. Only a crash between "accepted" and "recorded" cannot be told from one before it: then the lease ends and the message goes out again under the
/// same Message-ID, so that a mailbox can fold the two. It may in that one moment be repeated; it is never lost.
/// </summary>
public sealed class Deliverer(ICorpus corpus, Ledger.Ledger ledger, IAlertChannel channel, MailOptions options, TimeProvider time)
{
    /// <summary>Time beyond the longest sending after which a sender is taken for dead.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(4);

    /// <summary>Gathers and sends; one message after another.</summary>
    public async Task<DeliveryReport> Run(CancellationToken cancel = default)
    {
        var host = new MailAddress(options.From).Host;
        foreach (var search in ledger.SavedSearches.All().Where(s => s.Paused is null && IsDue(s)))
        {
            ledger.Outbox.Gather(search.Id, host);
        }

        var report = new DeliveryReport(0, 0, 0);
        foreach (var due in ledger.Outbox.Due())
        {
            cancel.ThrowIfCancellationRequested();
            if (ledger.Outbox.Take(due, TimeSpan.FromSeconds(options.TimeoutSeconds) + Margin) is not { } delivery)
            {
                continue;
            }

            report = await Send(delivery, ledger.SavedSearches.Get(due.SearchId)!, cancel) switch
            {
                DeliveryState.Sent => report with { Sent = report.Sent + 1 },
                DeliveryState.Failed => report with { Failed = report.Failed + 1 },
                _ => report with { Waiting = report.Waiting + 1 },
            };
        }

        return report;
    }

    private bool IsDue(SavedSearch search)
    {
        var pause = search.Rhythm switch
        {
            Rhythm.Hourly => TimeSpan.FromHours(1),
            Rhythm.Daily => TimeSpan.FromDays(1),
            Rhythm.Weekly => TimeSpan.FromDays(7),
            _ => TimeSpan.Zero,
        };
        return ledger.Outbox.LastMade(search.Id) is not { } last || time.GetUtcNow() - last >= pause;
    }

    private async Task<DeliveryState> Send(Delivery attempt, SavedSearch search, CancellationToken cancel)
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
            ledger.Issues.Report(new Issue(
                "delivery-failed", search.Id, done.MessageId, $"the message for '{search.Name}' to {search.Recipient} was given up after {done.Attempts} attempts: {outcome.Message}", now));
        }

        return done.State;
    }

    private async Task<SendOutcome> Attempt(Delivery delivery, SavedSearch search, CancellationToken cancel)
    {
        try
        {
            var digest = await AlertDigest.Collect(corpus, search, delivery.Matches, options.BaseUrl.TrimEnd('/'), cancel);
            using var mail = AlertMail.Write(digest, delivery, options);
            return await channel.Send(mail, delivery.Id, cancel);
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
