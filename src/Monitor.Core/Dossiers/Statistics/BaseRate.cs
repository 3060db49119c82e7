using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Statistics;

/// <summary>How many of the accounts looked at are as this one.</summary>
/// <param name="With">Accounts as this one.</param>
/// <param name="Of">Accounts looked at.</param>
internal readonly record struct BaseRate(long With, long Of)
{
    /// <summary>Below this share a value is rare.</summary>
    private const double Rare = 0.01;

    /// <summary>Below this share a value is uncommon.</summary>
    private const double Uncommon = 0.10;

    /// <summary>Standard normal quantile of a one-sided 95 % bound.</summary>
    private const double Z = 1.645;

    /// <summary>
    /// Upper end of the one-sided 95 % Wilson score interval (Wilson 1927, JASA 22:209), so that few accounts never make a value look rare: with none of 30 it is
    /// 8 %, with none of 300 it is 0.9 %.
    /// </summary>
    private double Upper
    {
        get
        {
            var share = (double)With / Of;
            var margin = Z * Math.Sqrt((share * (1 - share) / Of) + (Z * Z / (4.0 * Of * Of)));
            return (share + (Z * Z / (2.0 * Of)) + margin) / (1 + (Z * Z / Of));
        }
    }

    /// <summary>How unusual that is, at most <paramref name="cap"/>.</summary>
    public SignalStrength Strength(SignalStrength cap)
    {
        var strength = Of == 0 ? SignalStrength.Weak : Upper switch
        {
            < Rare => SignalStrength.Strong,
            < Uncommon => SignalStrength.Moderate,
            _ => SignalStrength.Weak,
        };
        return strength < cap ? strength : cap;
    }

    /// <summary>For people: "27 of 770 (3.5 %)".</summary>
    public override string ToString() => Of == 0
        ? "none to compare"
        : string.Create(CultureInfo.InvariantCulture, $"{With:N0} of {Of:N0} ({100.0 * With / Of:0.#} %)");
}
