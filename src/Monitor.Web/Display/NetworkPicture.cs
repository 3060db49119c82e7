using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Web.Display;

/// <summary>An account in the picture, under its number in the list.</summary>
internal sealed record NetworkNode(string X, string Y, string LabelX, string LabelY, int Number, string Account, int Pairs);

/// <summary>A pair in the picture; one of three strengths by its share of the most joint actions.</summary>
internal sealed record NetworkLine(string X1, string Y1, string X2, string Y2, int Strength, string Title);

/// <summary>Accounts that acted together beyond chance, on a circle, group by group; only where it stays readable.</summary>
internal sealed record NetworkPicture(IReadOnlyList<NetworkNode> Nodes, IReadOnlyList<NetworkLine> Lines, string Summary)
{
    public const int Size = 520;

    /// <summary>Accounts above which lines and numbers run into each other.</summary>
    private const int MostNodes = 60;

    private const double Radius = 218;

    /// <summary>The picture; null when nobody acted together beyond chance, or too many did.</summary>
    public static NetworkPicture? Of(CoordinationNetwork network)
    {
        var accounts = network.Groups.SelectMany(g => g.Accounts).ToList();
        var edges = network.Edges.Where(e => e.BeyondChance).ToList();
        if (accounts.Count is 0 or > MostNodes || edges.Count < network.EdgesBeyondChance)
        {
            return null;
        }

        var places = accounts.Select((a, i) => (a, Angle: 2 * Math.PI * i / accounts.Count)).ToDictionary(p => p.a, p => p.Angle, StringComparer.Ordinal);
        var numbers = accounts.Select((a, i) => (a, i + 1)).ToDictionary(p => p.a, p => p.Item2, StringComparer.Ordinal);
        var most = edges.Max(e => e.Joint);
        return new(
            [.. accounts.Select(a => new NetworkNode(X(places[a], Radius), Y(places[a], Radius), X(places[a], Radius + 22), Y(places[a], Radius + 22), numbers[a], a, edges.Count(e => e.A == a || e.B == a)))],
            [
                .. edges.AsEnumerable().Reverse().Select(e => new NetworkLine(
                    X(places[e.A], Radius), Y(places[e.A], Radius), X(places[e.B], Radius), Y(places[e.B], Radius), (int)Math.Ceiling(3.0 * e.Joint / most),
                    $"{numbers[e.A]} and {numbers[e.B]}: {Wording.Count(e.Joint, "joint action")}, {Wording.Number(e.Expected)} expected")),
            ],
            Describe(network));
    }

    private static string Describe(CoordinationNetwork network)
    {
        var largest = network.Groups[0];
        return $"{Wording.Count(network.Groups.Sum(g => g.Accounts.Count), "account")} in {Wording.Count(network.Groups.Count, "group")}, joined by "
            + $"{Wording.Count(network.EdgesBeyondChance, "pair")} beyond chance. The largest group has {Wording.Count(largest.Accounts.Count, "account")} and {Wording.Count(largest.Edges, "pair")}. "
            + "Thicker lines are more joint actions.";
    }

    private static string X(double angle, double radius) => Coordinate((Size / 2.0) + (radius * Math.Sin(angle)));

    private static string Y(double angle, double radius) => Coordinate((Size / 2.0) - (radius * Math.Cos(angle)));

    private static string Coordinate(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
