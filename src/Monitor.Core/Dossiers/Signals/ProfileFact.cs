using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>
/// One yes-or-no fact of an account's row: when it can be told, when it holds, what it speaks for. The same functions measure one account and count all, which gives
/// the base rates.
/// </summary>
/// <param name="Name">Name of the signal.</param>
/// <param name="Family">What it is about.</param>
/// <param name="Side">What it speaks for.</param>
/// <param name="Cap">Strongest that it may be.</param>
/// <param name="CanTell">True when the row holds what it needs.</param>
/// <param name="Is">True when it holds.</param>
/// <param name="Value">The measured value for people.</param>
/// <param name="Text">The sentence.</param>
internal sealed record ProfileFact(
    string Name,
    SignalFamily Family,
    SignalSide Side,
    SignalStrength Cap,
    Func<Account, Release?, bool> CanTell,
    Func<Account, Release?, bool> Is,
    Func<Account, Release?, string> Value,
    string Text)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ProfileFact> All { get; } = [.. OriginFacts.All, .. ProfileFacts.All];

    /// <summary>Text with numbers as English writes them.</summary>
    public static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
