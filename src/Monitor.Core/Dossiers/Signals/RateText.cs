using Monitor.Core.Dossiers.Statistics;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Writes the base rates of a signal for people.</summary>
internal static class RateText
{
    /// <summary>Rates over account rows.</summary>
    public static string Accounts(BaseRate release, BaseRate all) => $"{release} accounts of this release; {all} of all imported accounts";

    /// <summary>Rates over accounts whose posts were measured.</summary>
    public static string Sampled(BaseRate release, BaseRate all) => $"{release} sampled accounts of this release; {all} of all sampled accounts";
}
