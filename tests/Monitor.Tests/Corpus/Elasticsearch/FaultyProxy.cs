using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Monitor.Tests.Corpus.Elasticsearch;

/// <summary>Stands before a server on loopback and does to requests what a network and a busy cluster do.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _server;
    private readonly CancellationTokenSource _ending = new();

    private FaultyProxy(string server)
    {
        _server = new(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = new(server) };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(k => k.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.Run(Answer);
    }

    /// <summary>What happens to a request, given its path and the size of its body; null lets it through.</summary>
    public Func<HttpContext, byte[], Task<bool>> Fault { get; set; } = (_, _) => Task.FromResult(false);

    public string Url => _app.Urls.First();

    /// <summary>Requests that came.</summary>
    public int Requests { get; private set; }

    public static async Task<FaultyProxy> Before(string server)
    {
        var proxy = new FaultyProxy(server);
        await proxy._app.StartAsync(TestContext.Current.CancellationToken);
        return proxy;
    }

    /// <summary>Answers with a status and lets nothing through.</summary>
    public static Task<bool> Say(HttpContext context, int status, string body = "{}")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = context.Request.Headers.Accept.ToString(); // another type the client would not read
        context.Response.Headers["X-Elastic-Product"] = "Elasticsearch";
        return context.Response.WriteAsync(body).ContinueWith(_ => true, TaskScheduler.Default);
    }

    /// <summary>Cuts the connection.</summary>
    public static Task<bool> Cut(HttpContext context)
    {
        context.Abort();
        return Task.FromResult(true);
    }

    /// <summary>Holds the connection and says nothing until the other side gives up: what a half-open connection looks like.</summary>
    public async Task<bool> Silence(HttpContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _ending.Token);
        await Task.Delay(Timeout.Infinite, end.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        context.Abort();
        return true;
    }

    /// <summary>Lets the request through and loses the answer.</summary>
    public async Task<bool> LoseAnswer(HttpContext context, byte[] body)
    {
        using var answer = await Forward(context, body);
        context.Abort();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _app.DisposeAsync();
        _server.Dispose();
        _ending.Dispose();
    }

    private async Task Answer(HttpContext context)
    {
        Requests++;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (await Fault(context, body.ToArray()))
        {
            return;
        }

        using var answer = await Forward(context, body.ToArray());
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        if (answer.Headers.TryGetValues("X-Elastic-Product", out var product))
        {
            context.Response.Headers["X-Elastic-Product"] = product.First();
        }

        await answer.Content.CopyToAsync(context.Response.Body);
    }

    private async Task<HttpResponseMessage> Forward(HttpContext context, byte[] body)
    {
        using var request = new HttpRequestMessage(new(context.Request.Method), context.Features.Get<IHttpRequestFeature>()!.RawTarget);
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }

        request.Headers.TryAddWithoutValidation("Accept", context.Request.Headers.Accept.ToString());
        return await _server.SendAsync(request);
    }
}
