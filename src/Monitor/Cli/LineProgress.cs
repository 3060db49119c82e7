namespace Monitor.Cli;

/// <summary>Progress as lines on stderr, in order (<see cref="Progress{T}"/> would report from the thread pool, later and out of order).</summary>
internal sealed class LineProgress<T>(Func<T, string> describe) : IProgress<T>
{
    public void Report(T value) => Output.Note(describe(value));
}
