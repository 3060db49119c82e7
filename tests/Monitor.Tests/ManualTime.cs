using System.Globalization;

namespace Monitor.Tests;

/// <summary>A clock that the test moves.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public static ManualTime At(string time) => new(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture));

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by) => Now += by;
}
