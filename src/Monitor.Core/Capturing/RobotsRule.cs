namespace Monitor.Core.Capturing;

/// <summary>An Allow or Disallow line.</summary>
/// <param name="Allows">True for Allow.</param>
/// <param name="Pattern">Its path in one spelling, see <see cref="RobotsPath.OfRule"/>.</param>
/// <param name="Text">The line as written.</param>
/// <param name="Line">Number of the line, from 1.</param>
internal sealed record RobotsRule(bool Allows, string Pattern, string Text, int Line)
{
    private readonly bool toEnd = Pattern.EndsWith('$');
    private readonly string[] pieces = Pattern.TrimEnd('$').Split('*');

    /// <summary>
    /// True when the pattern matches the path from its beginning (RFC 9309 section 2.2.3). Each piece between wildcards is looked for leftmost, which
    /// leaves the most for the rest, so one pass decides and no pattern makes it slow.
    /// </summary>
    public bool Matches(string path)
    {
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = pieces[0].Length;
        if (pieces.Length == 1)
        {
            return !toEnd || at == path.Length;
        }

        for (var i = 1; i < pieces.Length - (toEnd ? 1 : 0); i++)
        {
            var found = path.AsSpan(at).IndexOf(pieces[i]);
            if (found < 0)
            {
                return false;
            }

            at += found + pieces[i].Length;
        }

        return !toEnd || (path.Length - at >= pieces[^1].Length && path.EndsWith(pieces[^1], StringComparison.Ordinal));
    }
}

/// <summary>Rules that hold for the crawlers of one group.</summary>
internal sealed class RobotsGroup
{
    /// <summary>Product tokens in lower case; <c>*</c> is every crawler.</summary>
    public List<string> Agents { get; } = [];

    /// <summary>Pauses asked for, each with the number of agents that were named before it: it holds for these.</summary>
    public List<(int Agents, TimeSpan Delay)> Delays { get; } = [];

    /// <summary>Its rules, as written.</summary>
    public List<RobotsRule> Rules { get; } = [];

    /// <summary>True once a rule has come: the next User-agent line begins another group.</summary>
    public bool Closed { get; private set; }

    /// <summary>Adds a rule. One with an empty path matches nothing, yet it ends the run of User-agent lines.</summary>
    public void Add(RobotsRule rule)
    {
        Closed = true;
        if (rule.Pattern.Length > 0)
        {
            Rules.Add(rule);
        }
    }

    /// <summary>The longest pause asked of this agent; null when none is.</summary>
    public TimeSpan? DelayOf(string agent)
    {
        var at = Agents.FindIndex(a => a.Equals(agent, StringComparison.OrdinalIgnoreCase));
        return Delays.Where(d => at < d.Agents).Select(d => (TimeSpan?)d.Delay).Max();
    }
}
