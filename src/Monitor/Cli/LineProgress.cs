namespace Monitor.Cli;

/// <summary>Progress as lines on stderr, in order (<see cref="Progress{T}"/> would report from the thread pool, later and out of order).</summary>
/// <param name="describe">The line for a step.</param>
/// <param name="every">Steps a line.</param>
internal sealed class LineProgress<T>(Func<T, string> describe, int every = 1) : IProgress<T>
{
    private int _steps;

    public void Report(T value)
    {
        if (++_steps % every == 0)
        {
            Output.Note(describe(value));
        }
    }
}
