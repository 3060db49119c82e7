using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Monitor.Core.Alerting.Messages;
using Monitor.Core.Model;

namespace Monitor.Core.Alerting.Channels;

/// <summary>
/// Posts messages as JSON to an address of the reader, signed by the scheme of Standard Webhooks 1.0: <c>webhook-signature</c> is <c>v1,</c> and the base64 of
/// HMAC-SHA-256 over <c>id.timestamp.body</c> with the secret of the search; <c>webhook-id</c> is the same for every attempt. Only public addresses are connected, looked up
/// anew each time; no redirect is followed, no proxy used, nothing of the answer kept but its status.
/// </summary>
/// <param name="isAllowed">Which addresses may be connected.</param>
/// <param name="time">Clock.</param>
public sealed class WebhookChannel(Func<IPAddress, bool> isAllowed, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>What is wrong with an address; null when it may be saved. Where its name points to is looked up when a message is sent.</summary>
    public string? Fault(string address) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") ? "it is no http or https address"
        : uri.UserInfo.Length > 0 ? "it carries a user name or password; the signature tells that a message is Monitor's"
        : IPAddress.TryParse(uri.DnsSafeHost, out var literal) && !isAllowed(literal) ? $"{literal} is not a public address"
        : null;

    /// <summary>Posts one message; never throws for what a server does.</summary>
    public async Task<SendOutcome> Send(AlertDigest digest, Delivery delivery, string secret, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(delivery);
        if (Fault(digest.Search.Webhook) is { } fault)
        {
            return new SendOutcome(SendState.Refused, fault);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        try
        {
            using var handler = new SocketsHttpHandler { ConnectCallback = Connect, UseProxy = false, UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null };
            using var client = new HttpMessageInvoker(handler);
            using var request = Request(digest, delivery, secret);
            using var response = await client.SendAsync(request, limit.Token);
            var status = (int)response.StatusCode;

            // A request that was not understood will not be understood later; 408, 425 and 429 say "later" (RFC 9110, 8470, 6585).
            return status is >= 200 and < 300 ? new(SendState.Accepted, "")
                : status is >= 300 and < 500 and not (408 or 425 or 429) ? new(SendState.Refused, $"the server answered {status}")
                : new(SendState.TryLater, $"the server answered {status}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new SendOutcome(SendState.TryLater, $"no answer within {Longest.TotalSeconds} s");
        }
        catch (HttpRequestException e) when (e.InnerException is UnauthorizedAccessException refused)
        {
            return new SendOutcome(SendState.Refused, refused.Message);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            return new SendOutcome(SendState.TryLater, e.Message);
        }
    }

    /// <summary>The signature of a message.</summary>
    /// <param name="secret">Base64 behind <c>whsec_</c>.</param>
    /// <param name="id">Value of <c>webhook-id</c>.</param>
    /// <param name="timestamp">Value of <c>webhook-timestamp</c>: seconds of Unix time.</param>
    /// <param name="body">The body as sent.</param>
    public static string Sign(string secret, string id, string timestamp, string body)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")));
    }

    private HttpRequestMessage Request(AlertDigest digest, Delivery delivery, string secret)
    {
        var body = WebhookBody.Write(digest, delivery);
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, digest.Search.Webhook) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", delivery.Id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", Sign(secret, delivery.Id, timestamp, body));
        request.Headers.Add("User-Agent", "Monitor");
        return request;
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var host = context.DnsEndPoint.Host;
        IPAddress[] found = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancel);
        var allowed = found.Where(isAllowed).ToArray();
        if (allowed.Length == 0)
        {
            throw new UnauthorizedAccessException($"{host} is at {string.Join(", ", found.Select(a => a.ToString()))}, which is not a public address");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
