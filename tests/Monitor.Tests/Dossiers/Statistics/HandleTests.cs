using Monitor.Core.Dossiers.Signals;
using Monitor.Core.Dossiers.Statistics;
using Monitor.Core.Model;

namespace Monitor.Tests.Dossiers.Statistics;

public sealed class HandleTests
{
    [Theory]
    [InlineData("Sample12345678", true)]
    [InlineData("Sample1234567", false)]
    [InlineData("12345678", false)]
    [InlineData("real_person", false)]
    public void Handles_that_sign_up_proposes_are_recognised(string handle, bool proposed) => Assert.Equal(proposed, OriginFacts.HasDefaultHandle(With(handle)));

    [Theory]
    [InlineData("xQ7bLk2Zp9RtV4w", true)]
    [InlineData("T4nB8sK2mP", true)]
    [InlineData("T4nB8sK2m", false)] // nine signs: too short to tell
    [InlineData("HarbourNewsDesk", false)]
    [InlineData("sample_teacher1979", false)]
    [InlineData("JSmithNYC2016", false)]
    public void Random_letters_and_digits_are_told_from_words(string handle, bool random) => Assert.Equal(random, OriginFacts.LooksRandom(handle));

    [Theory]
    [InlineData("harbour51", "harbour")]
    [InlineData("harbour_51", "harbour")]
    [InlineData("harbour", null)]
    [InlineData("har51", null)]
    [InlineData("harbour1234567", null)]
    public void The_stem_of_a_number_is_found(string handle, string? stem) => Assert.Equal(stem, HandleSeries.Stem(handle));

    [Fact]
    public void Three_handles_make_a_series_and_two_do_not()
    {
        var series = new HandleSeries();
        foreach (var handle in new[] { "harbour51", "Harbour_54", "lantern1", "lantern2", "someone" })
        {
            series.Add(With(handle));
        }

        Assert.Equal(new(0, 5), series.Rate);
        series.Add(With("HARBOUR58"));
        Assert.Equal(new(3, 6), series.Rate);
        Assert.Equal(3, series.With("harbour").Count);
        series.Add(With("harbour59") with { Hashed = true });
        Assert.Equal(new(3, 6), series.Rate);
    }

    private static Account With(string handle) => new("twitter:1", "twitter", "1", new("a", 1, "u.csv", 2, 0)) { Handle = handle };
}
