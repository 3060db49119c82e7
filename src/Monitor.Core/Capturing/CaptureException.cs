namespace Monitor.Core.Capturing;

/// <summary>Ends a fetch from deep inside; <see cref="Capturer"/> turns it into an outcome.</summary>
internal sealed class CaptureException(CaptureState state, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>How the fetch ended.</summary>
    public CaptureState State { get; } = state;

    /// <summary>When the server wants to be asked again.</summary>
    public DateTimeOffset? RetryAfter { get; init; }
}
