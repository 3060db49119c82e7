namespace Monitor.Core.Corpus;

/// <summary>
/// The engine cannot be reached, or is too busy, and was asked again and again. That is no fault of a record: whoever meets it keeps what it has and tries later. What was on its
/// way may be stored or not; putting it again changes nothing.
/// </summary>
public sealed class CorpusAwayException : IOException
{
    /// <summary>With a message that names the engine's address and what was seen last.</summary>
    public CorpusAwayException(string message)
        : base(message)
    {
    }

    /// <summary>With the cause.</summary>
    public CorpusAwayException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Without a message.</summary>
    public CorpusAwayException()
    {
    }
}
