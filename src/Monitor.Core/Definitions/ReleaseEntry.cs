using System.ComponentModel.DataAnnotations;
using Monitor.Core.Definitions.Strict;
using Monitor.Core.Model;

namespace Monitor.Core.Definitions;

/// <summary>One published dataset of accounts, or an announcement without files: one YAML file in 'crawlers/releases/', whose stem is the id.</summary>
internal sealed record ReleaseEntry
{
    /// <summary>Its name for people.</summary>
    public required string Title { get; init; }

    /// <summary>Platform in lower case: twitter, facebook, …</summary>
    [Form(TextForm.Id)]
    public required string Platform { get; init; }

    /// <summary>Countries the publisher names, ISO 3166-1 alpha-2.</summary>
    [Form(TextForm.Country)]
    [MinLength(1)]
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>When it was announced, as exactly as is known: "2018", 2018-10 or 2018-10-17.</summary>
    [Form(TextForm.Date)]
    public required PartialDate? Announced { get; init; }

    /// <summary>Numbers of the announcement; a sum stands before its parts.</summary>
    public IReadOnlyList<CountEntry> Counts { get; init; } = [];

    /// <summary>Url of the announcement.</summary>
    [Form(TextForm.Url)]
    public required string Source { get; init; }

    /// <summary>How to cite it.</summary>
    public required string Citation { get; init; }

    /// <summary>What it is, shortly; attributions are the publisher's.</summary>
    public required string Description { get; init; }

    /// <summary>What is known to be uncertain about this entry, a sentence each.</summary>
    public IReadOnlyList<string> Unsure { get; init; } = [];

    /// <summary>Names of the files that the publisher lists, without folders; none for an announcement without files.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Ids of releases that this one is announced together with or replaces.</summary>
    [Form(TextForm.Id)]
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>The release with the given id.</summary>
    public Release ToRelease(string id) => new(id, Title, Platform)
    {
        Countries = Countries,
        Announced = Announced,
        AnnouncedCounts = [.. Counts.Select(c => new AnnouncedCount(c.Value, c.Of, c.Qualifier, c.Sure, c.On))],
        Source = Source,
        Citation = Citation,
        Description = Description.ReplaceLineEndings(" ").Trim(),
        Unsure = Unsure,
        FileNames = Files,
        Related = Related,
    };
}

/// <summary>A number in the announcement of a release.</summary>
internal sealed record CountEntry
{
    /// <summary>The number.</summary>
    [Range(1L, 1_000_000_000_000L)]
    public required long Value { get; init; }

    /// <summary>What it counts: accounts, tweets, media.</summary>
    [AllowedValues("accounts", "tweets", "media")]
    public required string Of { get; init; }

    /// <summary>How exact the announcement is.</summary>
    [AllowedValues("exactly", "about", "more than", "almost", "fewer than")]
    public required string Qualifier { get; init; }

    /// <summary>False when the number was not seen in its source; 'unsure' then says where it comes from.</summary>
    public bool Sure { get; init; } = true;

    /// <summary>When it was stated, if not with the announcement.</summary>
    [Form(TextForm.Date)]
    public PartialDate? On { get; init; }
}
