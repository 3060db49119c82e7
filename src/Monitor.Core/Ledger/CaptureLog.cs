using Dapper;
using Monitor.Core.Model;

namespace Monitor.Core.Ledger;

/// <summary>What a capture was fetched for.</summary>
public enum CaptureRole
{
    /// <summary>A page that becomes a document.</summary>
    Page,

    /// <summary>A feed or list that names pages.</summary>
    Discovery,

    /// <summary>A robots.txt.</summary>
    Robots,
}

/// <summary>What has become of a capture.</summary>
public enum CaptureProgress
{
    /// <summary>A page that was never processed.</summary>
    Waiting,

    /// <summary>A page that a rebuild lets be processed again; nobody is told of it.</summary>
    Again,

    /// <summary>In the corpus, or nothing that belongs there.</summary>
    Done,

    /// <summary>Nothing can be made of it.</summary>
    Failed,
}

/// <summary>Every capture and what has become of it: waiting captures are what the corpus does not hold yet.</summary>
public sealed class CaptureLog
{
    private const string Select =
        "select id, crawler CrawlerId, url, final_url FinalUrl, time, media_type MediaType, status, digest PayloadDigest, warc_file WarcFile, offset, length from captures";

    private readonly Ledger _ledger;

    internal CaptureLog(Ledger ledger) => _ledger = ledger;

    /// <summary>Records a capture; a page waits for processing. False when it was recorded before.</summary>
    public bool Record(Capture capture, CaptureRole role)
    {
        ArgumentNullException.ThrowIfNull(capture);
        using var connection = _ledger.Connect();
        return 1 == connection.Execute(
            """
            insert or ignore into captures (id, crawler, url, final_url, time, media_type, status, digest, warc_file, offset, length, role, state)
            values (@Id, @CrawlerId, @Url, @FinalUrl, @Time, @MediaType, @Status, @PayloadDigest, @WarcFile, @Offset, @Length, @role, @state)
            """,
            new
            {
                capture.Id,
                capture.CrawlerId,
                capture.Url,
                capture.FinalUrl,
                capture.Time,
                capture.MediaType,
                capture.Status,
                capture.PayloadDigest,
                capture.WarcFile,
                capture.Offset,
                capture.Length,
                role = role.ToString().ToLowerInvariant(),
                state = role == CaptureRole.Page ? "waiting" : "done",
            });
    }

    /// <summary>Pages that may be processed now, the oldest first.</summary>
    public IReadOnlyList<Capture> Waiting(int limit = 1000)
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<CaptureRow>(
            Select + " where state in ('waiting', 'again') and (not_before is null or not_before <= @now) order by time, id limit @limit",
            new { limit, now = _ledger.Time.GetUtcNow() }).Select(r => r.ToCapture())];
    }

    /// <summary>How many pages wait for processing, now or later.</summary>
    public long WaitingCount()
    {
        using var connection = _ledger.Connect();
        return connection.ExecuteScalar<long>("select count(*) from captures where state in ('waiting', 'again')");
    }

    /// <summary>True when anything was captured.</summary>
    public bool Any()
    {
        using var connection = _ledger.Connect();
        return connection.ExecuteScalar<bool>("select exists (select 1 from captures)");
    }

    /// <summary>What has become of a capture.</summary>
    public CaptureProgress Progress(string captureId)
    {
        using var connection = _ledger.Connect();
        return Enum.Parse<CaptureProgress>(connection.ExecuteScalar<string?>("select state from captures where id = @captureId", new { captureId }) ?? "failed", ignoreCase: true);
    }

    /// <summary>The newest capture of a url as a page; null when there is none.</summary>
    public Capture? LatestPage(string url)
    {
        using var connection = _ledger.Connect();
        return connection.QueryFirstOrDefault<CaptureRow>(Select + " where url = @url and role = 'page' order by time desc limit 1", new { url })?.ToCapture();
    }

    /// <summary>The capture with this id; null when unknown.</summary>
    public Capture? Get(string id)
    {
        using var connection = _ledger.Connect();
        return connection.QuerySingleOrDefault<CaptureRow>(Select + " where id = @id", new { id })?.ToCapture();
    }

    /// <summary>Says that nothing can be made of a page.</summary>
    public void Failed(string captureId, string note)
    {
        using var connection = _ledger.Connect();
        connection.Execute("update captures set state = 'failed', note = @note where id = @captureId", new { captureId, note });
    }

    /// <summary>Leaves a page waiting that a passing fault kept from the corpus, each time for longer; returns until when.</summary>
    public DateTimeOffset TryLater(string captureId, string note)
    {
        DateTimeOffset notBefore = default;
        _ledger.Write((connection, transaction) =>
        {
            var attempts = 1 + connection.ExecuteScalar<int>("select attempts from captures where id = @captureId", new { captureId }, transaction);
            notBefore = _ledger.Time.GetUtcNow() + BackOffBook.Pause(attempts);
            connection.Execute("update captures set note = @note, attempts = @attempts, not_before = @notBefore where id = @captureId", new { captureId, note, attempts, notBefore }, transaction);
        });
        return notBefore;
    }

    /// <summary>Leaves a page waiting until then, for no fault of its own: this is not counted as an attempt.</summary>
    public void WaitUntil(string captureId, DateTimeOffset notBefore, string note)
    {
        using var connection = _ledger.Connect();
        connection.Execute("update captures set note = @note, not_before = @notBefore where id = @captureId", new { captureId, note, notBefore });
    }

    /// <summary>Lets every page be processed again, for a rebuild. A page that was never processed stays one that readers have not been told of.</summary>
    public void SetAllWaiting()
    {
        using var connection = _ledger.Connect();
        connection.Execute(
            """
            update captures set state = case state when 'waiting' then state else 'again' end, note = '', attempts = 0, not_before = null where role = 'page'
            """);
    }

    /// <summary>ETag and Last-Modified of the last answer for a url.</summary>
    public (string? ETag, string? LastModified) Validators(string url)
    {
        using var connection = _ledger.Connect();
        return connection.QuerySingleOrDefault<(string?, string?)>("select etag, last_modified from validators where url = @url", new { url });
    }

    /// <summary>Keeps ETag and Last-Modified for the next request.</summary>
    public void KeepValidators(string url, string? etag, string? lastModified)
    {
        using var connection = _ledger.Connect();
        connection.Execute("insert or replace into validators (url, etag, last_modified) values (@url, @etag, @lastModified)", new { url, etag, lastModified });
    }

    private sealed record CaptureRow
    {
        public string Id { get; init; } = "";

        public string CrawlerId { get; init; } = "";

        public string Url { get; init; } = "";

        public string FinalUrl { get; init; } = "";

        public DateTimeOffset Time { get; init; }

        public string MediaType { get; init; } = "";

        public int Status { get; init; }

        public string PayloadDigest { get; init; } = "";

        public string WarcFile { get; init; } = "";

        public long Offset { get; init; }

        public long Length { get; init; }

        public Capture ToCapture() => new(Id, CrawlerId, Url, FinalUrl, Time, MediaType, Status, PayloadDigest, WarcFile, Offset, Length);
    }
}
