using Monitor.Core.Model;

namespace Monitor.Core.Definitions;

/// <summary>What to collect, where, how often, and what a healthy yield is: one YAML file in <c>crawlers/</c>, whose stem is the id.</summary>
public sealed record CrawlerDefinition
{
    /// <summary>File stem; not written in the file.</summary>
    public string Id { get; init; } = "";

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Who is answerable for the content.</summary>
    public required string Publisher { get; init; }

    /// <summary>ISO 3166-1 alpha-2 country of the publisher, or <c>XX</c> for none.</summary>
    public required string Country { get; init; }

    /// <summary>Main language, BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>What its pages are: article, statement or factcheck.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>True when the publisher speaks for a state, a party or a platform.</summary>
    public required bool Official { get; init; }

    /// <summary>Front page, for people.</summary>
    public required string Homepage { get; init; }

    /// <summary>Where new urls are found.</summary>
    public required IReadOnlyList<DiscoveryRule> Discover { get; init; }

    /// <summary>How often: <c>15m</c>, <c>2h</c>, <c>1d</c>, or a Quartz cron expression.</summary>
    public required string Schedule { get; init; }

    /// <summary>What a healthy run finds.</summary>
    public required ExpectedYield Yield { get; init; }

    /// <summary>Least pause between two requests to one host, in seconds; robots.txt may ask for more.</summary>
    public double DelaySeconds { get; init; } = 2;

    /// <summary>Most new pages fetched in one run.</summary>
    public int MaxPages { get; init; } = 100;

    /// <summary>Only for tests and the demo: allows a loopback address. Never honoured for any other private address.</summary>
    public bool LocalTestSource { get; init; }

    /// <summary>What was checked and what not, for people.</summary>
    public string Notes { get; init; } = "";
}

/// <summary>One place where new urls are found. Exactly one of <see cref="Feed"/> and <see cref="List"/> is set.</summary>
public sealed record DiscoveryRule
{
    /// <summary>Url of an RSS, Atom or JSON feed.</summary>
    public string? Feed { get; init; }

    /// <summary>Url of an HTML page that lists articles.</summary>
    public string? List { get; init; }

    /// <summary>CSS selector of the links in <see cref="List"/>.</summary>
    public string? Links { get; init; }

    /// <summary>Only urls that match this regular expression (linear-time, no backtracking).</summary>
    public string? Include { get; init; }

    /// <summary>No urls that match this regular expression.</summary>
    public string? Exclude { get; init; }
}

/// <summary>What a healthy run finds: fewer than <see cref="Min"/> urls is an Issue, more than <see cref="Max"/> too.</summary>
public sealed record ExpectedYield
{
    /// <summary>Fewest urls that the discovery pages of one run should list.</summary>
    public required int Min { get; init; }

    /// <summary>Most.</summary>
    public required int Max { get; init; }
}
