using Monitor.Core.Dossiers.Bios;
using Monitor.Core.Model;

namespace Monitor.Tests.Dossiers.Bios;

public sealed class BioIndexTests
{
    private const string Bio = "Independent journalist from a small harbour town, writing about boats, bread and the weather of the coast";

    [Fact]
    public void Bios_are_compared_without_case_marks_links_and_spelling_variants_and_short_ones_not_at_all()
    {
        Assert.Equal(BioText.Of("Independent journalist. Tehran, Iran!"), BioText.Of("independent  JOURNALIST — Tehran/Iran https://t.example/abc"));
        Assert.Equal(BioText.Of("خبرنگار مستقل و دانشجوی علوم سیاسی"), BioText.Of("خبرنگار مستقل و دانشجوي علوم سياسي"));
        Assert.NotEqual(BioText.Of("Independent journalist, Tehran"), BioText.Of("Independent journalist, Isfahan"));
        Assert.Null(BioText.Of("Student 🇮🇷"));
        Assert.Null(BioText.Of("https://t.example/abcdefghijklmnopqrstuvwxyz"));
    }

    [Fact]
    public void The_same_account_in_two_releases_shares_its_bio_with_nobody()
    {
        var index = Index(In("twitter:1", "a", Bio), In("twitter:1", "b", Bio));
        Assert.Equal(1, index.Accounts(BioText.Of(Bio)!));
        Assert.Equal(new(0, 1), index.Rates(null).SharedBy(2));

        index = Index(In("twitter:1", "a", Bio), In("twitter:1", "b", Bio), In("twitter:2", "a", Bio));
        Assert.Equal(2, index.Accounts(BioText.Of(Bio)!));
        Assert.Equal(["twitter:1", "twitter:2"], index.Same(BioText.Of(Bio)!));
        Assert.Equal(new(2, 2), index.Rates(null).SharedBy(2));
        Assert.Equal(new(1, 1), index.Rates("b").SharedBy(2));
    }

    [Fact]
    public void A_bio_made_over_is_found_and_another_one_is_not()
    {
        var made = BioText.Of(Bio.Replace("bread", "bridges", StringComparison.Ordinal))!;
        var index = Index(In("twitter:1", "a", Bio), In("twitter:2", "a", Bio.Replace("bread", "bridges", StringComparison.Ordinal)), In("twitter:3", "a", "Teacher of mathematics, father of three, keeper of bees in the hills of the north"));
        Assert.InRange(BioText.Of(Bio)!.Resemblance(made), BioIndex.NearlyEqual, 0.99);
        Assert.Equal(["twitter:2"], index.Candidates(BioText.Of(Bio)!, 10));
        Assert.Empty(index.Candidates(BioText.Of("Teacher of mathematics, father of three, keeper of bees in the hills of the north")!, 10));
        Assert.Equal(new(2, 3), index.Rates(null).Near);
    }

    [Fact]
    public void A_row_without_a_user_id_is_not_counted_since_its_account_may_stand_there_under_its_hash()
    {
        var index = Index(In("twitter:1", "a", Bio), In("twitter:@one", "a", Bio) with { Flags = [BioIndex.NoUserId] });
        Assert.Equal(1, index.Accounts(BioText.Of(Bio)!));
    }

    private static BioIndex Index(params Account[] accounts)
    {
        var index = new BioIndex();
        foreach (var account in accounts)
        {
            index.Add(account);
        }

        index.Freeze();
        return index;
    }

    private static Account In(string id, string release, string bio) => new(id, "twitter", id, new(release, 1, "u.csv", 2, 0)) { Bio = bio };
}
