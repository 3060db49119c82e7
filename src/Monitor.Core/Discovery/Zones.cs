using System.Globalization;
using System.Text.RegularExpressions;

namespace Monitor.Core.Discovery;

/// <summary>Time zones as dates of feeds write them.</summary>
internal static partial class Zones
{
    /// <summary>
    /// Minutes east of UTC of the names in RFC 822 and of those that feeds use besides. Names that mean several zones (IST, CST in China, AST in
    /// Arabia) are given only where RFC 822 fixes them.
    /// </summary>
    private static readonly Dictionary<string, int> Named = new (string Name, int Minutes)[]
    {
        ("Z", 0), ("UT", 0), ("UTC", 0), ("GMT", 0), ("WET", 0), ("EST", -300), ("EDT", -240), ("CST", -360), ("CDT", -300), ("MST", -420),
        ("MDT", -360), ("PST", -480), ("PDT", -420), ("AKST", -540), ("AKDT", -480), ("HST", -600), ("BST", 60), ("WEST", 60), ("CET", 60),
        ("MEZ", 60), ("CEST", 120), ("MESZ", 120), ("EET", 120), ("EEST", 180), ("MSK", 180), ("MSD", 240), ("TRT", 180), ("IRST", 210),
        ("IRDT", 270), ("PKT", 300), ("SGT", 480), ("HKT", 480), ("JST", 540), ("KST", 540), ("AEST", 600), ("AEDT", 660), ("NZST", 720), ("NZDT", 780),
    }.ToDictionary(z => z.Name, z => z.Minutes, StringComparer.OrdinalIgnoreCase);

    /// <summary>Offset of a zone; zero for none and for a name that is not known (RFC 2822, 4.3); null when it is an impossible number.</summary>
    public static TimeSpan? Offset(string zone)
    {
        var text = zone.Trim();
        if (text.Length == 0)
        {
            return TimeSpan.Zero;
        }

        if (Numbered().Match(text) is { Success: true } m)
        {
            var hours = int.Parse(m.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
            var minutes = m.Groups["m"].Success ? int.Parse(m.Groups["m"].ValueSpan, CultureInfo.InvariantCulture) : 0;
            return hours > 14 || minutes > 59 || (hours == 14 && minutes > 0) ? null : new TimeSpan(hours, minutes, 0) * (m.Groups["sign"].Value == "-" ? -1 : 1);
        }

        return text.All(c => char.IsLetter(c) || c is '/' or '_' or '(' or ')') ? TimeSpan.FromMinutes(Named.GetValueOrDefault(text.Trim('(', ')'))) : null;
    }

    [GeneratedRegex(@"^(?:GMT|UTC|UT|Z)? ?(?<sign>[+\-])(?<h>[0-9]{1,2}?):?(?<m>[0-9]{2})?$", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();
}
