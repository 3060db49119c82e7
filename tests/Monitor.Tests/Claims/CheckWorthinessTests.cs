using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Claims;
using Monitor.Core.Claims.Worthiness;
using Monitor.Core.Model;

namespace Monitor.Tests.Claims;

public sealed class CheckWorthinessTests
{
    [Theory]
    [InlineData("en", "Unemployment fell by 3 percent in 2017, the lowest figure in 40 years.", "Thank you all so much for coming, I love it here.")]
    [InlineData("es", "El paro ha bajado un 12% desde 2019 y se han creado 145.000 empleos en Madrid.", "¡Buenos días a todos! Gracias por venir.")]
    [InlineData("de", "Die Arbeitslosigkeit sank 2017 um 3 Prozent auf 2,5 Millionen.", "Ich glaube, wir werden das schaffen?")]
    [InlineData("fa", "توییتر ۲۸۴ حساب ایرانی را در سال ۲۰۱۸ حذف کرد.", "امیدوارم همه خوب باشید؟")]
    public void Figures_of_the_past_come_before_thanks_and_wishes(string language, string worthy, string other) => Assert.True(Judge(worthy, language).Score > Judge(other, language).Score);

    [Fact]
    public void A_judgement_says_why_and_on_what_it_rests()
    {
        var judged = Judge("The government spent 5 million dollars on trams in 2012.", "en");
        Assert.Contains(judged.Reasons, r => r.Weight > 0 && r.Text.StartsWith("numbers that it states", StringComparison.Ordinal));
        Assert.Equal("trained on sentences in this language", judged.Basis);
        Assert.StartsWith("not trained in this language", Judge("توییتر ۲۸۴ حساب را حذف کرد.", "fa").Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_to_comment_is_hardly_worth_a_check() =>
        Assert.True(CheckWorthiness.Judge(Of("The council declined to comment.", "en") with { Kind = ClaimKind.Response }).Score < .2);

    [Fact]
    public void Any_text_is_judged_always_alike_between_0_and_1() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Judge(text ?? "", "en") is { Score: >= 0 and <= 1 } first && first.Score.Equals(Judge(text ?? "", "en").Score)).QuickCheckThrowOnFailure();

    [Fact]
    public void Training_twice_gives_the_same_model_which_ranks_and_reads_back_no_word()
    {
        var sentences = Enumerable.Range(0, 400).Select(i => new WorthinessSentence("sample", $"{i}", i % 4 == 0 ? $"They built {i + 7} trams in the old basin." : "We hope for a good summer.", "en", false, i % 4 == 0)).ToList();
        var (first, second) = (Train(sentences), Train(sentences));

        Assert.Equal(first, second);
        Assert.DoesNotContain("tram", first, StringComparison.Ordinal);
        var model = WorthinessModel.Read(new StringReader(first));
        double Sum(string text) => model.Sum(WorthinessFeatures.Of(text, "en", false, [], []));
        Assert.True(Sum("They built trams in the basin.") > Sum("We hope for summer."));
        Assert.True(model.Thresholds.ContainsKey("en"));
    }

    [Fact]
    public void A_model_of_another_format_is_refused()
    {
        Assert.Contains("--train", Assert.Throws<InvalidDataException>(() => WorthinessModel.Read(new StringReader("# old\nformat monitor-worthiness 0\n"))).Message, StringComparison.Ordinal);
        Assert.Contains("line 2", Assert.Throws<InvalidDataException>(() => WorthinessModel.Read(new StringReader(WorthinessModel.Format + "\nnot a weight\n"))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => WorthinessModel.Read(new StringReader("")));
    }

    [Fact]
    public void The_tenth_kept_back_depends_on_set_and_id_alone()
    {
        var sentences = Enumerable.Range(0, 5000).Select(i => new WorthinessSentence("sample", $"{i}", "", "en", false, false)).ToList();
        Assert.InRange(sentences.Count(s => s.KeptBack), 420, 580);
        Assert.Equal(sentences.Select(s => s.Share), sentences.Select(s => (s with { Text = "other", Worthy = true }).Share));
    }

    private static string Train(IReadOnlyList<WorthinessSentence> sentences)
    {
        using var writer = new StringWriter();
        WorthinessSchool.Train(sentences, writer, _ => ["a sample"]);
        return writer.ToString();
    }

    private static WorthinessJudgement Judge(string text, string language) => CheckWorthiness.Judge(Of(text, language));

    private static Claim Of(string text, string language)
    {
        var document = new Document("d", DocumentKind.Post, "post:1", text) { Language = language };
        return new ClaimFinder().Find(document).Claims is [var claim, ..] ? claim with { Kind = ClaimKind.Quote } : new("c", text, ClaimKind.Quote, Speaker.Unknown) { Language = language };
    }
}
