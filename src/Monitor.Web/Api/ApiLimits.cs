using System.Globalization;
using System.Threading.RateLimiting;
using Monitor.Web.Access;

namespace Monitor.Web.Api;

/// <summary>How often the API may be asked: a token bucket (RFC 2697's idea, the framework's limiter) for each person, token or, without login, address.</summary>
internal static class ApiLimits
{
    public static void AddApiLimits(this IServiceCollection services) => services.AddRateLimiter(o =>
    {
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        o.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
            rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            Hosting.RequestGuard.Explain(rejected.HttpContext, $"More requests than the limit of this Monitor; ask again in {wait} s. Lists give up to {Display.Searching.MaxLimit} records at once with limit.");
            return ValueTask.CompletedTask;
        };
        o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        {
            var perMinute = context.RequestServices.GetRequiredService<WebOptions>().ApiRequestsPerMinute;
            return perMinute == 0 || !ApiRoutes.Covers(context.Request.Path) ? RateLimitPartition.GetNoLimiter("") : RateLimitPartition.GetTokenBucketLimiter(Caller(context), _ => Bucket(perMinute));
        });
    });

    private static string Caller(HttpContext context) => Visitor.Of(context) switch
    {
        { Name.Length: > 0 } token when token.Via != "web" => "token " + token.Via,
        { Name.Length: > 0 } person => "person " + person.Name,
        _ => "address " + Visitor.AddressOf(context),
    };

    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, 60.0 / perMinute)),
        QueueLimit = 0,
        AutoReplenishment = true,
    };
}
