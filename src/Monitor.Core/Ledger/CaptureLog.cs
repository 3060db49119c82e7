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

    /// <summary>Pages that wait for processing, the oldest first.</summary>
    public IReadOnlyList<Capture> Waiting(int limit = 1000)
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<CaptureRow>(Select + " where state = 'waiting' order by time, id limit @limit", new { limit }).Select(r => r.ToCapture())];
    }

    /// <summary>How many pages wait for processing.</summary>
    public long WaitingCount()
    {
        using var connection = _ledger.Connect();
        return connection.ExecuteScalar<long>("select count(*) from captures where state = 'waiting'");
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

    /// <summary>Pages in order of time, for a rebuild.</summary>
    public IReadOnlyList<Capture> Pages()
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<CaptureRow>(Select + " where role = 'page' order by time, id").Select(r => r.ToCapture())];
    }

    /// <summary>Says what came of processing; null failure means done.</summary>
    public void Processed(string captureId, string? failure)
    {
        using var connection = _ledger.Connect();
        connection.Execute(
            "update captures set state = @state, note = @note where id = @captureId",
            new { captureId, state = failure is null ? "done" : "failed", note = failure ?? "" });
    }

    /// <summary>Sets every page back to waiting, for a rebuild.</summary>
    public void SetAllWaiting()
    {
        using var connection = _ledger.Connect();
        connection.Execute("update captures set state = 'waiting', note = '' where role = 'page'");
    }

    /// <summary>Behind the last recorded byte of a WARC file; 0 when none is recorded. What lies beyond was written before a crash and never recorded.</summary>
    public long RecordedUpTo(string warcFile)
    {
        using var connection = _ledger.Connect();
        return connection.ExecuteScalar<long?>("select max(offset + length) from captures where warc_file = @warcFile", new { warcFile }) ?? 0;
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
