namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>The server refused a request, which would be refused again.</summary>
public sealed class ElasticsearchException : Exception
{
    /// <summary>With what was asked and what the server said.</summary>
    public ElasticsearchException(string message)
        : base(message)
    {
    }

    /// <summary>With the cause.</summary>
    public ElasticsearchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Without a message.</summary>
    public ElasticsearchException()
    {
    }
}
