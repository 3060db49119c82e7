namespace Monitor.Commands.Eval;

/// <summary>Counters of a measurement of quotations, and the figures made of them.</summary>
internal readonly record struct QuoteTally
{
    public int Found { get; init; }

    public int Missed { get; init; }

    public int False { get; init; }

    /// <summary>System quotations that match what does not count.</summary>
    public int Ignored { get; init; }

    /// <summary>Found ones whose speaker is annotated, and those of them with the right one.</summary>
    public int SpeakerOf { get; init; }

    public int Speaker { get; init; }

    /// <summary>Found ones with full names, and those of them with a right one.</summary>
    public int ResolvedOf { get; init; }

    public int Resolved { get; init; }

    public double Precision => Ratio(Found, Found + False);

    public double Recall => Ratio(Found, Found + Missed);

    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    public double SpeakerAccuracy => Ratio(Speaker, SpeakerOf);

    public double ResolvedAccuracy => Ratio(Resolved, ResolvedOf);

    public static QuoteTally operator +(QuoteTally a, QuoteTally b) => new()
    {
        Found = a.Found + b.Found,
        Missed = a.Missed + b.Missed,
        False = a.False + b.False,
        Ignored = a.Ignored + b.Ignored,
        SpeakerOf = a.SpeakerOf + b.SpeakerOf,
        Speaker = a.Speaker + b.Speaker,
        ResolvedOf = a.ResolvedOf + b.ResolvedOf,
        Resolved = a.Resolved + b.Resolved,
    };

    private static double Ratio(int part, int whole) => whole == 0 ? double.NaN : (double)part / whole;
}
