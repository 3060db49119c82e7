using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Css.Parser;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Definitions.Strict;

/// <summary>A form that a text value must have.</summary>
/// <param name="Pattern">The form as a regular expression for the JSON Schema (ECMA 262); null when there is none.</param>
/// <param name="Wrong">What is wrong with a value and how to mend it; null for a good one.</param>
internal sealed record TextForm(string? Pattern, Func<string, (string Message, string Mend)?> Wrong)
{
    /// <summary>Country, ISO 3166-1 alpha-2, or XX for none.</summary>
    public const string Country = "country";

    /// <summary>Language, BCP 47 without extensions.</summary>
    public const string Language = "language";

    /// <summary>Absolute http or https url.</summary>
    public const string Url = "url";

    /// <summary>See <see cref="Definitions.Schedule"/>.</summary>
    public const string Schedule = "schedule";

    /// <summary>Regular expression without backtracking constructs.</summary>
    public const string Regex = "regex";

    /// <summary>CSS selector.</summary>
    public const string Selector = "selector";

    /// <summary>Year, month, day or minute as <see cref="PartialDate"/> writes it.</summary>
    public const string Date = "date";

    /// <summary>Id: the stem of a definition file.</summary>
    public const string Id = "id";

    /// <summary>Encoding that is known by its name.</summary>
    public const string Encoding = "encoding";

    /// <summary>Spelling of times: a .NET custom format with a year, 'unix' or 'unix-ms'.</summary>
    public const string TimeFormat = "time-format";

    /// <summary>Offset from UTC such as +03:30.</summary>
    public const string Offset = "offset";

    private static readonly Dictionary<string, TextForm> Forms = new()
    {
        [Country] = Matching("^[A-Z]{2}$", "is no ISO 3166-1 alpha-2 country", "write two capital letters such as IR or US, or XX for none"),
        [Language] = Matching(
            "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$", "is no BCP 47 language", "write a code such as fa, en or pt-BR, or und"),
        [Url] = new("^https?://[^\\s/]+", WrongUrl),
        [Schedule] = new(null, WrongSchedule),
        [Regex] = new(null, WrongRegex),
        [Selector] = new(null, WrongSelector),
        [Date] = new(
            "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}([+-][0-9]{2}:[0-9]{2}|Z))?)?)?$",
            v => PartialDate.Parse(v) is null ? ($"'{v}' is no date", "write \"2018\", 2018-10, 2018-10-17 or 2018-10-17T08:05+00:00") : null),
        [Encoding] = new(
            null,
            v => CharsetNames.Find(v) is null ? ($"'{v}' is no encoding that is known here", "write a name such as utf-8, windows-1256 or iso-8859-1") : null),
        [TimeFormat] = new(null, WrongTimeFormat),
        [Offset] = Matching("^[+-](0[0-9]|1[0-4]):[0-5][0-9]$", "is no offset from UTC", "write it as \"+03:30\" or \"-05:00\""),
        [Id] = Matching("^[a-z0-9]+(-[a-z0-9]+)*$", "is no id", "use lower-case letters, digits and single hyphens, such as ir-mfa"),
    };

    /// <summary>The form of this name.</summary>
    public static TextForm Named(string name) => Forms[name];

    private static TextForm Matching(string pattern, string not, string mend)
    {
        var regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        return new(pattern, v => regex.IsMatch(v) ? null : ($"'{v}' {not}", mend));
    }

    private static (string, string)? WrongUrl(string value) =>
        !Uri.TryCreate(value, UriKind.Absolute, out var uri) || value.Any(char.IsWhiteSpace) ? ($"'{value}' is no absolute url", "write it in full, beginning with https://")
        : uri.Scheme is not ("http" or "https") ? ($"scheme '{uri.Scheme}' is not fetched", "use an http or https url")
        : uri.UserInfo.Length > 0 ? ("the url holds a user name or password", "remove it; definitions are public")
        : null;

    private static (string, string)? WrongSchedule(string value) =>
        Definitions.Schedule.TryParse(value, out _, out var why) ? null : ($"schedule '{value}': {why}", "write 15m, 2h, 1d or a Quartz cron expression such as '0 0/30 * * * ?'");

    private static (string, string)? WrongRegex(string value)
    {
        try
        {
            _ = new Regex(value, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return null;
        }
        catch (NotSupportedException)
        {
            return ($"'{value}' needs backtracking", "leave out look-around, back references and atomic groups; 'include' and 'exclude' together say the same");
        }
        catch (ArgumentException e)
        {
            return ($"'{value}' is no regular expression: {e.Message.TrimEnd('.')}", "mend it, or escape the character with \\");
        }
    }

    private static (string, string)? WrongTimeFormat(string value)
    {
        const string mend = "write a .NET custom format such as dd.MM.yyyy HH:mm, or unix, or unix-ms";
        if (value is "unix" or "unix-ms")
        {
            return null;
        }

        try
        {
            _ = DateTimeOffset.UnixEpoch.ToString(value, CultureInfo.InvariantCulture);
            return value.Contains("yy", StringComparison.Ordinal) ? null : ($"'{value}' holds no year (yyyy or yy)", mend);
        }
        catch (FormatException)
        {
            return ($"'{value}' is no spelling of a time", mend);
        }
    }

    private static (string, string)? WrongSelector(string value) =>
        new CssSelectorParser().ParseSelector(value) is null ? ($"'{value}' is no CSS selector", "write one such as 'main h2 a[href]'") : null;
}
