using Monitor.Core.Ledger;
using Monitor.Core.Model;

namespace Monitor.Tests.Ledger;

public sealed class LedgerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = ManualTime.At("2026-01-02T03:04:05Z");
    private readonly Core.Ledger.Ledger _ledger;

    public LedgerTests() => _ledger = Core.Ledger.Ledger.Open(_folder.At("ledger.db"), _time);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Opening_twice_keeps_what_is_in_it()
    {
        _ledger.SavedSearches.Put(Search("s"));

        Assert.Equal([Search("s")], Core.Ledger.Ledger.Open(_folder.At("ledger.db"), _time).SavedSearches.All());
    }

    [Fact]
    public void A_capture_is_recorded_once_and_waits_until_it_is_processed()
    {
        var capture = new Capture("w1", "crawler", "https://a.example/1", "https://a.example/1", _time.Now, "text/html", 200, "sha256:00", "a.warc.gz", 10, 20);

        Assert.True(_ledger.Captures.Record(capture, CaptureRole.Page));
        Assert.False(_ledger.Captures.Record(capture, CaptureRole.Page));
        Assert.Equal([capture], _ledger.Captures.Waiting());

        _ledger.Outbox.Record(capture.Id, []);
        Assert.Empty(_ledger.Captures.Waiting());
        Assert.Equal(capture, _ledger.Captures.LatestPage(capture.Url));
    }

    [Fact]
    public void A_record_matches_a_search_once_and_is_told_in_one_message()
    {
        _ledger.SavedSearches.Put(Search("s"));

        Assert.Equal(2, _ledger.Outbox.Record(null, [("s", "c1", "claims"), ("s", "c2", "claims")]));
        var message = _ledger.Outbox.Gather("s", "monitor.example");
        Assert.NotNull(message);
        Assert.Equal(["c1", "c2"], message.Matches);

        // The same page processed again after a crash.
        Assert.Equal(0, _ledger.Outbox.Record(null, [("s", "c1", "claims")]));
        Assert.Null(_ledger.Outbox.Gather("s", "monitor.example"));
        Assert.Equal([message.MessageId], _ledger.Outbox.Due().Select(d => d.MessageId));
    }

    [Fact]
    public void A_message_in_flight_belongs_to_one_sender_and_is_due_again_when_its_lease_ends()
    {
        _ledger.SavedSearches.Put(Search("s"));
        _ledger.Outbox.Record(null, [("s", "c1", "claims")]);
        var message = _ledger.Outbox.Gather("s", "monitor.example")!;

        var taken = _ledger.Outbox.Take(message, TimeSpan.FromMinutes(5));
        Assert.Equal((DeliveryState.InFlight, 1), (taken!.State, taken.Attempts));
        Assert.Null(_ledger.Outbox.Take(message, TimeSpan.FromMinutes(5)));
        Assert.Empty(_ledger.Outbox.Due());

        // The sender died.
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(message.MessageId, Assert.Single(_ledger.Outbox.Due()).MessageId);

        _ledger.Outbox.Keep(taken with { State = DeliveryState.Sent, Sent = _time.Now });
        Assert.Empty(_ledger.Outbox.Due());
        Assert.Null(_ledger.Outbox.Take(message, TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public void A_failing_source_waits_longer_each_time_and_starts_anew_after_success()
    {
        Assert.Equal(_time.Now.AddMinutes(1), _ledger.BackOff.Failed("x", "timed out").NotBefore);
        Assert.Equal(_time.Now.AddMinutes(5), _ledger.BackOff.Failed("x", "timed out").NotBefore);
        Assert.Equal(_time.Now.AddHours(2), _ledger.BackOff.Failed("x", "503", _time.Now.AddHours(2)).NotBefore);
        _ledger.BackOff.Succeeded("x");

        Assert.Null(_ledger.BackOff.Of("x"));
        Assert.Equal(1, _ledger.BackOff.Failed("x", "timed out").Failures);
    }

    [Fact]
    public void The_same_issue_is_counted_not_repeated_and_opens_again_after_it_was_resolved()
    {
        var issue = new Issue("source-failing", "x", "https://a.example/feed", "no answer; look at the address", _time.Now);
        _ledger.Issues.Report(issue);
        _ledger.Issues.Report(issue with { Time = _time.Now.AddHours(1) });
        Assert.Equal(2, Assert.Single(_ledger.Issues.Open()).Count);

        _ledger.Issues.Resolve("source-failing", "x");
        Assert.Empty(_ledger.Issues.Open());
        _ledger.Issues.Report(issue);
        Assert.Equal(_time.Now, Assert.Single(_ledger.Issues.Open("x")).FirstSeen);
    }

    [Fact]
    public void An_import_goes_on_where_it_stopped()
    {
        Assert.Equal(ImportProgress.None, _ledger.Imports.Of("r", 1, "users.csv"));
        _ledger.Imports.Keep("r", 1, "users.csv", new ImportProgress(500, false, new Dictionary<string, long> { ["accounts"] = 499, ["quarantined"] = 1 }));

        var progress = _ledger.Imports.Of("r", 1, "users.csv");
        Assert.Equal((500L, false, 499L), (progress.Rows, progress.Finished, progress.Counts["accounts"]));
    }

    [Fact]
    public void A_run_that_never_ended_is_marked_interrupted()
    {
        var first = _ledger.Runs.Start("x");
        _time.Advance(TimeSpan.FromMinutes(1));
        _ledger.Runs.Finish(_ledger.Runs.Start("x") with { State = "done", Found = 3, Captured = 2 });

        Assert.Equal(["done", "interrupted"], _ledger.Runs.Latest("x").Select(r => r.State));
        Assert.Equal(first.Started, _ledger.Runs.Latest("x")[1].Started);
        Assert.Equal(2, _ledger.Runs.LatestByCrawler()["x"].Captured);
    }

    private SavedSearch Search(string id) => new(id, "Name", "zarif", "claims", "editor@desk.example", Rhythm.AtOnce, _time.Now);
}
