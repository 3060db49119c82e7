using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Reviews.Sampling;

namespace Monitor.Tests.Reviews.Sampling;

public sealed class AgreementTests
{
    /// <summary>20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: agreement .7, by chance .5 · .6 + .5 · .4 = .5.</summary>
    [Fact]
    public void Kappa_is_agreement_beyond_chance()
    {
        var pairs = Times(20, "yes", "yes").Concat(Times(5, "yes", "no")).Concat(Times(10, "no", "yes")).Concat(Times(15, "no", "no")).ToList();
        Assert.Equal(0.4, Agreement.KappaOf(pairs)!.Value, 12);
    }

    /// <summary>The worked example of Krippendorff 2011, section A: two observers, ten units, two values, α = .095.</summary>
    [Fact]
    public void Alpha_of_two_observers_is_that_of_its_author()
    {
        var units = "01 11 01 00 00 01 00 00 10 00".Split(' ').Select(u => (IReadOnlyList<string?>)[.. u.Select(c => c.ToString())]);
        Assert.Equal(0.095, Agreement.AlphaOf(units)!.Value, 3);
    }

    /// <summary>The worked example of Krippendorff 2011, section C: four observers, twelve units, missing values, nominal α = .743.</summary>
    [Fact]
    public void Alpha_with_missing_values_is_that_of_its_author()
    {
        string[] observers = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."];
        var units = Enumerable.Range(0, 12).Select(u => (IReadOnlyList<string?>)[.. observers.Select(o => o[u] == '.' ? null : o[u].ToString())]);
        Assert.Equal(0.743, Agreement.AlphaOf(units)!.Value, 3);
    }

    [Fact]
    public void Where_there_is_nothing_to_measure_there_is_no_figure()
    {
        Assert.Null(Agreement.KappaOf([]));
        Assert.Null(Agreement.AlphaOf([]));
        Assert.Null(Agreement.KappaOf([.. Times(5, "yes", "yes")]));
        Assert.Null(Agreement.AlphaOf([["yes", "yes"], ["yes", "yes"]]));
    }

    [Fact]
    public void Whole_agreement_is_one_names_and_order_of_verdicts_do_not_matter_and_neither_figure_is_above_one()
    {
        var verdicts = Gen.Elements("real person", "operated", "unclear");
        Check.QuickThrowOnFailure(Prop.ForAll(verdicts.Zip(verdicts).ListOf().ToArbitrary(), drawn =>
        {
            var pairs = drawn.Select(p => (p.Item1, p.Item2)).ToList();
            var same = pairs.Select(p => (p.Item1, p.Item1)).ToList();
            var renamed = pairs.Select(p => (p.Item1 + "!", p.Item2 + "!")).Reverse().ToList();
            return Near(Agreement.KappaOf(pairs), Agreement.KappaOf(renamed))
                && Near(Alpha(pairs), Alpha(renamed))
                && Agreement.KappaOf(pairs) is null or <= 1 + 1e-9 && Alpha(pairs) is null or <= 1 + 1e-9
                && Agreement.KappaOf(same) is null or > 1 - 1e-9 && Alpha(same) is null or > 1 - 1e-9;
        }));
    }

    private static double? Alpha(IEnumerable<(string First, string Second)> pairs) => Agreement.AlphaOf(pairs.Select(p => (IReadOnlyList<string?>)[p.First, p.Second]));

    private static bool Near(double? a, double? b) => (a is null && b is null) || Math.Abs(a!.Value - b!.Value) < 1e-9;

    private static IEnumerable<(string First, string Second)> Times(int n, string first, string second) => Enumerable.Repeat((first, second), n);
}
