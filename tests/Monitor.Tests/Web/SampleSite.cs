namespace Monitor.Tests.Web;

/// <summary>One site with the sample records for all tests of a class that only read.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    internal Site Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await Site.Start();
        await SampleRecords.Put(Site);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
