namespace Monitor.Commands.Eval;

/// <summary>A quotation as gold data and systems state it, one JSON object each; offsets count Unicode code points, ends exclusive.</summary>
internal sealed record ScoredQuote
{
    public string Doc { get; init; } = "";

    public int? Start { get; init; }

    public int? End { get; init; }

    /// <summary>Pieces of a quotation that its attribution breaks.</summary>
    public IReadOnlyList<int[]>? Spans { get; init; }

    public string? Text { get; init; }

    public string? Speaker { get; init; }

    public int? SpeakerStart { get; init; }

    public int? SpeakerEnd { get; init; }

    /// <summary>direct, mixed or indirect.</summary>
    public string? Type { get; init; }

    /// <summary>False for beliefs, plans and knowledge.</summary>
    public bool? Speech { get; init; }

    /// <summary>False when the annotation does not say who speaks.</summary>
    public bool? SpeakerKnown { get; init; }

    /// <summary>Gold: full names that are right.</summary>
    public IReadOnlyList<string>? Resolved { get; init; }

    /// <summary>System: the full name found.</summary>
    public string? SpeakerResolved { get; init; }

    /// <summary>The pieces merged and in order.</summary>
    public IReadOnlyList<(int Start, int End)> Ranges()
    {
        var ranges = new List<(int Start, int End)>();
        foreach (var (start, end) in (Spans is { Count: > 0 } ? Spans.Select(s => (s[0], s[1])) : [(Start ?? 0, End ?? 0)]).Where(r => r.Item2 > r.Item1).OrderBy(r => r.Item1))
        {
            if (ranges.Count > 0 && start <= ranges[^1].End)
            {
                ranges[^1] = (ranges[^1].Start, Math.Max(ranges[^1].End, end));
            }
            else
            {
                ranges.Add((start, end));
            }
        }

        return ranges;
    }

    /// <summary>Every piece of ten characters and more as a quotation of its own.</summary>
    public IEnumerable<ScoredQuote> Pieces()
    {
        var pieces = (Spans ?? []).Where(s => s[1] - s[0] >= 10).ToList();
        return pieces.Count == 0 ? [this] : pieces.Select(s => this with { Spans = null, Start = s[0], End = s[1] });
    }
}

/// <summary>A document of a set of quotations.</summary>
internal sealed record QuoteDocument
{
    public string Doc { get; init; } = "";

    public string Lang { get; init; } = "und";

    public string Text { get; init; } = "";

    public string? Date { get; init; }
}
