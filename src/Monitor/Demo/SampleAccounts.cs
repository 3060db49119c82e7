using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Monitor.Demo;

/// <summary>Why an account stands in the sample release: the group it was planted for.</summary>
public enum SampleRole
{
    /// <summary>Somebody with varied subjects and a daily rest.</summary>
    Ordinary,

    /// <summary>Presents a television programme, by its biography.</summary>
    Presenter,

    /// <summary>Works as a journalist, by its biography.</summary>
    Journalist,

    /// <summary>Studies, by its biography.</summary>
    Student,

    /// <summary>Teaches, by its biography.</summary>
    Teacher,

    /// <summary>Practises medicine, by its biography.</summary>
    Doctor,

    /// <summary>A biography that names a group without belonging to it: former, fan, seller, relative.</summary>
    Trap,

    /// <summary>An outlet's own account.</summary>
    Outlet,

    /// <summary>Shares its biography word by word with seven others.</summary>
    CopiedBio,

    /// <summary>Created on the same day as fourteen others.</summary>
    Burst,

    /// <summary>Posts the same links as five others within seconds.</summary>
    CoPosting,

    /// <summary>Never posted.</summary>
    Silent,
}

/// <summary>One synthetic account of the sample release.</summary>
/// <param name="Id">Number, or 64 hex digits when the account has fewer than 5,000 followers.</param>
/// <param name="Name">Display name; the hash again when hashed.</param>
/// <param name="Handle">Screen name without @; the hash again when hashed.</param>
/// <param name="Location">Location as its owner would have typed it.</param>
/// <param name="Bio">Profile description.</param>
/// <param name="Followers">Follower count; 5,000 and more keep their names.</param>
/// <param name="Following">Following count.</param>
/// <param name="Created">Day of creation.</param>
/// <param name="Interface">Account language, as <c>account_language</c> gives it.</param>
/// <param name="Language">Language of the posts: fa, en, ar, fr or es.</param>
/// <param name="Role">The group it was planted for.</param>
/// <param name="Posts">How many posts it has in the release.</param>
public sealed record SampleAccount(
    string Id, string Name, string Handle, string Location, string Bio, int Followers, int Following,
    DateOnly Created, string Interface, string Language, SampleRole Role, int Posts)
{
    /// <summary>Whether a hash stands for id and names.</summary>
    public bool Hashed => Followers < SampleAccounts.PlainFrom;
}

/// <summary>The 84 accounts of the sample release, always the same. None of them belongs to anybody.</summary>
public static class SampleAccounts
{
    /// <summary>Accounts from this many followers on keep their names, as in Twitter's archive of 2018.</summary>
    public const int PlainFrom = 5000;

    /// <summary>The biography that eight accounts share.</summary>
    public const string SharedBio = "Independent sample collective of citizens. We share stories about justice, peace and the people behind the news.";

    /// <summary>The day on which fifteen accounts were created.</summary>
    public static readonly DateOnly BurstDay = new(2018, 3, 14);

    /// <summary>All accounts in the order of the users file.</summary>
    public static IReadOnlyList<SampleAccount> All { get; } = Build();

    private static List<SampleAccount> Build()
    {
        var random = new SampleRandom(20180916);
        var all = new List<SampleAccount>
        {
            Make("presenter", "مجری نمونه صبح", "تهران", "مجری تلویزیون، برنامه صبح نمونه | عاشق کتاب و کوه", 12480, 310, "2012-04-03", "fa", "fa", SampleRole.Presenter, 120),
            Make("radio", "Sample Radio Voice", "Tehran, Iran", "Radio journalist. Morning desk, two coffees, too many notebooks. خبرنگار رادیو", 2310, 742, "2013-09-21", "en", "fa", SampleRole.Journalist, 110),
            Make("student_fa", "دانشجوی نمونه", "اصفهان", "دانشجوی مهندسی برق | فوتبال، موسیقی و امتحان پشت امتحان", 640, 512, "2015-10-02", "fa", "fa", SampleRole.Student, 45),
            Make("student_en", "Sample Student", "Shiraz", "Physics student. I post about exams, hiking and my cat.", 388, 420, "2016-02-11", "en", "en", SampleRole.Student, 45),
            Make("student_ar", "طالبة نموذجية", "الأهواز", "طالبة طب في السنة الثالثة، أحب الشعر والقهوة", 712, 633, "2015-11-30", "ar", "ar", SampleRole.Student, 45),
            Make("student_fr", "Étudiante exemple", "Téhéran / Lyon", "Étudiante en littérature. Thé, traductions et trains en retard.", 290, 350, "2016-09-05", "fr", "fr", SampleRole.Student, 45),
            Make("student_es", "Estudiante de muestra", "Teherán", "Estudiante de arquitectura, dibujo puentes y cocino arroz.", 455, 398, "2016-01-19", "es", "es", SampleRole.Student, 45),
            Make("teacher", "معلم نمونه", "تبریز", "معلم ریاضی دبیرستان؛ بیست سال گچ و تخته", 1204, 233, "2014-05-17", "fa", "fa", SampleRole.Teacher, 60),
            Make("doctor", "پزشک نمونه", "مشهد", "پزشک عمومی، درمانگاه شبانه. این صفحه جای نسخه نیست.", 1890, 190, "2013-12-08", "en", "fa", SampleRole.Doctor, 55),
            Make("former_student", "Sample Graduate", "Tehran", "Former student of chemistry, now looking after two children and a balcony.", 330, 301, "2015-03-23", "en", "en", SampleRole.Trap, 30),
            Make("craft_shop", "Sample Craft Shop", "Isfahan", "Proud presenter of Iranian handicraft: carpets, enamel, printed cloth. Order by message.", 4120, 1209, "2016-06-14", "en", "en", SampleRole.Trap, 30),
            Make("fan_page", "هواداران مجری نمونه", "ایران", "صفحه هواداران مجری برنامه صبح نمونه. ما خود مجری نیستیم.", 5610, 88, "2016-12-01", "fa", "fa", SampleRole.Trap, 30),
            Make("alumna", "فارغ‌التحصیل نمونه", "رشت", "فارغ‌التحصیل حقوق، این روزها شیرینی‌پزی می‌کنم", 512, 477, "2014-08-29", "fa", "fa", SampleRole.Trap, 30),
            Make("daughter", "Hija de muestra", "Caracas", "Hija de profesora y nieta de médico. Yo solo leo novelas.", 198, 260, "2017-01-07", "es", "es", SampleRole.Trap, 30),
            Make("bulletin_en", "Sample Bulletin", "", "News about the region, every hour. Sample outlet.", 19340, 12, "2015-07-07", "en", "en", SampleRole.Outlet, 120),
            Make("bulletin_ar", "النشرة النموذجية", "بيروت", "نشرة أخبار نموذجية على مدار الساعة", 8820, 25, "2015-09-30", "ar", "ar", SampleRole.Outlet, 120),
        };
        string[] cities = ["Texas, USA", "London", "", "Chicago", "Paris, France", "Toronto", "Kingdom of Saudi Arabia", "USA"];
        for (var i = 0; i < 8; i++)
        {
            all.Add(Make($"voice_{i + 1}", $"Sample Voice {i + 1}", cities[i], SharedBio, 900 + random.Next(3000), 2000 + random.Next(2000),
                Day(new DateOnly(2017, 4, 1), random.Next(200)), "en", "en", SampleRole.CopiedBio, 60));
        }

        string[] bios = ["I love politics", "", "Proud of my country", "music and truth", "", "صوت الشعب", "Free thinker", "", "no lists please", "la verdad ante todo", "", "peace", "Writer of small things", "", "just asking"];
        for (var i = 0; i < 15; i++)
        {
            all.Add(Make($"march_{i + 1}", $"Sample March {i + 1}", cities[i % 8], bios[i], random.Next(160), 40 + random.Next(900),
                BurstDay.ToString("O", CultureInfo.InvariantCulture), "en", i == 5 ? "ar" : i == 9 ? "es" : "en", SampleRole.Burst, 22));
        }

        for (var i = 0; i < 6; i++)
        {
            all.Add(Make($"relay_{i + 1}", $"Sample Relay {i + 1}", i % 2 == 0 ? "Germany" : "", i == 0 ? "Links worth reading, all day and all night." : $"Reader number {i + 1}. Links are not opinions.",
                i == 0 ? 6120 : 700 + random.Next(2500), 1200 + random.Next(1500), Day(new DateOnly(2016, 5, 1), random.Next(600)), "en", "en", SampleRole.CoPosting, 80));
        }

        AddOrdinary(all, random);
        for (var i = 0; i < 9; i++)
        {
            all.Add(Make($"silent_{i + 1}", $"Sample Silent {i + 1}", "", i == 4 ? "خبرنگار آزاد" : "", random.Next(30), random.Next(80),
                Day(new DateOnly(2014, 1, 1), random.Next(1500)), "en", "en", SampleRole.Silent, 0));
        }

        return all;
    }

    private static void AddOrdinary(List<SampleAccount> all, SampleRandom random)
    {
        (string Language, string Place, string Bio)[] people =
        [
            ("fa", "تهران", "مادر دو بچه، آشپز آخر هفته"), ("fa", "کرج", "هر روز با مترو، هر شب با یک فیلم"), ("fa", "شیراز", ""), ("fa", "یزد", "باد و بادگیر و بستنی"),
            ("fa", "قم", "کوهنورد جمعه‌ها"), ("fa", "", "حرف‌های معمولی یک آدم معمولی"), ("fa", "اهواز", "گرمای پنجاه درجه و چای داغ"), ("fa", "رشت", "باران دوست دارم"),
            ("fa", "تهران", "عکس از گربه‌های کوچه ما"), ("fa", "مشهد", "راننده تاکسی، شنونده قصه"), ("fa", "همدان", "باغبان گلدان‌های بالکن"), ("fa", "تبریز", "فوتبال و فوتبال"),
            ("en", "Tehran", "Runner, slow one. Bread baker, fast one."), ("en", "London", "Born in Shiraz, living with rain."), ("en", "Toronto", "Two suitcases, one samovar."), ("en", "Tehran", ""),
            ("en", "Manchester", "Board games and bad puns"), ("en", "", "Gardens, mostly."), ("en", "Tabriz", "Chess on Fridays."),
            ("ar", "بيروت", "قهوة وكتب وبحر"), ("ar", "البصرة", "أب لثلاثة، أطبخ السمك"), ("ar", "الأهواز", ""), ("ar", "دمشق", "ياسمين وقطط وذكريات"), ("ar", "بغداد", "أشجع فريقي مهما خسر"),
            ("fr", "Marseille", "Vélo, mer et mots croisés"), ("fr", "Bruxelles", "Maman de jumeaux, dort peu"), ("fr", "Téhéran", ""),
            ("es", "Madrid", "Cocino, camino y me quejo del calor"), ("es", "Caracas", "Béisbol y arepas"), ("es", "Lima", ""),
        ];
        for (var i = 0; i < people.Length; i++)
        {
            var (language, place, bio) = people[i];
            all.Add(Make($"person_{i + 1:00}", $"Sample Person {i + 1:00}", place, bio, i == 8 ? 8044 : 20 + random.Next(1800), 60 + random.Next(800),
                Day(new DateOnly(2011, 1, 1), random.Next(2200)), i % 4 == 1 ? "en" : language, language, SampleRole.Ordinary, 25 + (((i % 5) - 2) * 6)));
        }
    }

    private static SampleAccount Make(string key, string name, string location, string bio, int followers, int following,
        string created, string ui, string language, SampleRole role, int posts)
    {
        var day = DateOnly.ParseExact(created, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (followers < PlainFrom)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("monitor sample account " + key)));
            return new(hash, hash, hash, location, bio, followers, following, day, ui, language, role, posts);
        }

        var id = SampleIds.At(day.ToDateTime(new TimeOnly(9, 30), DateTimeKind.Utc), 4000 + key.Length).ToString(CultureInfo.InvariantCulture);
        return new(id, name, "sample_" + key, location, bio, followers, following, day, ui, language, role, posts);
    }

    private static string Day(DateOnly from, int days) => from.AddDays(days).ToString("O", CultureInfo.InvariantCulture);
}
