using Monitor.Core.Capturing;
using Monitor.Core.Definitions;
using Monitor.Core.Model;

namespace Monitor.Core.Pipeline;

/// <summary>Holds a run against what its definition expects; what is wrong becomes an Issue, what is well again ends it.</summary>
internal static class RunChecks
{
    /// <summary>Fewer or more urls than a healthy run finds. Judged only when every feed was read anew.</summary>
    public static void Yield(Ledger.Ledger ledger, CrawlerDefinition definition, int found, bool complete, DateTimeOffset now)
    {
        if (!complete)
        {
            return;
        }

        Check(ledger, definition, "yield-low", found < definition.Yield.Min, $"{found} urls found, at least {definition.Yield.Min} expected: the feed or the selector may have changed", now);
        Check(ledger, definition, "yield-high", found > definition.Yield.Max, $"{found} urls found, at most {definition.Yield.Max} expected: the selector may catch menus", now);
    }

    /// <summary>A source that does not answer backs off alone.</summary>
    public static void Health(Ledger.Ledger ledger, CrawlerDefinition definition, IReadOnlyList<string> failures, DateTimeOffset? retryAfter, DateTimeOffset now)
    {
        var message = string.Join("; ", failures);
        Check(ledger, definition, "source-failing", failures.Count > 0, message, now);
        if (failures.Count > 0)
        {
            ledger.BackOff.Failed(definition.Id, message, retryAfter);
        }
        else
        {
            ledger.BackOff.Succeeded(definition.Id);
        }
    }

    /// <summary>A page that was named and not captured.</summary>
    public static void Page(Ledger.Ledger ledger, CrawlerDefinition definition, string url, CaptureOutcome outcome, DateTimeOffset now)
    {
        var kind = outcome.State == CaptureState.DisallowedByRobots ? "robots-disallowed" : "page-not-captured";
        ledger.Issues.Report(new Issue(kind, definition.Id, url, $"{outcome.State}: {outcome.Message}", now));
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
