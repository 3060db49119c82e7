using System.Text.Json;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>An answer of the cluster.</summary>
/// <param name="Request">What was asked, for messages.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Document">Its body; null when it is none of JSON.</param>
internal sealed record Reply(string Request, int Status, JsonDocument? Document) : IDisposable
{
    /// <summary>Its body.</summary>
    public JsonElement Body => Document?.RootElement ?? default;

    /// <summary>Kind of the error; empty when there is none.</summary>
    public string ErrorType => Error("type");

    /// <summary>True when some of what was searched went away in the middle of it, with a node; asked again, a copy answers.</summary>
    public bool LacksShards => Status >= 500 && ErrorType == "search_phase_execution_exception";

    /// <summary>The answer, when it is a success.</summary>
    /// <exception cref="ElasticsearchException">The request was refused.</exception>
    public Reply Require()
    {
        if (Status is >= 200 and < 300)
        {
            return this;
        }

        var (status, type, reason) = (Status, ErrorType, Error("reason"));
        Dispose();
        throw new ElasticsearchException($"{Request}: {status} {type}: {reason}");
    }

    /// <inheritdoc/>
    public void Dispose() => Document?.Dispose();

    private string Error(string property) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("error", out var error)
            ? error.ValueKind == JsonValueKind.String ? (property == "reason" ? error.GetString()! : "")
            : error.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : ""
            : "";
}
