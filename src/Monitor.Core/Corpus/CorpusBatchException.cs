namespace Monitor.Core.Corpus;

/// <summary>A batch breaks a rule of the corpus; nothing of it was stored. The message names the record and the rule.</summary>
public sealed class CorpusBatchException : Exception
{
    /// <summary>With a message that names the record and the rule.</summary>
    public CorpusBatchException(string message)
        : base(message)
    {
    }

    /// <summary>With the cause.</summary>
    public CorpusBatchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Without a message.</summary>
    public CorpusBatchException()
    {
    }
}
