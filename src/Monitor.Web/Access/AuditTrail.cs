using Monitor.Core.Ledger;

namespace Monitor.Web.Access;

/// <summary>
/// Writes every change that came by page or API into the audit, with who sent it, once it was made. A request that changed nothing, because it was refused, is not in
/// it. Between a change and its entry lies an instant in which a killed process leaves the change without entry; what is gravest, people and tokens, has its entry
/// in the same transaction instead, and verdicts carry their person in a chain of their own.
/// </summary>
internal sealed class AuditTrail(RequestDelegate next, Ledger ledger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var endpoint = context.GetEndpoint();
        if (NeedsAttribute.IsRead(context.Request.Method) || endpoint is null || context.Response.StatusCode >= 400 || NeedsAttribute.Of(endpoint).AuditsItself
            || Visitor.Of(context) is not { Role: not null } visitor)
        {
            return;
        }

        var handler = context.Request.Query["handler"].ToString();
        var pattern = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "";
        ledger.Audit.Append(
            visitor.Actor,
            $"{context.Request.Method} /{pattern.TrimStart('/')}{(handler.Length > 0 ? $" ({handler})" : "")}",
            Uri.UnescapeDataString(context.Request.Path.Value ?? ""),
            context.Response.Headers.Location.ToString());
    }
}
