using System.Text.Json;
using Elastic.Transport;
using Elastic.Transport.Products;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>
/// The connection to a cluster, over the transport of the official client (which finds living nodes, signs in and checks certificates). The client itself is not used: the
/// registry has its version 9 only, which Elasticsearch 8.7 refuses (media type of version 9) and which refuses Elasticsearch 7.10 and OpenSearch itself
/// (no X-Elastic-Product header). What is busy or away is asked again with growing pauses.
/// </summary>
internal sealed class Cluster : IDisposable
{
    private readonly TransportConfiguration _configuration;
    private readonly DistributedTransport<ITransportConfiguration> _transport;
    private readonly TimeProvider _time;
    private readonly TimeSpan _patience;
    private readonly SemaphoreSlim _asking = new(1);
    private ServerProduct? _product;
    private volatile bool _away; // since the patience of a request ended and nobody has answered: what is asked meanwhile is asked once

    /// <summary>Prepares the connection; nothing is asked yet.</summary>
    /// <exception cref="ArgumentException">A setting cannot be.</exception>
    public Cluster(ElasticsearchOptions options, TimeProvider time)
    {
        var urls = options.Urls.Select(u => Uri.TryCreate(u, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url : throw new ArgumentException($"corpus:cluster:urls: \"{u}\" is no http or https address", nameof(options))).ToList();
        if (urls.Count == 0)
        {
            throw new ArgumentException("corpus:cluster:urls names no node of the cluster", nameof(options));
        }

        (_time, _patience, Address) = (time, TimeSpan.FromSeconds(options.PatienceSeconds), string.Join(", ", urls.Select(u => u.GetLeftPart(UriPartial.Authority))));
        _configuration = new TransportConfiguration(new StaticNodePool(urls), productRegistration: new DefaultProductRegistration())
        {
            RequestTimeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
            DisablePings = true,
            DisableMetaHeader = true,
            DeadTimeout = TimeSpan.FromSeconds(1),
            MaxDeadTimeout = TimeSpan.FromSeconds(20),
            EnableHttpCompression = false,
            Authentication = options.ApiKey.Length > 0 ? new ApiKey(options.ApiKey) : options.User.Length > 0 ? new BasicAuthentication(options.User, options.Password) : null,
            CertificateFingerprint = options.CaFingerprint.Length > 0 ? options.CaFingerprint : null,
        };
        _transport = new DistributedTransport<ITransportConfiguration>(_configuration);
    }

    /// <summary>Its nodes, for messages.</summary>
    public string Address { get; }

    /// <summary>New pauses for one piece of work.</summary>
    public Pauses Pauses(TimeSpan? patience = null) => new(_time, _away ? TimeSpan.Zero : patience < _patience ? patience.Value : _patience);

    /// <summary>Which server answers.</summary>
    /// <exception cref="CorpusAwayException">Nobody does.</exception>
    /// <exception cref="InvalidDataException">It is none that Monitor can use.</exception>
    public async Task<ServerProduct> Product(CancellationToken cancel)
    {
        if (_product is { } known)
        {
            return known;
        }

        await _asking.WaitAsync(cancel);
        try
        {
            using var reply = await Ask(HttpMethod.GET, "/", default, "application/json", null, Pauses(), true, cancel);
            return _product ??= ServerProduct.Read(reply.Require().Body, Address);
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>Asks, again and again while nobody answers or the cluster is busy.</summary>
    /// <param name="method">Method.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="body">Body; none when empty.</param>
    /// <param name="lines">True when the body is lines of JSON.</param>
    /// <param name="patience">How long to go on asking, when that is less than usual.</param>
    /// <param name="cancel">Stops between two attempts.</param>
    /// <exception cref="CorpusAwayException">The patience is over, or the login is refused.</exception>
    public async Task<Reply> Send(HttpMethod method, string path, ReadOnlyMemory<byte> body = default, bool lines = false, TimeSpan? patience = null, CancellationToken cancel = default)
    {
        var product = await Product(cancel);
        return await Ask(method, path, body, product.MediaType(lines: false), body.IsEmpty ? null : product.MediaType(lines), Pauses(patience), patience is null, cancel);
    }

    /// <summary>Forgets which server answers, since another may stand in its place.</summary>
    public void Forget() => _product = null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _asking.Dispose();
        ((IDisposable)_configuration).Dispose();
    }

    private async Task<Reply> Ask(HttpMethod method, string path, ReadOnlyMemory<byte> body, string accept, string? content, Pauses pauses, bool patient, CancellationToken cancel)
    {
        var headers = new RequestConfiguration { Accept = accept, ContentType = content };
        while (true)
        {
            var answer = await _transport.RequestAsync<BytesResponse>(new EndpointPath(method, path), body.IsEmpty ? null : PostData.ReadOnlyMemory(body), null, headers, cancel);
            cancel.ThrowIfCancellationRequested();
            var call = answer.ApiCallDetails;
            switch (call.HttpStatusCode)
            {
                case 401 or 403:
                    throw new CorpusAwayException($"{Address} refuses the login ({call.HttpStatusCode}); check user, password or API key below corpus:cluster");
                case null or 429 or 502 or 503 or 504:
                    if (!await pauses.Wait(cancel))
                    {
                        _away |= patient;
                        throw new CorpusAwayException($"{Address}: {Fault(call)}", call.OriginalException);
                    }

                    break;
                case { } status:
                    _away = false;
                    return new Reply($"{method} {path.Split('?')[0]}", status, Read(answer.Body));
            }
        }
    }

    private static string Fault(ApiCallDetails call) => call.HttpStatusCode switch
    {
        null => $"the search cluster does not answer ({Innermost(call.OriginalException)})",
        429 => "the search cluster is too busy (429)",
        var status => $"the search cluster cannot answer now ({status})",
    };

    private static string Innermost(Exception? e) => e?.GetBaseException().Message ?? "no reason was given";

    private static JsonDocument? Read(byte[]? body)
    {
        try
        {
            return body is { Length: > 0 } ? JsonDocument.Parse(body) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
