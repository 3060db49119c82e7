using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Core.Alerting.Wording;

/// <summary>Two forms of a counted phrase; <c>{n}</c> stands for the number.</summary>
/// <param name="One">For one.</param>
/// <param name="Other">For any other number.</param>
public sealed record Counted(string One, string Other);

/// <summary>The sentences of a message in one language. Words in braces are filled in.</summary>
public sealed record AlertWording
{
    private static readonly AlertWording[] All = [English.Words, Persian.Words, Spanish.Words, French.Words];

    /// <summary>BCP 47 language.</summary>
    public required string Language { get; init; }

    /// <summary>True when it is written from right to left.</summary>
    public bool RightToLeft { get; init; }

    /// <summary>"3 new matches".</summary>
    public required Counted NewMatches { get; init; }

    /// <summary>Subject: {count}, {name}.</summary>
    public required string Subject { get; init; }

    /// <summary>First line: {count}, {kind}, {name}.</summary>
    public required string Intro { get; init; }

    /// <summary>What is searched, by kind.</summary>
    public required IReadOnlyDictionary<string, string> Kinds { get; init; }

    /// <summary>Label of the query.</summary>
    public required string Query { get; init; }

    /// <summary>A claim without a known speaker.</summary>
    public required string SpeakerUnknown { get; init; }

    /// <summary>Label of the place where it was first seen.</summary>
    public required string FirstSeen { get; init; }

    /// <summary>"in 3 outlets".</summary>
    public required Counted Outlets { get; init; }

    /// <summary>Label of the further places.</summary>
    public required string Further { get; init; }

    /// <summary>Label of what is new in it.</summary>
    public required string Differs { get; init; }

    /// <summary>Label of the releases.</summary>
    public required string Releases { get; init; }

    /// <summary>"and 3 nearly the same".</summary>
    public required Counted NearlySame { get; init; }

    /// <summary>"and 3 more in Monitor".</summary>
    public required Counted More { get; init; }

    /// <summary>Matches that are no longer there.</summary>
    public required Counted Gone { get; init; }

    /// <summary>Says that one digest stands for many messages: {n}, {limit}.</summary>
    public required string Storm { get; init; }

    /// <summary>Nothing matched.</summary>
    public required string NothingNew { get; init; }

    /// <summary>Somebody asked for a test.</summary>
    public required string Test { get; init; }

    /// <summary>Why the reader gets it: {recipient}.</summary>
    public required string WhyYou { get; init; }

    /// <summary>Link to the search.</summary>
    public required string ThisSearch { get; init; }

    /// <summary>Link that ends the mails.</summary>
    public required string Unsubscribe { get; init; }

    /// <summary>What stands where words were put in or left out.</summary>
    public required string NoWords { get; init; }

    /// <summary>What happened, by change of the evidence: {n}, {other}.</summary>
    public required IReadOnlyDictionary<EvidenceChange, string> Changes { get; init; }

    /// <summary>The languages that messages are written in.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. All.Select(w => w.Language)];

    /// <summary>The sentences in a language; English for any other.</summary>
    public static AlertWording In(string language) => All.FirstOrDefault(w => w.Language == language) ?? English.Words;

    /// <summary>A number in the digits of the language.</summary>
    public string Number(long number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return Language == "fa" ? string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '\u06F0') : c)) : text;
    }

    /// <summary>A counted phrase.</summary>
    public string Count(Counted phrase, long number) => Fill(number == 1 ? phrase.One : phrase.Other, ("n", Number(number)));

    /// <summary>A sentence with its blanks filled; words that are filled in are not looked through again.</summary>
    public static string Fill(string sentence, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var filled = new System.Text.StringBuilder();
        for (var at = 0; at < sentence.Length;)
        {
            var open = sentence.IndexOf('{', at);
            if (open < 0)
            {
                return filled.Append(sentence, at, sentence.Length - at).ToString();
            }

            var close = sentence.IndexOf('}', open);
            filled.Append(sentence, at, open - at).Append(Value(sentence[(open + 1)..close], values));
            at = close + 1;
        }

        return filled.ToString();
    }

    private static string Value(string name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (given, value) in values)
        {
            if (given == name)
            {
                return value;
            }
        }

        throw new ArgumentException($"nothing is given for {{{name}}}", nameof(name));
    }
}
