using Monitor.Core.Discovery.Markup;
using Monitor.Core.Text;

namespace Monitor.Core.Discovery;

/// <summary>Reads the parts that all entries have, and notes what is wrong with them.</summary>
internal sealed class EntryReader(IssueList issues, DateTimeOffset now)
{
    /// <summary>Longest summary kept; it helps to judge an entry and is no archive of it.</summary>
    private const int SummaryLength = 1_000;

    /// <summary>Dates further ahead than this are flagged; a day covers every zone and every wrong clock.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>The first of several dates that can be read; the others are tried when one cannot.</summary>
    public DateTimeOffset? Date(int line, IEnumerable<string?> written)
    {
        string? bad = null;
        foreach (var text in written.Where(t => !string.IsNullOrWhiteSpace(t)))
        {
            if (FeedDates.Read(text!) is { } date)
            {
                if (date - now > Ahead)
                {
                    issues.Add("feed-date-future", line, $"'{Short(text!)}' lies in the future; it is kept as it stands");
                }

                return date;
            }

            bad ??= text;
        }

        if (bad is not null)
        {
            issues.Add("feed-date-unreadable", line, $"'{Short(bad)}' is no date that can be read without guessing; the entry is kept without one");
        }

        return null;
    }

    /// <summary>Plain text of a title.</summary>
    public string Title(string? text, bool html, int line) => Mended(html ? PlainWords.OfHtml(text ?? "") : PlainWords.OfText(text ?? ""), line);

    /// <summary>Plain text of a summary, shortened.</summary>
    public string Summary(string? text, bool html, int line) =>
        Mended(Shortened.Cut(html ? PlainWords.OfHtml(text ?? "") : PlainWords.OfText(text ?? ""), SummaryLength), line);

    /// <summary>The first link that http can fetch; notes it when there is none.</summary>
    public string? Url(int line, IEnumerable<(string Base, string? Link)> links)
    {
        var url = links.Select(l => Links.JoinHttp(l.Base, l.Link)).FirstOrDefault(l => l is not null);
        if (url is null)
        {
            issues.Add("feed-entry-without-url", line, "the entry names no http or https address; it cannot be collected");
        }

        return url;
    }

    private string Mended(string text, int line)
    {
        if (DoubledCharset.Mend(text) is not { } mended)
        {
            return text;
        }

        issues.Add("feed-charset", line, "the text was encoded twice (UTF-8 read as windows-1252); it was decoded once more");
        return mended;
    }

    private static string Short(string text) => Shortened.Cut(PlainWords.OfText(text), 60);
}
