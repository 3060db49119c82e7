using System.Globalization;

namespace Monitor.Benchmarks;

/// <summary>Switches of a measurement: <c>--name value</c>.</summary>
internal static class Switches
{
    public static int Number(string[] args, string name, int otherwise) => Text(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public static string? Text(string[] args, string name) => Array.IndexOf(args, "--" + name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
