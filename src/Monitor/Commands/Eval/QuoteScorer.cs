namespace Monitor.Commands.Eval;

/// <summary>What counts: kinds of quotations by their marks, speech only, broken ones piece by piece.</summary>
/// <param name="Types">direct, mixed, indirect; empty for all.</param>
/// <param name="SpeechOnly">Leaves beliefs, plans and knowledge out.</param>
/// <param name="Pieces">Scores every piece of a broken quotation by itself.</param>
internal sealed record QuoteRules(IReadOnlyList<string> Types, bool SpeechOnly, bool Pieces)
{
    public bool Wants(ScoredQuote gold) => (Types.Count == 0 || Types.Contains(gold.Type ?? "")) && (!SpeechOnly || gold.Speech != false);
}

/// <summary>
/// Scores quotations of one document by the rule of the GenderGapTracker evaluation (Asr et al. 2021), as the scorer beside the gold data does: a gold quotation takes,
/// in file order, the free system quotation that covers most of its characters, if more than a threshold. What the rules leave out is neither missed nor false.
/// </summary>
internal sealed class QuoteScorer(QuoteRules rules, double threshold)
{
    private const string Marks = "\"\u201c\u201d\u201e\u00ab\u00bb\u201f";

    /// <summary>Overlap with the shorter one from which a system quotation is taken for one that does not count.</summary>
    private const double SetAside = .3;

    /// <summary>Scores one document.</summary>
    /// <param name="gold">Its gold quotations in file order.</param>
    /// <param name="system">Those found.</param>
    /// <param name="points">The document's text as code points.</param>
    /// <param name="error">Told of each error: kind, gold (null for a false one), system (null for a missed one).</param>
    public QuoteTally Score(IEnumerable<ScoredQuote> gold, IEnumerable<ScoredQuote> system, int[] points, Action<string, ScoredQuote?, ScoredQuote?>? error = null)
    {
        var all = rules.Pieces ? gold.SelectMany(g => g.Pieces()).ToList() : [.. gold];
        var found = rules.Pieces ? system.SelectMany(s => s.Pieces()).ToList() : [.. system];
        var wanted = all.Where(rules.Wants).ToList();
        var ranges = found.ConvertAll(s => s.Ranges());
        var free = Enumerable.Range(0, found.Count).ToList();
        var tally = default(QuoteTally);
        foreach (var g in wanted)
        {
            var best = Best(g.Ranges(), ranges, free);
            if (best < 0)
            {
                tally += new QuoteTally { Missed = 1 };
                error?.Invoke("missed", g, null);
                continue;
            }

            free.Remove(best);
            tally += Pair(g, found[best], error);
        }

        var off = all.Where(g => !rules.Wants(g)).Select(g => g.Ranges()).Where(r => r.Count > 0).ToList();
        var rest = free.Where(j => !(ranges[j].Count > 0 && off.Exists(o => (double)Shared(o, ranges[j]) / Math.Min(Length(o), Length(ranges[j])) > SetAside))
            && (rules.Types.Count == 0 || rules.Types.Contains(Kind(found[j], points)))).ToList();
        foreach (var j in rest)
        {
            error?.Invoke("false", null, found[j]);
        }

        return tally + new QuoteTally { False = rest.Count, Ignored = free.Count - rest.Count };
    }

    private int Best(IReadOnlyList<(int Start, int End)> gold, List<IReadOnlyList<(int Start, int End)>> ranges, List<int> free)
    {
        var (best, most) = (-1, 0.0);
        foreach (var j in free)
        {
            var share = gold.Count == 0 || ranges[j].Count == 0 ? 0 : (double)Shared(gold, ranges[j]) / Length(gold);
            if (share > threshold && share > most)
            {
                (best, most) = (j, share);
            }
        }

        return best;
    }

    private static QuoteTally Pair(ScoredQuote gold, ScoredQuote system, Action<string, ScoredQuote?, ScoredQuote?>? error)
    {
        var known = gold.SpeakerKnown != false;
        var named = gold.Resolved is { Count: > 0 };
        var speaker = known && SpeakerAgrees(gold, system);
        var resolved = named && gold.Resolved!.Any(n => NameAgreement.Agree(n, First(system.SpeakerResolved, system.Speaker)));
        if ((known && !speaker) || (named && !resolved))
        {
            error?.Invoke(known && !speaker ? "speaker" : "name", gold, system);
        }

        return new()
        {
            Found = 1,
            SpeakerOf = known ? 1 : 0,
            Speaker = speaker ? 1 : 0,
            ResolvedOf = named ? 1 : 0,
            Resolved = resolved ? 1 : 0,
        };
    }

    private static bool SpeakerAgrees(ScoredQuote gold, ScoredQuote system)
    {
        var (a, b) = ((gold.Speaker ?? "").Trim(), (system.Speaker ?? "").Trim());
        return a.Length == 0 && b.Length == 0 ? true
            : gold.SpeakerStart is { } x && system.SpeakerStart is { } y ? Math.Min(gold.SpeakerEnd ?? x, system.SpeakerEnd ?? y) > Math.Max(x, y)
            : a.Length > 0 && b.Length > 0 && NameAgreement.Agree(a, b);
    }

    private static string First(string? a, string? b) => string.IsNullOrEmpty(a) ? b ?? "" : a;

    /// <summary>direct, mixed or indirect, from the quotation marks.</summary>
    private static string Kind(ScoredQuote quote, int[] points)
    {
        if (!string.IsNullOrEmpty(quote.Type))
        {
            return quote.Type;
        }

        var (start, end) = (Math.Clamp(quote.Start ?? 0, 0, points.Length), Math.Clamp(quote.End ?? 0, 0, points.Length));
        var first = start;
        while (first < end && points[first] < char.MaxValue && char.IsWhiteSpace((char)points[first]))
        {
            first++;
        }

        return (first < end && IsMark(points[first])) || (start > 0 && IsMark(points[start - 1])) ? "direct"
            : Array.Exists(points[start..Math.Max(start, end)], IsMark) ? "mixed" : "indirect";
    }

    private static bool IsMark(int point) => point < char.MaxValue && Marks.Contains((char)point, StringComparison.Ordinal);

    private static int Length(IReadOnlyList<(int Start, int End)> ranges) => ranges.Sum(r => r.End - r.Start);

    private static int Shared(IReadOnlyList<(int Start, int End)> a, IReadOnlyList<(int Start, int End)> b) =>
        a.Sum(x => b.Sum(y => Math.Max(0, Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start))));
}
