using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace Monitor.Core.Capturing;

/// <summary>
/// The one connection of one request: resolves the name itself, connects only to an address that may be talked to, and keeps the heads of request
/// and response as they go over the wire, behind TLS.
/// </summary>
internal sealed class Wire(CapturerOptions options, TimeProvider time, bool allowLoopback)
{
    private readonly ArrayBufferWriter<byte> sent = new();
    private readonly ArrayBufferWriter<byte> received = new();

    /// <summary>The address that is connected; null before.</summary>
    public IPAddress? Address { get; private set; }

    /// <summary>The first bytes that were sent.</summary>
    public byte[] Sent => sent.WrittenSpan.ToArray();

    /// <summary>The first bytes that came.</summary>
    public byte[] Received => received.WrittenSpan.ToArray();

    /// <summary>Connects to the first address that answers, of those that are allowed.</summary>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var host = context.DnsEndPoint.Host;
        IPAddress[] found = IPAddress.TryParse(host, out var literal) ? [literal] : await Resolve(host, cancel).ConfigureAwait(false);
        var allowed = found.Where(a => PublicAddress.Is(a) || (allowLoopback && PublicAddress.IsLoopback(a))).ToList();
        if (allowed.Count == 0)
        {
            throw new CaptureException(
                CaptureState.Refused,
                $"{host} is at {string.Join(", ", found.Select(a => a.ToString()))}, which is not a public address; Monitor fetches only from public ones");
        }

        Exception? last = null;
        foreach (var address in allowed)
        {
            try
            {
                var socket = await Connect(new IPEndPoint(address, context.DnsEndPoint.Port), cancel).ConfigureAwait(false);
                Address = address;
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
            {
                last = e;
            }
        }

        throw new CaptureException(CaptureState.Failed, $"{host}:{context.DnsEndPoint.Port} could not be reached: {last!.Message}", last);
    }

    /// <summary>Puts the recording stream between HTTP and what is below it.</summary>
    public ValueTask<Stream> Record(SocketsHttpPlaintextStreamFilterContext context, CancellationToken cancel)
    {
        // Room for interim answers (1xx) before the head that counts.
        return ValueTask.FromResult<Stream>(new WireStream(context.PlaintextStream, sent, received, options.HeadBytes * 2));
    }

    private async Task<IPAddress[]> Resolve(string host, CancellationToken cancel)
    {
        try
        {
            return await options.Resolve(host, cancel).ConfigureAwait(false);
        }
        catch (SocketException e)
        {
            throw new CaptureException(CaptureState.Failed, $"the host name {host} could not be resolved: {e.Message}", e);
        }
    }

    private async Task<Socket> Connect(IPEndPoint place, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(options.ConnectTime, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(place, both.Token).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
