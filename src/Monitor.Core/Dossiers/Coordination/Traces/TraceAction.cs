namespace Monitor.Core.Dossiers.Coordination.Traces;

/// <summary>One action, 16 bytes: an account acted on an object at a time.</summary>
/// <param name="Object">64 bits that stand for the object. Two of ten million objects share them with a probability of 3e-6 (birthday bound).</param>
/// <param name="Time">Seconds since 1970, UTC.</param>
/// <param name="Account">Number of the account.</param>
internal readonly record struct TraceAction(ulong Object, uint Time, int Account) : IComparable<TraceAction>
{
    /// <inheritdoc/>
    public int CompareTo(TraceAction other)
    {
        var order = Object.CompareTo(other.Object);
        order = order != 0 ? order : Time.CompareTo(other.Time);
        return order != 0 ? order : Account.CompareTo(other.Account);
    }
}
