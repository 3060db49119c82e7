using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Web.Display;

/// <summary>The small pieces of HTML that many pages share. Every word goes through the encoder; there is no raw HTML here.</summary>
internal static class Markup
{
    /// <summary>Foreign words in a line of ours: their own direction and language, kept apart from the words around them.</summary>
    public static IHtmlContent Foreign(string? text, string? language = null)
    {
        var tag = new TagBuilder("bdi");
        tag.Attributes["lang"] = Wording.LangTag(language);
        tag.Attributes["dir"] = "auto";
        tag.InnerHtml.Append(text ?? "");
        return tag;
    }

    /// <summary>A moment, or a word that says it is not known.</summary>
    public static IHtmlContent Time(DateTimeOffset? time, string unknown = "date unknown") =>
        time is { } t ? TimeTag(DateText.Machine(t), DateText.Of(t)) : Quiet(unknown);

    /// <summary>A moment shown as its day.</summary>
    public static IHtmlContent Day(DateTimeOffset? time, string unknown = "undated") =>
        time is { } t ? TimeTag(DateText.Machine(t), DateText.Day(t)) : Quiet(unknown);

    /// <summary>A date to its known precision.</summary>
    public static IHtmlContent Date(PartialDate? date, string unknown = "date unknown") =>
        date is { } d ? TimeTag(d.ToString(), DateText.Of(d)) : Quiet(unknown);

    /// <summary>Where a row stands; leads to its release.</summary>
    public static IHtmlContent Row(RowRef row)
    {
        var tag = new TagBuilder("a");
        tag.AddCssClass("row-ref");
        tag.Attributes["href"] = Permalink.Row(row);
        tag.Attributes["title"] = $"release {row.Release}, version {row.Version}, file {row.File}, line {row.Line}" + (row.Offset < 0 ? "" : $", byte {row.Offset}");
        tag.InnerHtml.Append($"{row.Release} v{row.Version}, {row.File}, line {row.Line.ToString("#,0", CultureInfo.InvariantCulture)}");
        return tag;
    }

    /// <summary>An address that a page or release names: a link when it may be one, else its text.</summary>
    public static IHtmlContent Url(string? url, string? text = null)
    {
        if (ForeignUrl.Linkable(url) is not { } safe)
        {
            return Foreign(url);
        }

        var tag = new TagBuilder("a");
        tag.AddCssClass("outward");
        tag.Attributes["href"] = safe;
        tag.Attributes["rel"] = "noopener noreferrer nofollow external";
        tag.InnerHtml.Append(text ?? url!);
        return tag;
    }

    /// <summary>Foreign words with the matches of a search marked.</summary>
    public static IHtmlContent Highlighted(string text, IReadOnlyList<TextSpan> highlights)
    {
        var content = new HtmlContentBuilder();
        foreach (var stretch in MarkedText.Cut(text, highlights.Select(h => (h, ""))))
        {
            if (stretch.Mark is null)
            {
                content.Append(stretch.Text);
                continue;
            }

            var mark = new TagBuilder("mark");
            mark.InnerHtml.Append(stretch.Text);
            content.AppendHtml(mark);
        }

        return content;
    }

    /// <summary>A paragraph of a document, its claims as links; no blank is added between marked and plain words.</summary>
    /// <param name="stretches">The paragraph.</param>
    /// <param name="seen">Appearances whose id is on the page already: an id may stand only once.</param>
    public static IHtmlContent ClaimMarks(IReadOnlyList<Stretch<Appearance>> stretches, ISet<string> seen)
    {
        var content = new HtmlContentBuilder();
        foreach (var stretch in stretches)
        {
            if (stretch.Mark is not { } appearance)
            {
                content.Append(stretch.Text);
                continue;
            }

            var link = new TagBuilder("a");
            link.AddCssClass("claim-mark");
            link.Attributes["href"] = Permalink.Claim(appearance.ClaimId);
            if (seen.Add(appearance.Id))
            {
                link.Attributes["id"] = appearance.Id;
            }

            link.InnerHtml.Append(stretch.Text);
            content.AppendHtml(link);
        }

        return content;
    }

    private static TagBuilder TimeTag(string machine, string text)
    {
        var tag = new TagBuilder("time");
        tag.Attributes["datetime"] = machine;
        tag.InnerHtml.Append(text);
        return tag;
    }

    private static TagBuilder Quiet(string text)
    {
        var tag = new TagBuilder("span");
        tag.AddCssClass("quiet");
        tag.InnerHtml.Append(text);
        return tag;
    }
}
