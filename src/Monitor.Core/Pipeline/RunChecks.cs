using Monitor.Core.Capturing;
using Monitor.Core.Definitions;
using Monitor.Core.Model;

namespace Monitor.Core.Pipeline;

/// <summary>Holds a run against what its definition expects; what is wrong becomes an Issue, what is well again ends it.</summary>
internal static class RunChecks
{
    /// <summary>Fewer or more urls than a healthy run finds. Judged only when every feed that was asked was read anew.</summary>
    public static void Yield(Ledger.Ledger ledger, CrawlerDefinition definition, int found, bool complete, DateTimeOffset now)
    {
        if (!complete)
        {
            return;
        }

        Check(ledger, definition, "yield-low", found < definition.Yield.Min, $"{found} urls found, at least {definition.Yield.Min} expected: the feed or the selector may have changed", now);
        Check(ledger, definition, "yield-high", found > definition.Yield.Max, $"{found} urls found, at most {definition.Yield.Max} expected: the selector may catch menus", now);
    }

    /// <summary>A feed or list that does not answer backs off alone.</summary>
    public static void Feed(Ledger.Ledger ledger, CrawlerDefinition definition, string url, CaptureOutcome outcome, DateTimeOffset now)
    {
        if (outcome.State is CaptureState.Captured or CaptureState.NotModified)
        {
            ledger.Issues.Replace(definition.Id, url, []);
            ledger.BackOff.Succeeded(definition.Id, url);
        }
        else
        {
            ledger.Issues.Replace(definition.Id, url, [new Issue("source-failing", definition.Id, url, outcome.Message, now)]);
            ledger.BackOff.Failed(definition.Id, outcome.Message, outcome.RetryAfter, url);
        }
    }

    /// <summary>A source of which no feed answers backs off as a whole.</summary>
    public static void Health(Ledger.Ledger ledger, CrawlerDefinition definition, bool failing, string message, DateTimeOffset? retryAfter)
    {
        if (failing)
        {
            ledger.BackOff.Failed(definition.Id, message, retryAfter);
        }
        else
        {
            ledger.BackOff.Succeeded(definition.Id);
        }
    }

    /// <summary>A page that was named: one that was not captured backs off alone.</summary>
    public static void Page(Ledger.Ledger ledger, CrawlerDefinition definition, string url, CaptureOutcome outcome, DateTimeOffset now)
    {
        if (outcome.State == CaptureState.Captured)
        {
            ledger.BackOff.Succeeded(definition.Id, url);
            return;
        }

        ledger.BackOff.Failed(definition.Id, outcome.Message, outcome.RetryAfter, url);
        if (outcome.Capture is null)
        {
            var kind = outcome.State == CaptureState.DisallowedByRobots ? "robots-disallowed" : "page-not-captured";
            ledger.Issues.Replace(definition.Id, url, [new Issue(kind, definition.Id, url, outcome.Message, now)]);
        }
    }

    private static void Check(Ledger.Ledger ledger, CrawlerDefinition definition, string kind, bool wrong, string message, DateTimeOffset now)
    {
        if (wrong)
        {
            ledger.Issues.Report(new Issue(kind, definition.Id, "", message, now));
        }
        else
        {
            ledger.Issues.Resolve(kind, definition.Id);
        }
    }
}
