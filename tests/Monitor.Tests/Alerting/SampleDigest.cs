using Monitor.Core.Alerting.Messages;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Tests.Alerting;

/// <summary>Digests with everything that a message can tell; every text is a sample written for Monitor.</summary>
internal static class SampleDigest
{
    private const string Words = "Twitter has shuttered 770 accounts of real Iranians, incl TV presenters & students";

    public static SavedSearch Search(string language = "en", string wanted = "claims") =>
        new("zarif", language == "fa" ? "گفته‌های وزیر" : "What the minister says", "speaker:zarif \"real <b>Iranians\"", wanted, "desk@newsroom.example", Rhythm.AtOnce, DateTimeOffset.UnixEpoch)
        {
            Language = language,
        };

    public static AlertDigest Of(string language = "en") => new(
        Search(language),
        DeliveryKind.Matches,
        9,
        [
            new("c1", "Javad Zarif (@JZarif), 2018-09-16", Words, "https://monitor.example/claims/c1")
            {
                Marks = [Span("real"), Span("Iranians")],
                First = new("Sample page <script>alert(1)</script>", "Sample Wire", new DateTimeOffset(2018, 9, 17, 0, 0, 0, TimeSpan.Zero), "https://wire.example/zarif?a=1&b=2"),
                Outlets = 3,
                Further = [new("Another sample page", "Sample Post", null, "javascript:alert(1)")],
                Differs = [new("284", "770"), new("", "TV presenters")],
                Releases = ["Sample release: Iran (October 2018)"],
                Folded = 2,
            },
            new("c2", "وزیر خارجه", "حساب‌های ایرانیان واقعی، از جمله ۷۷۰ دانشجو، بسته شده است", "https://monitor.example/claims/c2")
            {
                First = new("صفحهٔ نمونه", "نمونه", new DateTimeOffset(2018, 9, 18, 0, 0, 0, TimeSpan.Zero), "https://namune.example/1"),
                Outlets = 1,
            },
        ],
        More: 4,
        Gone: 1);

    public static AlertDigest Evidence() => new(
        Search(wanted: "evidence"),
        DeliveryKind.Storm,
        2,
        [
            new("e1", "Javad Zarif (@JZarif)", Words, "https://monitor.example/claims/c1") { What = "This claim appeared with other numbers or words than before.", Differs = [new("284", "770")], Source = "https://wire.example/zarif" },
            new("e2", "Sample presenter (@sample)", "", "https://monitor.example/accounts/twitter%3A1") { What = "The suspension of this account was reversed.", Source = "sample-release/2/events.csv:3" },
        ],
        More: 0,
        Gone: 0);

    public static Delivery Delivery { get; } = new("m0", "zarif", "<m0@monitor.example>", ["c1", "c2"], DeliveryState.InFlight, new DateTimeOffset(2018, 9, 17, 10, 0, 0, TimeSpan.Zero));

    private static TextSpan Span(string word) => new(Words.IndexOf(word, StringComparison.Ordinal), Words.IndexOf(word, StringComparison.Ordinal) + word.Length);
}
