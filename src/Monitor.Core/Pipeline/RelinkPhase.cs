using Monitor.Core.Ledger;

namespace Monitor.Core.Pipeline;

/// <summary>
/// How far linking anew has come: when it came due, towards which state of the inputs, and behind which claim or document. What comes due meanwhile replaces the phase and stays due.
/// </summary>
internal sealed class RelinkPhase(UnfinishedWork unfinished, string work)
{
    private const char Bar = '|';

    private string phase = unfinished.Phase(work) ?? "";

    /// <summary>Id behind which to go on, c before claims and d before documents; empty at the beginning.</summary>
    public string Cursor { get; private set; } = "";

    /// <summary>Begins, or goes on where a former run towards the same state was stopped.</summary>
    public void Begin(string state)
    {
        if (phase.Length == 0)
        {
            phase = "asked";
            unfinished.Set(work, phase);
        }

        var parts = phase.Split(Bar);
        Cursor = parts is [_, var towards, var cursor] && towards == state ? cursor : "";
        Move($"{parts[0]}{Bar}{state}{Bar}{Cursor}");
    }

    /// <summary>Everything up to this id is done.</summary>
    public void Reached(string cursor)
    {
        var parts = phase.Split(Bar);
        Cursor = cursor;
        Move($"{parts[0]}{Bar}{parts[^2]}{Bar}{cursor}");
    }

    /// <summary>All is done.</summary>
    public void End() => unfinished.End(work, phase);

    private void Move(string to)
    {
        // Where it came due anew, that stands, and this run's phase is kept in memory only: it cannot end what it did not begin.
        _ = unfinished.Advance(work, phase, to);
        phase = to;
    }
}
