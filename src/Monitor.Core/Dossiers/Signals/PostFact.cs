using System.Globalization;
using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>
/// One yes-or-no fact of an account's posts: when it can be told, when it holds, what it speaks for. The same functions measure one account and the sample that says
/// how common it is. Thresholds are constants beside the facts, each with its reason.
/// </summary>
/// <param name="Name">Name of the signal.</param>
/// <param name="Family">What it is about.</param>
/// <param name="Side">What it speaks for.</param>
/// <param name="Cap">Strongest that it may be.</param>
/// <param name="CanTell">True when there are posts enough to tell.</param>
/// <param name="Is">True when it holds.</param>
/// <param name="Value">The measured value for people.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Rows">Rows that show it.</param>
internal sealed record PostFact(
    string Name,
    SignalFamily Family,
    SignalSide Side,
    SignalStrength Cap,
    Func<PostMeasures, bool> CanTell,
    Func<PostMeasures, bool> Is,
    Func<PostMeasures, string> Value,
    string Text,
    Func<ActivityTally, PostMeasures, IReadOnlyList<RowRef>> Rows)
{
    /// <summary>Posts from which on shares are looked at: a share of one half is then known to ±14 points (95 %).</summary>
    public const int LeastForShares = 50;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PostFact> All { get; } = [.. ContentFacts.All, .. ConversationFacts.All, .. HabitFacts.All, .. PlaceFacts.All, .. NetworkFacts.All];

    /// <summary>Part, whole and share in a sentence.</summary>
    public static string Share(int part, int whole, string what) => Said($"{part:N0} of {whole:N0} ({100.0 * part / whole:0} %) {what}");

    /// <summary>Text with numbers as English writes them.</summary>
    public static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
