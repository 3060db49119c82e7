using System.Text;

namespace Monitor.Core.Alerting.Messages;

/// <summary>Writes a message as plain text; what matched stands between asterisks.</summary>
public static class AlertText
{
    /// <summary>The body.</summary>
    /// <param name="digest">What it tells.</param>
    /// <param name="baseUrl">Where readers reach Monitor.</param>
    /// <param name="unsubscribe">Address that ends the mails; null for none.</param>
    public static string Write(AlertDigest digest, string baseUrl, string? unsubscribe)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(baseUrl);
        var lines = new AlertLines(digest);
        var text = new StringBuilder();
        Line(text, AlertLines.OneLine(lines.Intro));
        Line(text, $"{lines.Words.Query}: {AlertLines.OneLine(digest.Search.Query)}");
        if (lines.Notice is { } notice)
        {
            Line(text, "\n" + notice);
        }

        foreach (var item in digest.Items)
        {
            Write(text, item, lines);
        }

        foreach (var line in lines.Tail)
        {
            Line(text, "\n" + line);
        }

        Line(text, $"\n-- \n{AlertLines.OneLine(lines.Why)}\n{lines.Words.ThisSearch}: {baseUrl.TrimEnd('/')}/searches#{digest.Search.Id}");
        if (unsubscribe is not null)
        {
            Line(text, $"{lines.Words.Unsubscribe}: {unsubscribe}");
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, AlertItem item, AlertLines lines)
    {
        var words = lines.Words;
        Line(text, $"\n{AlertLines.OneLine(item.Heading)}{(item.Folded > 0 ? $" ({words.Count(words.NearlySame, item.Folded)})" : "")}");
        if (item.What.Length > 0)
        {
            Line(text, "  " + AlertLines.OneLine(item.What));
        }

        if (item.Text.Length > 0)
        {
            Line(text, "    " + Marked(item).ReplaceLineEndings("\n    "));
        }

        foreach (var change in item.Differs)
        {
            Line(text, $"  {words.Differs}: {AlertLines.OneLine(lines.Side(change.Before))} {lines.Arrow} {AlertLines.OneLine(lines.Side(change.After))}");
        }

        if (item.First is { } first)
        {
            Line(text, $"  {words.FirstSeen}: {AlertLines.OneLine(lines.Place(first))}{(item.Outlets > 1 ? $"{lines.Comma}{words.Count(words.Outlets, item.Outlets)}" : "")}\n    {AlertLines.OneLine(first.Url)}");
        }

        foreach (var place in item.Further)
        {
            Line(text, $"  {words.Further}: {AlertLines.OneLine(lines.Place(place))}\n    {AlertLines.OneLine(place.Url)}");
        }

        if (item.Releases.Count > 0)
        {
            Line(text, $"  {words.Releases}: {AlertLines.OneLine(string.Join("; ", item.Releases))}");
        }

        if (item.Source.Length > 0)
        {
            Line(text, $"  [{AlertLines.OneLine(item.Source)}]");
        }

        Line(text, "  " + item.Link);
    }

    private static string Marked(AlertItem item)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var mark in item.Marks)
        {
            text.Append(item.Text, at, mark.Start - at).Append('*').Append(item.Text, mark.Start, mark.End - mark.Start).Append('*');
            at = mark.End;
        }

        return text.Append(item.Text, at, item.Text.Length - at).ToString();
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
