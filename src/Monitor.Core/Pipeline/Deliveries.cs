using Monitor.Core.Alerting;

namespace Monitor.Core.Pipeline;

/// <summary>
/// Makes messages and sends them, one process at a time. Who has the turn knows that no other sends, so what is in flight was left by one that died: it leaves again under its
/// Message-ID.
/// </summary>
public sealed class Deliveries(MessageMaker maker, Deliverer deliverer, Ledger.Ledger ledger, DataLocks locks)
{
    /// <summary>Makes and sends what is due; null when another process is at it.</summary>
    public async Task<DeliveryReport?> Run(CancellationToken cancel = default)
    {
        using var sending = locks.TrySending();
        if (sending is null)
        {
            return null;
        }

        ledger.Outbox.Release();
        using (await locks.CorpusTurn(cancel))
        {
            // In turn, so that a match is never told before its record is stored.
            maker.Run();
        }

        return await deliverer.Run(cancel);
    }
}
