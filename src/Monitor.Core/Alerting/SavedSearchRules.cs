using System.Net.Mail;
using Monitor.Core.Alerting.Channels;
using Monitor.Core.Alerting.Wording;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Model;

namespace Monitor.Core.Alerting;

/// <summary>What a saved search must be before it is saved, whoever saves it.</summary>
public static class SavedSearchRules
{
    private const int MostLetters = 200;

    /// <summary>Longest query; it stands in every message.</summary>
    private const int MostQuery = 2_000;

    /// <summary>What is wrong and how to mend it; null when it can be saved.</summary>
    public static string? Fault(SavedSearch search, WebhookChannel webhooks, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(webhooks);
        if (string.IsNullOrWhiteSpace(search.Name) || search.Name.Length > MostLetters || search.Name.Any(char.IsControl))
        {
            return $"Give it a name of one line and at most {MostLetters} letters; it stands in the subject of the messages";
        }

        return OfQuery(search) ?? OfChannels(search, webhooks) ?? OfRhythm(search, now);
    }

    private static string? OfQuery(SavedSearch search)
    {
        if (!SavedSearchKinds.All.Contains(search.In))
        {
            return $"Choose what is searched: {string.Join(", ", SavedSearchKinds.All)}";
        }

        if (string.IsNullOrWhiteSpace(search.Query) || search.Query.Length > MostQuery)
        {
            return $"Say what to search for, in at most {MostQuery} letters; an empty search would match everything";
        }

        var parse = QueryParser.Parse(search.Query);
        return parse.Error is { } error ? $"The search cannot be read at position {error.Position + 1}: {error.Message}. {error.Mend}".TrimEnd('.')
            : search.In == SavedSearchKinds.Statements && !SpeakerRule.Holds(parse.Tree!)
                ? "Statements are those of one speaker: name the speaker, such as speaker:zarif, or the handle, such as handle:JZarif, in a part that every match must have"
            : null;
    }

    private static string? OfChannels(SavedSearch search, WebhookChannel webhooks)
    {
        if (search.Recipient.Length == 0 && search.Webhook.Length == 0 && !search.Feed)
        {
            return "Choose at least one way to be told: an e-mail address, a webhook or a feed";
        }

        if (search.Recipient.Length > 0 && !(MailAddress.TryCreate(search.Recipient, out var address) && address.Address == search.Recipient))
        {
            return "Give one e-mail address, such as desk@newsroom.example";
        }

        return search.Webhook.Length > 0 && webhooks.Fault(search.Webhook) is { } fault ? $"The webhook '{search.Webhook}' cannot be used: {fault}" : null;
    }

    private static string? OfRhythm(SavedSearch search, DateTimeOffset now) =>
        !Enum.IsDefined(search.Rhythm) || !Enum.IsDefined(search.Day) ? "Choose a rhythm and a day of the week"
        : AlertSchedule.Zone(search.Zone) is null ? $"'{search.Zone}' is no time zone; write its IANA name, such as Europe/Madrid or Asia/Tehran"
        : !AlertWording.Languages.Contains(search.Language) ? $"Messages are written in {string.Join(", ", AlertWording.Languages)}; '{search.Language}' is none of these"
        : search.Expires <= now ? "It would end before it begins: choose a later day"
        : search.StormLimit is < 0 or > 100_000 ? "The limit of an hour lies between 0 (none) and 100,000"
        : null;
}
