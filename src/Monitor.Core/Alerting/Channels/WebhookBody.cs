using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Monitor.Core.Alerting.Messages;
using Monitor.Core.Model;

namespace Monitor.Core.Alerting.Channels;

/// <summary>What is posted to a webhook: the digest as JSON.</summary>
internal static class WebhookBody
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(AlertDigest digest, Delivery delivery) => JsonSerializer.Serialize(
        new
        {
            Type = "monitor.alert",
            delivery.Id,
            delivery.MessageId,
            delivery.Created,
            digest.Kind,
            Search = new { digest.Search.Id, digest.Search.Name, digest.Search.Query, digest.Search.In },
            digest.Matches,
            digest.Items,
            digest.More,
            digest.Gone,
        },
        Json);
}
