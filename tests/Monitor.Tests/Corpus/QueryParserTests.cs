using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Corpus.Query;

namespace Monitor.Tests.Corpus;

public class QueryParserTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("real iranians", "real iranians")]
    [InlineData("real AND iranians", "real iranians")]
    [InlineData("“real Iranians” speaker:zarif", "\"real Iranians\" speaker:zarif")]
    [InlineData("«real» -bots", "\"real\" -bots")]
    [InlineData("NOT bots", "-bots")]
    [InlineData("a OR b c", "a OR b c")]
    [InlineData("(a OR b) c", "(a OR b) c")]
    [InlineData("a OR (b OR c)", "a OR (b OR c)")]
    [InlineData("-(a b)", "-(a b)")]
    [InlineData("stud* @JZarif #YouAreBots", "stud* @JZarif #YouAreBots")]
    [InlineData("Speaker:\"Javad Zarif\"", "speaker:\"Javad Zarif\"")]
    [InlineData("followers:>1000 followers:10..20 from:2018-09", "followers:>1000 followers:10..20 from:2018-09")]
    [InlineData("https://t.co/x 12:30 a-b", "https://t.co/x 12:30 a-b")]
    [InlineData("release:twitter-iran-2018-10 kind:Quote", "release:twitter-iran-2018-10 kind:Quote")]
    [InlineData("or and not near", "or and not near")]
    [InlineData("zarif~ #YouAreBots~ zarif~1", "zarif~ #YouAreBots~ zarif~")]
    [InlineData("https://example.org/~user", "https://example.org/~user")]
    [InlineData("real NEAR/5 iranians", "real NEAR/5 iranians")]
    [InlineData("real NEAR iranians x", "real NEAR/10 iranians x")]
    [InlineData("-real NEAR/۵ \"you are\" OR x", "-real NEAR/5 \"you are\" OR x")]
    [InlineData("a NEAR/5 b NEAR/3 c", "a NEAR/5 b b NEAR/3 c")]
    [InlineData("verdict:\"mostly false\"", "verdict:\"mostly false\"")]
    public void A_query_is_read(string query, string rendered)
    {
        var parse = QueryParser.Parse(query);
        Assert.Null(parse.Error);
        Assert.Equal(rendered, QueryParser.Render(parse.Tree!));
    }

    [Theory]
    [InlineData("a \"b c", 2, "this quotation mark has no partner")]
    [InlineData("a (b", 2, "this parenthesis is never closed")]
    [InlineData("a) b", 1, "this parenthesis closes nothing")]
    [InlineData("()", 1, "nothing stands before this parenthesis")]
    [InlineData("a OR", 4, "the query ends where a word should stand")]
    [InlineData("OR a", 0, "an operator stands where a word should stand")]
    [InlineData("a AND OR b", 6, "an operator stands where a word should stand")]
    [InlineData("- a", -1, "")]
    [InlineData("--a", 1, "two minus signs in a row")]
    [InlineData("a -", 3, "the query ends where a word should stand")]
    [InlineData("*", 0, "a star alone matches nothing")]
    [InlineData("\"\"", 0, "the phrase is empty")]
    [InlineData("a NEAR/0 b", 2, "\"0\" is no distance")]
    [InlineData("a NEAR/x b", 2, "\"x\" is no distance")]
    [InlineData("a NEAR/5", 8, "the query ends where a word should stand")]
    [InlineData("NEAR/5 a", 0, "an operator stands where a word should stand")]
    [InlineData("a* NEAR/5 b", 0, "NEAR stands between words or phrases only")]
    [InlineData("a NEAR/5 (b c)", 9, "NEAR stands between words or phrases only")]
    [InlineData("x two-words~", 2, "the tilde stands behind one word only")]
    [InlineData("~", 0, "the tilde stands behind one word only")]
    [InlineData("zarif~2", 0, "\"~2\" is more than one slip")]
    [InlineData("speker:zarif", 0, "there is no field \"speker\"")]
    [InlineData("speaker:", 8, "nothing stands behind \"speaker:\"")]
    [InlineData("x from:yesterday", 7, "\"yesterday\" is no date")]
    [InlineData("from:2018-13-01", 5, "\"2018-13-01\" is no date")]
    [InlineData("followers:many", 10, "\"many\" is no number")]
    [InlineData("kind:tweet", 5, "there is no kind \"tweet\"")]
    public void A_mistake_is_told_with_its_place_and_mend(string query, int position, string message)
    {
        var parse = QueryParser.Parse(query);
        if (position < 0)
        {
            Assert.Null(parse.Error);
            return;
        }

        Assert.Null(parse.Tree);
        Assert.Equal((position, message), (parse.Error!.Position, parse.Error.Message));
        Assert.NotEmpty(parse.Error.Mend);
    }

    [Fact]
    public void A_rendered_query_parses_to_the_same_tree() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(QueryGenerator.Query.ToArbitrary(), query =>
        {
            var rendered = QueryParser.Render(query);
            return Same(query, QueryParser.Parse(rendered).Tree!) && QueryParser.Render(QueryParser.Parse(rendered).Tree!) == rendered;
        }));

    [Fact]
    public void Anything_typed_gives_a_tree_or_an_error() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll<string[]>(pieces =>
        {
            var query = string.Concat((pieces ?? []).Select((p, i) => p + (string[])["\"", "(", ")", " OR ", "-", "*", ":", "from:", " ", "AND"] is var s ? p + s[i % s.Length] : p));
            var parse = QueryParser.Parse(query);
            return parse.Error is { } error ? parse.Tree is null && error.Position >= 0 && error.Position <= query.Length : Same(parse.Tree!, QueryParser.Parse(QueryParser.Render(parse.Tree!)).Tree!);
        }));

    [Fact]
    public void Deep_and_long_queries_are_refused_with_a_message()
    {
        Assert.NotNull(QueryParser.Parse(new string('(', 5000)).Error);
        Assert.NotNull(QueryParser.Parse(string.Join(" OR ", Enumerable.Repeat("a", 600))).Error);
        Assert.NotNull(QueryParser.Parse(new string('a', 20_000)).Error);
    }

    private static bool Same(QueryNode a, QueryNode? b) => (a, b) switch
    {
        (AndNode x, AndNode y) => x.Parts.Count == y.Parts.Count && x.Parts.Zip(y.Parts).All(p => Same(p.First, p.Second)),
        (OrNode x, OrNode y) => x.Parts.Count == y.Parts.Count && x.Parts.Zip(y.Parts).All(p => Same(p.First, p.Second)),
        (NotNode x, NotNode y) => Same(x.Part, y.Part),
        _ => a == b,
    };
}
