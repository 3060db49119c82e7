using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Text;

namespace Monitor.Tests.Text;

public class OneEditTests
{
    [Theory]
    [InlineData("zarif", "zarif", true)]
    [InlineData("zarif", "zari", true)]
    [InlineData("zarif", "arif", true)]
    [InlineData("zarif", "zzarif", true)]
    [InlineData("zarif", "zarief", true)]
    [InlineData("zarif", "zarik", true)]
    [InlineData("zarif", "azrif", true)]
    [InlineData("zarif", "zairf", true)]
    [InlineData("zarif", "raizf", false)]
    [InlineData("zarif", "zaarfi", false)]
    [InlineData("ab", "ba", true)]
    [InlineData("a", "", true)]
    [InlineData("", "", true)]
    [InlineData("ab", "", false)]
    [InlineData("a😀b", "ab", true)]
    [InlineData("a😀b", "a😁b", true)]
    [InlineData("😀😁", "😁😀", true)]
    [InlineData("😀", "", true)]
    [InlineData("😀😁", "a", false)]
    public void A_slip_is_known(string a, string b, bool apart)
    {
        Assert.Equal(apart, OneEdit.Apart(a, b));
        Assert.Equal(apart, OneEdit.Apart(b, a));
    }

    /// <summary>Against the distance of optimal string alignment, over a small alphabet, where slips are common.</summary>
    [Fact]
    public void It_is_the_distance_of_one() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll(Word.ToArbitrary(), Word.ToArbitrary(), (a, b) => OneEdit.Apart(string.Concat(a), string.Concat(b)) == Distance(a, b) <= 1));

    private static Gen<string[]> Word { get; } = Gen.Elements("a", "b", "😀").ArrayOf().Resize(6);

    private static int Distance(string[] a, string[] b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 || j == 0 ? i + j : Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
