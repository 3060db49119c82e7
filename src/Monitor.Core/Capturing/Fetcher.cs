using System.Net;
using System.Security.Authentication;
using Monitor.Core.Evidence;

namespace Monitor.Core.Capturing;

/// <summary>One request and its answer, before anything is made of it.</summary>
/// <param name="Url">The url that was asked.</param>
/// <param name="Time">When the answer began.</param>
/// <param name="RequestHead">As sent.</param>
/// <param name="ResponseHead">As sent.</param>
/// <param name="Head">The response head, read.</param>
/// <param name="Body">With chunks removed and content coding kept.</param>
/// <param name="Address">Address of the server.</param>
internal sealed record FetchedAnswer(Uri Url, DateTimeOffset Time, byte[] RequestHead, byte[] ResponseHead, HttpHead Head, byte[] Body, IPAddress? Address)
{
    /// <summary>The body with its content coding removed.</summary>
    /// <exception cref="CaptureException">It is over the limit or damaged.</exception>
    public byte[] Unpacked(int limit)
    {
        try
        {
            return ContentCoding.Decode(Body, Head["Content-Encoding"], limit);
        }
        catch (PayloadTooLargeException e)
        {
            throw new CaptureException(CaptureState.TooLarge, $"{Url} unpacks to {e.Message}", e);
        }
        catch (InvalidDataException e)
        {
            throw new CaptureException(CaptureState.Failed, $"{Url}: {e.Message}", e);
        }
    }
}

/// <summary>
/// The only place from which Monitor talks to the web. Each request has a connection of its own, so what is recorded belongs to it, and the address
/// is resolved and checked every time. HTTP/1.1, no proxy, no cookies, no credentials, no redirects of its own, certificates checked.
/// </summary>
internal sealed class Fetcher(CapturerOptions options, TimeProvider time)
{
    private const string Wanted = "text/html, application/xhtml+xml, application/xml;q=0.9, application/json;q=0.9, text/plain;q=0.8, */*;q=0.1";

    /// <summary>Asks once.</summary>
    /// <exception cref="CaptureException">There is no whole answer; the state says why.</exception>
    public async Task<FetchedAnswer> Fetch(Uri url, CaptureRequest? conditions, bool allowLoopback, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(options.RequestTime, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            return await Ask(url, conditions, new Wire(options, time, allowLoopback), both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new CaptureException(CaptureState.TimedOut, $"{url} did not answer in full within {options.RequestTime.TotalSeconds} s", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException)
        {
            throw CauseOf(e) ?? Described(url, e);
        }
    }

    private async Task<FetchedAnswer> Ask(Uri url, CaptureRequest? conditions, Wire wire, CancellationToken cancel)
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = wire.Connect,
            PlaintextStreamFilter = wire.Record,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = options.HeadBytes >> 10,
            ActivityHeadersPropagator = null,
        };
        using var client = new HttpMessageInvoker(handler);
        using var request = Request(url, conditions);
        using var response = await client.SendAsync(request, cancel).ConfigureAwait(false);
        var begun = time.GetUtcNow();
        var body = await Body(url, response, cancel).ConfigureAwait(false);
        var (bytes, head) = FinalHead(wire.Received) ?? throw new CaptureException(CaptureState.Failed, $"{url} answered with no sound HTTP head");
        var sent = wire.Sent;
        return new FetchedAnswer(url, begun, sent[..HttpHead.LengthOf(sent)], bytes, head, body, wire.Address);
    }

    private HttpRequestMessage Request(Uri url, CaptureRequest? conditions)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value) && !value.Any(char.IsControl))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        Add("User-Agent", options.UserAgent);
        Add("Accept", Wanted);
        Add("Accept-Encoding", ContentCoding.Accepted);
        Add("If-None-Match", conditions?.ETag);
        Add("If-Modified-Since", conditions?.LastModified);
        Add("Connection", "close");
        return request;
    }

    private async Task<byte[]> Body(Uri url, HttpResponseMessage response, CancellationToken cancel)
    {
        if (response.Content.Headers.ContentLength > options.SentBytes)
        {
            throw TooLarge(url);
        }

        using var body = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        using var result = new MemoryStream();
        var buffer = new byte[1 << 15];
        for (var read = await body.ReadAsync(buffer, cancel).ConfigureAwait(false); read > 0; read = await body.ReadAsync(buffer, cancel).ConfigureAwait(false))
        {
            result.Write(buffer, 0, read);
            if (result.Length > options.SentBytes)
            {
                throw TooLarge(url);
            }
        }

        return result.ToArray();
    }

    private CaptureException TooLarge(Uri url) => new(CaptureState.TooLarge, $"{url} has more than {options.SentBytes} bytes");

    /// <summary>The head that counts: interim answers (1xx, RFC 9110 section 15.2) come before it.</summary>
    private static (byte[] Bytes, HttpHead Head)? FinalHead(byte[] received)
    {
        for (var at = 0; HttpHead.Parse(received.AsSpan(at)) is { } head; at += head.Bytes)
        {
            if (head.Status is < 100 or > 199)
            {
                return (received[at..(at + head.Bytes)], head);
            }
        }

        return null;
    }

    private static CaptureException? CauseOf(Exception? e) => e is null ? null : e as CaptureException ?? CauseOf(e.InnerException);

    private CaptureException Described(Uri url, Exception e) => e switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            new(CaptureState.TooLarge, $"{url} sends more than {options.HeadBytes} bytes of header fields", e),
        { InnerException: AuthenticationException inner } => new(CaptureState.Failed, $"{url} could not be reached safely (TLS): {inner.Message}", e),
        _ => new(CaptureState.Failed, $"{url}: {e.Message}", e),
    };
}
