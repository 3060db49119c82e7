using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Monitor.Web.Display;

namespace Monitor.Web.Api;

/// <summary>Answers of the API: JSON with an entity tag (RFC 9110, 8.8.3) or problem details (RFC 9457).</summary>
internal static class ApiAnswer
{
    /// <summary>A record, or 304 when the caller has it already.</summary>
    public static IResult Ok<T>(HttpContext context, T value)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return Tagged(context, JsonSerializer.SerializeToUtf8Bytes(value, options), "application/json");
    }

    /// <summary>A text of another media type, or 304 when the caller has it already.</summary>
    public static IResult Text(HttpContext context, string text, string mediaType) => Tagged(context, Encoding.UTF8.GetBytes(text), mediaType);

    /// <summary>Nothing is stored under this id.</summary>
    public static IResult Unknown(string noun, string id) => Results.Problem(
        statusCode: StatusCodes.Status404NotFound,
        title: $"Unknown {noun}",
        detail: $"No {noun} with the id '{id}' is stored here. Search for it by its words; ids are text and taken exactly as written.");

    /// <summary>The request cannot be read.</summary>
    public static IResult Bad(QueryFault fault) => Results.Problem(
        statusCode: StatusCodes.Status400BadRequest,
        title: "The request cannot be read",
        detail: fault.Message,
        extensions: new Dictionary<string, object?> { ["position"] = fault.Position, ["mend"] = fault.Mend });

    private static IResult Tagged(HttpContext context, byte[] bytes, string mediaType)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        return Knows(context, tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(bytes, mediaType + "; charset=utf-8");
    }

    private static bool Knows(HttpContext context, string tag) =>
        context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Tag == "*" || t.Tag == tag);
}
