using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Model;
using Monitor.Core.Text;
using Monitor.Web.Display;

namespace Monitor.Tests.Web;

public sealed class DisplayTests
{
    [Fact]
    public void Marks_never_change_the_words_of_a_text() => Prop.ForAll<NonNull<string>, (int, int)[]>((text, spans) =>
    {
        var marks = spans.Select(s => (new TextSpan(s.Item1, s.Item2), "m"));
        return string.Concat(MarkedText.Cut(text.Get, marks).Select(s => s.Text)) == text.Get;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_mark_inside_a_longer_one_can_be_reached()
    {
        var stretches = MarkedText.Cut("abcdef", [(new TextSpan(0, 6), "long"), (new TextSpan(2, 4), "short")]);

        Assert.Equal([("ab", "long"), ("cd", "short"), ("ef", "long")], stretches.Select(s => (s.Text, s.Mark!)));
    }

    [Theory]
    [InlineData("https://a.example/b?c=d", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("//a.example", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData(" vbscript:x", false)]
    [InlineData("", false)]
    public void Only_web_addresses_become_links(string url, bool link) => Assert.Equal(link, ForeignUrl.Linkable(url) is not null);

    [Theory]
    [InlineData("zarif bots", "zarif bots country:\"IR\"")]
    [InlineData("zarif OR bots", "(zarif OR bots) country:\"IR\"")]
    [InlineData("", "country:\"IR\"")]
    public void A_facet_narrows_the_whole_query(string typed, string expected)
    {
        var narrowed = Facets.Narrow(QueryParser.Parse(typed).Tree!, typed, "country", "IR");

        Assert.Equal(expected, narrowed);
        Assert.Null(QueryParser.Parse(narrowed).Error);
    }

    [Fact]
    public void The_heat_map_says_what_it_shows()
    {
        var counts = Enumerable.Range(0, 7).Select(d => (IReadOnlyList<int>)[.. Enumerable.Range(0, 24).Select(h => d == 1 && h == 9 ? 5 : h is > 8 and < 22 ? 1 : 0)]).ToList();
        var map = HeatMap.Of(counts);

        Assert.Equal("The fullest hour of the week is Tuesday 09:00 to 10:00 UTC with 5 of 95 posts. Its quiet hours are 11 a day, from 22:00 to 09:00 UTC, with no posts.", map.Summary);
        Assert.Equal(168, map.Cells.Count);
        Assert.Equal(0, map.Cells[0].Level);
        Assert.Equal(5, map.Cells.Max(c => c.Level));
    }

    [Fact]
    public void Long_spans_are_drawn_by_week_or_month_and_lose_no_post()
    {
        IReadOnlyList<DayCount> Days(int step) => [.. Enumerable.Range(0, 100).Select(n => new DayCount(new DateOnly(2014, 1, 1).AddDays(n * step), 1))];

        Assert.Equal("day", PostsPerDay.Of(Days(1))!.Unit);
        Assert.Equal("week", PostsPerDay.Of(Days(7))!.Unit);
        Assert.Equal("month", PostsPerDay.Of(Days(30))!.Unit);
        Assert.StartsWith("100 posts on 100 days", PostsPerDay.Of(Days(30))!.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc", 1, "a", "b", "c")]
    [InlineData("abc", 3, "abc", "␣", "")]
    [InlineData("", 0, "", "␣", "")]
    [InlineData("a😀b", 1, "a", "😀", "b")]
    [InlineData("abc", -5, "", "a", "bc")]
    public void A_mistake_is_shown_at_its_place(string query, int position, string before, string at, string after)
    {
        var fault = new QueryFault(query, position, "", "");

        Assert.Equal((before, at, after), (fault.Before, fault.At, fault.After));
    }

    [Theory]
    [InlineData(1, "1")]
    [InlineData(0.0421, "0.042")]
    [InlineData(2.08e-18, "2.1 × 10⁻¹⁸")]
    [InlineData(0.0009, "9 × 10⁻⁴")]
    [InlineData(0, "< 10⁻³⁰⁰")]
    public void A_small_probability_is_a_power_of_ten_and_never_nothing(double p, string expected) => Assert.Equal(expected, Wording.Probability(p));
}
