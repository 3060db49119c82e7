namespace Monitor.Core.Text;

/// <summary>Gives the same string for the same characters most of the time, so that common words are not allocated again and again. For one thread.</summary>
internal sealed class TermCache
{
    private readonly string?[] _slots = new string?[8192];

    /// <summary>A string of these characters.</summary>
    public string Of(ReadOnlySpan<char> value)
    {
        ref var slot = ref _slots[string.GetHashCode(value) & (_slots.Length - 1)];
        return slot is not null && value.SequenceEqual(slot) ? slot : slot = value.ToString();
    }
}
