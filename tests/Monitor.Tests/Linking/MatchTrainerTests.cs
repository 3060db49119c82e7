using Monitor.Core.Linking;
using Monitor.Core.Linking.Checked;

namespace Monitor.Tests.Linking;

/// <summary>What is learned of earlier-checked claims: weights with fixed signs, word vectors, files with a format.</summary>
public sealed class MatchTrainerTests
{
    private static readonly int Bm25 = MatchFeature.Index("bm25");
    private static readonly int Missing = MatchFeature.Index("numbers-missing");
    private static readonly int Before = MatchFeature.Index("before");

    [Fact]
    public void Weights_keep_their_sign_and_equal_lessons_give_equal_weights()
    {
        // Both features point the wrong way here: more missing numbers and earlier checks are right.
        var lessons = Enumerable.Range(0, 30).Select(i => new MatchLesson([Vector(2 + (i % 3), 2, 1), Vector(1, 0, 0), Vector(.5, 1, 0)], [true, false, false])).ToList();
        var weights = MatchTrainer.Train(lessons, dates: true, meaning: true);

        Assert.True(weights[Bm25] > 0);
        Assert.Equal((0, 0), (weights[Missing], weights[Before]));
        Assert.Equal(weights, MatchTrainer.Train(lessons, dates: true, meaning: true));
    }

    [Fact]
    public void Dates_can_be_left_out_of_training()
    {
        var lessons = Enumerable.Range(0, 30).Select(_ => new MatchLesson([Vector(1, 0, 0), Vector(1, 0, 1)], [true, false])).ToList();
        Assert.True(MatchTrainer.Train(lessons, dates: true, meaning: false)[Before] < 0);
        Assert.Equal(0, MatchTrainer.Train(lessons, dates: false, meaning: false)[Before]);
    }

    [Fact]
    public void Weights_come_back_from_their_file_and_another_format_is_refused()
    {
        using var file = new StringWriter();
        new MatchWeights([.. Enumerable.Range(0, 4).Select(s => Vector(s + .5, -s, 0))]).Write(file, ["a remark"]);
        Assert.Equal(2.5, MatchWeights.Read(new StringReader(file.ToString())).For(dates: true, meaning: false)[Bm25]);
        Assert.Contains("monitor eval match --train", Assert.Throws<InvalidDataException>(() => MatchWeights.Read(new StringReader("format monitor-match 0\n"))).Message, StringComparison.Ordinal);
        Assert.Contains("lack", Assert.Throws<InvalidDataException>(() => MatchWeights.Read(new StringReader(MatchWeights.Format + "\nbm25 1 1 1 1\n"))).Message, StringComparison.Ordinal);
        Assert.All(MatchFeature.All.Select((f, i) => (f, MatchWeights.Default.For(true, true)[i])), w => Assert.True(w.f.Sign * w.Item2 >= 0));
    }

    [Fact]
    public void Words_that_share_checks_come_near_each_other_always_alike()
    {
        string[][] topics = [["harbour", "boats", "basin", "quay", "anchor"], ["tea", "pine", "flu", "cure", "fever"], ["bear", "tram", "beach", "forest", "cub"]];
        var random = new Random(3);
        var claims = Enumerable.Range(0, 600).Select(i => topics[i % 3]).Select((t, i) => new CheckedClaim($"c{i}", Some(t), Some(t))).ToList();
        var vectors = WordVectors.Train(claims);

        var (quay, anchor, flu) = (vectors.Of(["quai"]), vectors.Of(["anchor"]), vectors.Of(["flu"]));
        Assert.True(Simd.Dot(vectors.Of(["harbour"]), anchor) > Simd.Dot(vectors.Of(["harbour"]), flu) + .3, $"{Simd.Dot(vectors.Of(["harbour"]), anchor)} {quay.Length}");
        Assert.Equal(anchor, WordVectors.Train(claims).Of(["anchor"]));

        string Some(string[] topic) => string.Join(' ', Enumerable.Range(0, 3).Select(_ => topic[random.Next(topic.Length)]));
    }

    private static double[] Vector(double bm25, double missing, double before)
    {
        var vector = new double[MatchFeature.All.Count];
        (vector[Bm25], vector[Missing], vector[Before]) = (bm25, missing, before);
        return vector;
    }
}
