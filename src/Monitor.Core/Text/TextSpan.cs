namespace Monitor.Core.Text;

/// <summary>A stretch of a text in UTF-16 units.</summary>
/// <param name="Start">First unit.</param>
/// <param name="End">Behind the last unit.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Units in it.</summary>
    public int Length => End - Start;

    /// <summary>The words it covers.</summary>
    public string Of(string text) => text[Start..End];
}
