using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Monitor.Cli;

namespace Monitor.Demo;

/// <summary>Serves the sample news site from the bundle on a loopback port. The port is fixed, because the ids of documents follow from their addresses.</summary>
internal static class SampleSite
{
    /// <summary>The port that the sample definitions name.</summary>
    public const int Port = 5099;

    /// <summary>Starts the site; it stops when disposed.</summary>
    /// <exception cref="UsageException">The port is taken.</exception>
    public static async Task<WebApplication> Start(CancellationToken cancel)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{Port}");
        var site = builder.Build();
        site.UseFileServer(new FileServerOptions
        {
            FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "Demo", "site")),
            StaticFileOptions = { ContentTypeProvider = Types() },
        });
        try
        {
            await site.StartAsync(cancel);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException or SocketException)
        {
            await site.DisposeAsync();
            throw new UsageException($"Port {Port} is taken, and the demo's sample site needs it: stop what listens there (perhaps another demo) and try again.");
        }

        return site;
    }

    /// <summary>Pages and feeds only, without a charset: one outlet is in windows-1256 and says so itself. The notes on what is planted are not served.</summary>
    private static FileExtensionContentTypeProvider Types() => new(new Dictionary<string, string>
    {
        [".html"] = "text/html",
        [".xml"] = "application/xml",
        [".txt"] = "text/plain",
    });
}
