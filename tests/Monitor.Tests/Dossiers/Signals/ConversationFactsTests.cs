namespace Monitor.Tests.Dossiers.Signals;

public sealed class ConversationFactsTests
{
    [Theory]
    [InlineData(20, 10, true)]
    [InlineData(19, 10, false)] // too few replies
    [InlineData(40, 9, false)] // too few people
    public void Conversation_with_accounts_outside(int replies, int people, bool holds) =>
        Assert.Equal(holds, SamplePosts.Tell("conversation", SamplePosts.Make(100, (p, n) => n < replies ? p with { ReplyToUser = $"9{n % people}" } : p)));

    [Fact]
    public void Replies_to_itself_and_to_imported_accounts_are_no_conversation_outside()
    {
        Assert.False(SamplePosts.Tell("conversation", SamplePosts.Make(100, (p, _) => p with { ReplyToUser = "1" })));
        Assert.False(SamplePosts.Tell("conversation", SamplePosts.Make(100, (p, n) => p with { ReplyToUser = $"9{n % 30}" }), imported: _ => true));
    }

    [Theory]
    [InlineData(20, 10, true)]
    [InlineData(20, 9, false)]
    [InlineData(19, 19, null)]
    public void Replies_to_imported_accounts(int replies, int inside, bool? holds) => Assert.Equal(
        holds,
        SamplePosts.Tell("conversation-inside", SamplePosts.Make(60, (p, n) => n < replies ? p with { ReplyToUser = n < inside ? "inside" : $"9{n}" } : p), imported: u => u == "inside"));
}
