using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Tests.Text;

public sealed class WordDiffTests
{
    [Fact]
    public void The_same_words_with_other_marks_and_urls_do_not_differ()
    {
        Assert.Empty(WordDiff.Compare("Hello, “World”! https://example.org/x", "hello world"));
    }

    [Fact]
    public void Words_changed_left_out_and_put_in_are_told_in_order()
    {
        var changes = WordDiff.Compare("They closed forty accounts of real teachers today", "They closed (about) 40 accounts of teachers today");

        Assert.Equal([new WordChange("forty", "(about) 40"), new WordChange("real", "")], changes);
    }

    [Fact]
    public void Very_long_different_texts_count_as_one_change()
    {
        var changes = WordDiff.Compare(string.Join(' ', Enumerable.Range(0, 5000).Select(i => $"a{i}")), string.Join(' ', Enumerable.Range(0, 5000).Select(i => $"b{i}")));

        Assert.Single(changes);
    }
}
