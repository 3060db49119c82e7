using System.ComponentModel.DataAnnotations;
using Monitor.Core.Definitions.Strict;
using Monitor.Core.Model;

namespace Monitor.Core.Definitions;

/// <summary>What to collect, where, how often, and what a healthy yield is: one YAML file in <c>crawlers/</c>, whose stem is the id.</summary>
public sealed record CrawlerDefinition
{
    /// <summary>File stem; not written in the file.</summary>
    [NotInFile]
    public string Id { get; init; } = "";

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Who is answerable for the content.</summary>
    public required string Publisher { get; init; }

    /// <summary>ISO 3166-1 alpha-2 country of the publisher, or <c>XX</c> for none.</summary>
    [Form(TextForm.Country)]
    public required string Country { get; init; }

    /// <summary>Main language, BCP 47.</summary>
    [Form(TextForm.Language)]
    public required string Language { get; init; }

    /// <summary>What its pages are: article, statement or factcheck.</summary>
    [AllowedValues(DocumentKind.Article, DocumentKind.Statement, DocumentKind.Factcheck)]
    public required DocumentKind Kind { get; init; }

    /// <summary>True when the publisher speaks for a state, a party or a platform.</summary>
    public required bool Official { get; init; }

    /// <summary>Front page, for people.</summary>
    [Form(TextForm.Url)]
    public required string Homepage { get; init; }

    /// <summary>Where new urls are found.</summary>
    [MinLength(1)]
    public required IReadOnlyList<DiscoveryRule> Discover { get; init; }

    /// <summary>How often: <c>15m</c>, <c>2h</c>, <c>1d</c>, or a Quartz cron expression.</summary>
    [Form(TextForm.Schedule)]
    public required string Schedule { get; init; }

    /// <summary>What a healthy run finds.</summary>
    public required ExpectedYield Yield { get; init; }

    /// <summary>Least pause between two requests to one host, in seconds; robots.txt may ask for more.</summary>
    [Range(0.0, 3600.0)]
    public double DelaySeconds { get; init; } = 2;

    /// <summary>Most new pages fetched in one run.</summary>
    [Range(1, 10_000)]
    public int MaxPages { get; init; } = 100;

    /// <summary>Only for tests and the demo: allows a loopback address. Never honoured for any other private address.</summary>
    public bool LocalTestSource { get; init; }

    /// <summary>What was checked and what not, for people.</summary>
    public string Notes { get; init; } = "";
}

/// <summary>One place where new urls are found. Exactly one of <see cref="Feed"/> and <see cref="List"/> is set.</summary>
[ExactlyOne(nameof(Feed), nameof(List))]
[Needs(nameof(List), nameof(Links))]
[Needs(nameof(Links), nameof(List))]
public sealed record DiscoveryRule
{
    /// <summary>Url of an RSS, Atom or JSON feed.</summary>
    [Form(TextForm.Url)]
    public string? Feed { get; init; }

    /// <summary>Url of an HTML page that lists articles.</summary>
    [Form(TextForm.Url)]
    public string? List { get; init; }

    /// <summary>CSS selector of the links in <see cref="List"/>.</summary>
    [Form(TextForm.Selector)]
    public string? Links { get; init; }

    /// <summary>Only urls that match this regular expression (linear-time, no backtracking).</summary>
    [Form(TextForm.Regex)]
    public string? Include { get; init; }

    /// <summary>No urls that match this regular expression.</summary>
    [Form(TextForm.Regex)]
    public string? Exclude { get; init; }
}

/// <summary>What a healthy run finds: fewer than <see cref="Min"/> urls is an Issue, more than <see cref="Max"/> too.</summary>
[NotAbove(nameof(Min), nameof(Max))]
public sealed record ExpectedYield
{
    /// <summary>Fewest urls that the discovery pages of one run should list.</summary>
    [Range(0, 100_000)]
    public required int Min { get; init; }

    /// <summary>Most.</summary>
    [Range(1, 100_000)]
    public required int Max { get; init; }
}
