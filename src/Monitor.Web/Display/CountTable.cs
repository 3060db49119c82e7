using Monitor.Core.Model;

namespace Monitor.Web.Display;

/// <summary>A table of values and how often they occur.</summary>
/// <param name="Title">What the values are.</param>
/// <param name="Caption">Where they come from.</param>
/// <param name="Unit">What is counted, for the head of its column.</param>
/// <param name="Values">Most first.</param>
internal sealed record CountTable(string Title, string Caption, string Unit, IReadOnlyList<ValueCount> Values)
{
    /// <summary>Rows shown at once; the others unfold.</summary>
    public const int AtOnce = 8;

    /// <summary>How a value is shown.</summary>
    public Func<string, string> Name { get; init; } = v => v;

    /// <summary>Where a value leads; nowhere when null.</summary>
    public Func<string, string>? Address { get; init; }

    /// <summary>Uses of hashtags, each leading to its page.</summary>
    public static CountTable Hashtags(string title, string caption, IReadOnlyList<ValueCount> values) =>
        new(title, caption, "Posts", values) { Name = v => "#" + v, Address = Permalink.Hashtag };

    /// <summary>Languages by their names.</summary>
    public static CountTable Languages(string title, string caption, string unit, IReadOnlyList<ValueCount> values) =>
        new(title, caption, unit, values) { Name = v => v.Length is 0 or > 20 ? v : Wording.Language(v) };
}
