using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Linking;
using Monitor.Core.Linking.Groups;
using Monitor.Core.Model;

namespace Monitor.Tests.Linking;

public sealed class GroupFinderTests
{
    [Theory]
    [InlineData("TV presenter, mother, tea drinker", "presenter_broadcaster")]
    [InlineData("Reporter at the Evening Courier. Views mine.", "journalist_media")]
    [InlineData("PhD student in hydrology | cyclist", "student")]
    [InlineData("law student", "student")]
    [InlineData("medical student and part of a choir", "student")]
    [InlineData("Nurse 🏥 Lyon", "doctor_health")]
    [InlineData("veteran of two wars", "soldier_veteran")]
    [InlineData("retired soldier", "soldier_veteran")]
    [InlineData("doctor in training", "student")]
    [InlineData("The latest news from the valley", "media_outlet")]
    [InlineData("خبرنگار حوزه محیط زیست", "journalist_media")]
    [InlineData("دانش‌آموز سال آخر", "student")]
    [InlineData("دانشجوی رشته شیمی", "student")]
    [InlineData("مجري تلویزیون", "presenter_broadcaster")]
    [InlineData("معلمم و عاشق کوه", "teacher_academic")]
    [InlineData("صحفية وكاتبة", "artist_writer,journalist_media")]
    [InlineData("أنا الطالب في كلية الهندسة", "student")]
    [InlineData("Periodista y madre de dos", "journalist_media")]
    [InlineData("MÉDICA, vivo en Cádiz", "doctor_health")]
    [InlineData("Étudiante en droit à Lille", "student")]
    [InlineData("Sportjournalistin aus Kiel", "journalist_media")]
    [InlineData("журналистка, Казань", "journalist_media")]
    [InlineData("gazeteciyim, Bursa", "journalist_media")]
    [InlineData("mahasiswa teknik", "student")]
    [InlineData("עיתונאית", "journalist_media")]
    [InlineData("高中老师", "teacher_academic")]
    [InlineData("A collective of photographers", "artist_writer")]
    public void A_bio_names_its_owners_groups(string bio, string groups) => Assert.Equal(groups, Found(bio));

    [Theory]
    [InlineData("former teacher")]
    [InlineData("ex-journalist")]
    [InlineData("aspiring novelist")]
    [InlineData("future engineer")]
    [InlineData("not a doctor")]
    [InlineData("fan of good photographers")]
    [InlineData("wife of a surgeon")]
    [InlineData("my brother is a lawyer")]
    [InlineData("lifelong student")]
    [InlineData("student of life")]
    [InlineData("parody of a well known senator")]
    [InlineData("“journalist” is what they call me")]
    [InlineData("see https://example.org/teacher-lawyer/nurse")]
    [InlineData("write to doctor@example.org")]
    [InlineData("no soy periodista")]
    [InlineData("amante de los escritores")]
    [InlineData("hija de un abogado")]
    [InlineData("ancien professeur")]
    [InlineData("femme de médecin")]
    [InlineData("خبرنگار سابق")]
    [InlineData("معلم، شاعر، راننده نیستم")]
    [InlineData("همسر یک پزشک")]
    [InlineData("نطالب بالحق")]
    [InlineData("لست صحفيا")]
    [InlineData("بعد از فارغ التحصیل شدن")]
    [InlineData("бывший учитель")]
    [InlineData("eski gazeteci")]
    [InlineData("mantan dokter")]
    [InlineData("רופא לשעבר")]
    [InlineData("سابق صحافی")]
    public void Traps_are_refused(string bio) => Assert.Equal("", Found(bio));

    [Fact]
    public void A_mention_says_which_words_of_which_field()
    {
        const string bio = "Coffee. Student of history at night";
        var mention = Assert.Single(GroupFinder.InAccount(Account(bio) with { Bio = "Coffee. University student" }).Mentions);
        Assert.Equal(("student", "University student", "bio", 8), (mention.Group, mention.Text, mention.Field, mention.Start));
        Assert.Equal(26, mention.End);
    }

    [Fact]
    public void A_refusal_gives_its_reason() =>
        Assert.Contains("former", Assert.Single(GroupFinder.InAccount(Account("former teacher")).Refused).Why, StringComparison.Ordinal);

    [Fact]
    public void Hidden_fields_are_not_read() => Assert.Empty(GroupFinder.InAccount(Account("teacher") with { Hidden = ["bio"] }).Mentions);

    [Fact]
    public void A_persons_place_of_work_is_no_outlet() => Assert.Equal("journalist_media", Found("Reporter for an independent news website"));

    [Theory]
    [InlineData("accounts of TV presenters & students", "presenter_broadcaster,student")]
    [InlineData("they jailed journalists, teachers and attorneys", "journalist_media,lawyer,teacher_academic")]
    [InlineData("حساب مجریان و دانشجویان ایرانی", "presenter_broadcaster,student")]
    [InlineData("حسابات صحفيين وطلاب", "journalist_media,student")]
    [InlineData("cuentas de periodistas y profesores", "journalist_media,teacher_academic")]
    [InlineData("des comptes de journalistes et d'étudiants", "journalist_media,student")]
    [InlineData("Konten von Journalisten und Studenten", "journalist_media,student")]
    [InlineData("аккаунты журналистов и студентов", "journalist_media,student")]
    public void A_claim_names_groups_in_the_plural(string claim, string groups) =>
        Assert.Equal(groups, string.Join(',', GroupFinder.InClaim(claim).Select(m => m.Group).Distinct().Order(StringComparer.Ordinal)));

    [Fact]
    public void The_lexicon_knows_at_least_twelve_languages() => Assert.True(GroupFinder.Languages.Count >= 12);

    [Fact]
    public void Every_expression_is_found_in_a_text_of_its_own()
    {
        var missing = GroupLexicon.Default.All
            .Where(e => e.Marks == EntryMarks.None && LexiconMatcher.Matches(GroupLexicon.Default, e.Expression, WordScanner.Scan(e.Expression), false, "bio").Count == 0)
            .Select(e => e.Language + ": " + e.Expression);
        Assert.Empty(missing);
    }

    [Fact]
    public void Reading_never_throws_and_offsets_hold()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var bio = (text ?? "") + " teacher " + text;
            return GroupFinder.InAccount(Account(bio)).Mentions.All(m => bio[m.Start..m.End] == m.Text);
        }).QuickCheckThrowOnFailure();
    }

    private static string Found(string bio) => string.Join(',', GroupFinder.InAccount(Account(bio)).Groups.Except(["family_role", "supporter_of_party_or_cause"]));

    private static Account Account(string bio) => new("x:1", "x", "1", new("sample", 1, "users.csv", 2, 10)) { Bio = bio };
}
