using Monitor.Core.Dossiers.Coordination.Traces;

namespace Monitor.Tests.Dossiers.Coordination;

public sealed class TextWordsTests
{
    [Theory]
    [InlineData("Sample town counts boats https://t.example/1 via @samplewire", true)]
    [InlineData("Sample town counts boats via @samplewire https://t.example/1", true)]
    [InlineData("La villa cuenta barcos https://t.example/1 vía @samplewire #news", true)]
    [InlineData("La villa cuenta barcos https://t.example/1 a través de @samplewire", true)]
    [InlineData("Город считает лодки https://t.example/1 через @samplewire", true)]
    [InlineData("Sample town counts boats | Sample Wire https://t.example/1", true)]
    [InlineData("I came here via @samplewire", false)] // no link: nobody's headline
    [InlineData("We write to @samplewire about boats https://t.example/1", false)]
    [InlineData("Boats | harbour | town and a long thought of my own about all of it https://t.example/1", false)]
    [InlineData("https://t.example/1", false)]
    [InlineData("", false)]
    public void A_share_button_is_known_by_its_ending(string text, bool expected) => Assert.Equal(expected, TextWords.IsShareButton(text));

    [Fact]
    public void Links_and_mentions_are_no_words()
    {
        var words = new TextWords();
        var plain = words.Of("the harbour of the sample town has many boats");

        Assert.Equal(plain, words.Of("@one .@two The harbour of the sample TOWN has many boats https://t.example/abc"));
        Assert.Empty(words.Of("@a @b https://t.example/1 thanks a lot"));
        Assert.Equal(TextWords.Most, words.Of(string.Join(' ', Enumerable.Range(0, 90).Select(i => $"word{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}"))).Length);
    }

    [Theory]
    [InlineData(10, 9, 8, false)] // 8 of 11
    [InlineData(10, 10, 9, true)] // 9 of 11 = 0.82
    [InlineData(5, 5, 5, true)]
    [InlineData(5, 4, 4, true)] // exactly 0.8
    public void Near_same_is_four_fifths_of_the_words(int a, int b, int shared, bool expected)
    {
        uint[] first = [.. Enumerable.Range(0, a).Select(i => (uint)i)];
        uint[] second = [.. Enumerable.Range(0, shared).Select(i => (uint)i), .. Enumerable.Range(100, b - shared).Select(i => (uint)i)];

        Assert.Equal(expected, TextClasses.Similar(first, second));
        Assert.Equal(expected, TextClasses.Similar(second, first));
    }

    [Fact]
    public void Classes_are_those_of_comparing_all_pairs()
    {
        var random = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            // Sets that share many words, so that pairs fall on both sides of the threshold.
            var sets = Enumerable.Range(0, 30).Select(_ => Enumerable.Range(0, 12).Where(_ => random.Next(8) > 0).Select(w => (uint)(w + (random.Next(10) == 0 ? 50 : 0))).Order().ToArray())
                .Where(s => s.Length > 5).ToList();
            var texts = sets.Select((s, i) => (new TraceAction(ObjectHash.Of(string.Join(' ', s)), 100, i), s)).ToList();
            var classes = TextClasses.Of([.. texts]).ToDictionary(a => a.Account, a => a.Object);
            var expected = Enumerable.Range(0, sets.Count).ToArray();
            for (var i = 0; i < sets.Count; i++)
            {
                for (var j = 0; j < sets.Count; j++)
                {
                    if (TextClasses.Similar(sets[i], sets[j]))
                    {
                        var (from, to) = (Math.Max(expected[i], expected[j]), Math.Min(expected[i], expected[j]));
                        expected = [.. expected.Select(e => e == from ? to : e)];
                    }
                }
            }

            Assert.All(Enumerable.Range(0, sets.Count), i => Assert.All(Enumerable.Range(0, i), j => Assert.Equal(expected[i] == expected[j], classes[i] == classes[j])));
        }
    }
}
