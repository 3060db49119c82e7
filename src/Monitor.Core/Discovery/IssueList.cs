using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Core.Discovery;

/// <summary>Gathers issues of one page: a fault that comes many times is one issue with its first place and a count.</summary>
/// <param name="subject">Url of the page.</param>
/// <param name="time">When it was read.</param>
internal sealed class IssueList(string subject, DateTimeOffset time)
{
    private readonly Dictionary<string, (string Place, string Message, int Count)> found = [];

    /// <summary>Notes a fault; the first of a kind keeps its place and message.</summary>
    public void Add(string kind, int line, string message) =>
        found[kind] = found.TryGetValue(kind, out var seen)
            ? seen with { Count = seen.Count + 1 }
            : (line > 0 ? string.Create(CultureInfo.InvariantCulture, $"line {line}") : "", message, 1);

    /// <summary>The issues in the order in which their kinds came up.</summary>
    public IReadOnlyList<Issue> ToList() =>
        [.. found.Select(f => new Issue(f.Key, subject, f.Value.Place, f.Value.Message + (f.Value.Count > 1 ? $" ({f.Value.Count} times)" : ""), time))];
}
