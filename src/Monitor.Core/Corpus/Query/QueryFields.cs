using System.Globalization;
using System.Text.RegularExpressions;
using Monitor.Core.Model;

namespace Monitor.Core.Corpus.Query;

/// <summary>The fields of the query language and what their values look like.</summary>
internal static partial class QueryFields
{
    /// <summary>Every field name, in the order in which they are told to a person.</summary>
    public static readonly string[] Names =
    [
        "speaker", "handle", "name", "bio", "location", "source", "country", "lang", "kind", "type", "release", "platform", "verdict", "hashtag", "from", "to", "on", "followers", "following",
        "id",
    ];

    private static readonly string[] Kinds = [.. Enum.GetNames<DocumentKind>().Concat(Enum.GetNames<ClaimKind>()).Select(n => n.ToLowerInvariant()).Distinct()];

    /// <summary>True for a field of the language.</summary>
    public static bool Exists(string name) => Array.IndexOf(Names, name) >= 0;

    /// <summary>What is wrong with a value and how to mend it; null when it is right.</summary>
    public static (string Message, string Mend)? Check(string field, string value) => field switch
    {
        "from" or "to" or "on" when Period(value) is null =>
            ($"\"{value}\" is no date", $"write a year, a month or a day, such as {field}:2018, {field}:2018-09 or {field}:2018-09-16"),
        "followers" or "following" when Range(value) is null =>
            ($"\"{value}\" is no number", $"write a whole number after >, >=, <, <= or nothing, such as {field}:>1000, or a range such as {field}:100..500"),
        "kind" or "type" when !Kinds.Contains(value, StringComparer.OrdinalIgnoreCase) => ($"there is no kind \"{value}\"", $"use one of {string.Join(", ", Kinds)}"),
        _ => null,
    };

    /// <summary>The period that a date means in UTC, from its first moment to the one behind its last, in milliseconds of Unix time; null for no date.</summary>
    public static (long From, long Before)? Period(string value)
    {
        if (!DateForm().IsMatch(value) || PartialDate.Parse(value) is not { } date)
        {
            return null;
        }

        var start = date.Time;
        var atEnd = start.Year == 9999; // the next year has no name
        var end = date.Precision switch
        {
            DatePrecision.Year => atEnd ? DateTimeOffset.MaxValue : start.AddYears(1),
            DatePrecision.Month => atEnd ? DateTimeOffset.MaxValue : start.AddMonths(1),
            DatePrecision.Day => atEnd ? DateTimeOffset.MaxValue : start.AddDays(1),
            _ => start.AddMinutes(1),
        };
        return (start.ToUnixTimeMilliseconds(), end.ToUnixTimeMilliseconds());
    }

    /// <summary>The least and greatest number that a condition such as <c>&gt;1000</c> allows; null for no number.</summary>
    public static (long Least, long Greatest)? Range(string value)
    {
        var match = RangeForm().Match(value);
        if (!match.Success || !long.TryParse(Digits(match.Groups["a"].Value), NumberStyles.None, CultureInfo.InvariantCulture, out var a) || a == long.MaxValue)
        {
            return null;
        }

        if (match.Groups["b"].Success)
        {
            return long.TryParse(Digits(match.Groups["b"].Value), NumberStyles.None, CultureInfo.InvariantCulture, out var b) ? (a, b) : null;
        }

        return match.Groups["op"].Value switch
        {
            ">" => (a + 1, long.MaxValue),
            ">=" => (a, long.MaxValue),
            "<" => (long.MinValue, a - 1),
            "<=" => (long.MinValue, a),
            _ => (a, a),
        };
    }

    private static string Digits(string number) => Text.Analyzer.Fold(number).Replace(",", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2})?)?)?$", RegexOptions.NonBacktracking)]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^(?:(?<op>>=|<=|>|<|=)?(?<a>[\d,٬]{1,24})|(?<a>[\d,٬]{1,24})\.\.(?<b>[\d,٬]{1,24}))$", RegexOptions.NonBacktracking)]
    private static partial Regex RangeForm();
}
