using System.Net.Mail;
using Monitor.Core.Ledger;
using Monitor.Core.Model;

namespace Monitor.Core.Alerting;

/// <summary>Makes messages of open matches when the rhythm of their search says so, and ends searches that have expired.</summary>
public sealed class MessageMaker(Ledger.Ledger ledger, MailOptions options, TimeProvider time)
{
    /// <summary>Time in which matches are counted for a storm, and between two digests of one.</summary>
    private static readonly TimeSpan StormTime = TimeSpan.FromHours(1);

    /// <summary>Searches served in one transaction.</summary>
    private const int Together = 500;

    /// <summary>Makes what is due; returns how many messages were made.</summary>
    public int Run()
    {
        var now = time.GetUtcNow();
        var (open, rounds, made) = (ledger.Matches.Open(), ledger.SavedSearches.Rounds(), 0);
        var searches = ledger.SavedSearches.All().Where(s => s.Paused is null).ToList();
        var orders = searches.Select(s => Order(s, open.GetValueOrDefault(s.Id), rounds, now)).OfType<GatherOrder>();
        var host = new MailAddress(options.From).Host;
        foreach (var together in orders.Chunk(Together))
        {
            made += ledger.Outbox.Gather(together, host).Count;
        }

        foreach (var search in searches.Where(s => s.Expires <= now))
        {
            ledger.SavedSearches.Pause(search.Id, $"it expired on {search.Expires:yyyy-MM-dd}");
        }

        return made;
    }

    private GatherOrder? Order(SavedSearch search, long open, IReadOnlyDictionary<string, DateTimeOffset> rounds, DateTimeOffset now)
    {
        if (search.Expires <= now)
        {
            // Its last message does not wait for the rhythm.
            return open > 0 ? new(search, DeliveryKind.Matches, null) : null;
        }

        return AlertSchedule.Latest(search, now) is { } moment ? InRhythm(search, open, rounds, moment) : AtOnce(search, open, now);
    }

    private static GatherOrder? InRhythm(SavedSearch search, long open, IReadOnlyDictionary<string, DateTimeOffset> rounds, DateTimeOffset moment)
    {
        var served = rounds.TryGetValue(search.Id, out var round) ? round : search.Created;
        if (moment <= served)
        {
            return null;
        }

        var tellsNothing = search is { NothingNew: true, Rhythm: Rhythm.Daily or Rhythm.Weekly };
        return open > 0 ? new(search, DeliveryKind.Matches, moment)
            : tellsNothing ? new(search, DeliveryKind.NothingNew, moment)
            : new(search, DeliveryKind.Matches, moment);
    }

    private GatherOrder? AtOnce(SavedSearch search, long open, DateTimeOffset now)
    {
        if (open == 0)
        {
            return null;
        }

        if (search.StormLimit <= 0 || ledger.Matches.Since(search.Id, now - StormTime) <= search.StormLimit)
        {
            return new(search, DeliveryKind.Matches, null);
        }

        return ledger.Outbox.LastMade(search.Id) is { } last && now - last < StormTime ? null : new(search, DeliveryKind.Storm, null);
    }
}
