using System.Security.Cryptography;

namespace Monitor.Web.Hosting;

/// <summary>The style files of wwwroot as one sheet, in order of their names; its address holds its digest, so that browsers may keep it for good.</summary>
internal sealed class StyleSheet
{
    private readonly byte[] _bytes;

    public StyleSheet()
    {
        var assembly = typeof(StyleSheet).Assembly;
        using var all = new MemoryStream();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".css", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var part = assembly.GetManifestResourceStream(name)!;
            part.CopyTo(all);
        }

        _bytes = all.ToArray();
        Address = $"/assets/monitor.{Convert.ToHexStringLower(SHA256.HashData(_bytes).AsSpan(0, 6))}.css";
    }

    /// <summary>Where the sheet is served.</summary>
    public string Address { get; }

    public static void Map(WebApplication app)
    {
        var sheet = app.Services.GetRequiredService<StyleSheet>();
        app.MapGet(sheet.Address, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Bytes(sheet._bytes, "text/css; charset=utf-8");
        }).ExcludeFromDescription().AllowAnonymous();
    }
}
