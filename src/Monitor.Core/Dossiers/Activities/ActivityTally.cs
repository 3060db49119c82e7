using Monitor.Core.Model;
using Monitor.Core.Text.Places;

namespace Monitor.Core.Dossiers.Activities;

/// <summary>Counts an account's posts as they stream by. Bounded: of each kind of value so many different ones are counted, and a few rows kept as examples.</summary>
/// <param name="account">The account as the release shows it that says most of its place; null when no release shows it.</param>
/// <param name="imported">True for the user id of an imported account.</param>
/// <param name="complete">False when its release is known to hold more posts than were imported.</param>
internal sealed class ActivityTally(Account? account, Func<string, bool> imported, bool complete)
{
    private readonly PlaceReading place = PlaceReader.Read(account is null || account.Hidden.Contains("location") ? "" : account.Location);
    private readonly ValueCounter mentions = new();
    private ClockTally? clock;
    private int reposts;
    private int quotes;
    private int originals;

    /// <summary>The account that it counts for.</summary>
    public Account? Account => account;

    /// <summary>Posts so far.</summary>
    public int Posts { get; private set; }

    public ClockTally Clock => clock ??= new(place.Zone);

    public ConversationTally Talk { get; } = new(account?.UserId ?? "", imported);

    public ClientTally Clients { get; } = new();

    public TextTally Texts { get; } = new();

    public SubjectTally Subjects { get; } = new();

    public PersonalTraces Traces { get; } = new();

    public LanguageTally Languages { get; } = new();

    /// <summary>Rows of reposts.</summary>
    public RowExamples Reposts { get; } = new();

    public void Add(Post post)
    {
        Posts++;
        Clock.Add(post);
        Clients.Add(post);
        Texts.Add(post);
        Subjects.Add(post);
        Traces.Add(post);
        Languages.Add(post);
        AddKind(post);
        foreach (var user in post.Mentions)
        {
            mentions.Add(user);
        }
    }

    public Activity ToActivity() => new(
        Posts, reposts, Talk.Replies, quotes, originals, Clock.First?.Time, Clock.Last?.Time, Clock.Utc, Local(), Clock.PerDay,
        Languages.Most(), Clients.Most(), Subjects.Hashtags, Subjects.Hosts, Subjects.Pages, mentions.Most())
    {
        DaysToFirstPost = account?.Created is { Precision: DatePrecision.Day or DatePrecision.Minute } created && Clock.First?.Time is { } first
            ? DateOnly.FromDateTime(first.UtcDateTime).DayNumber - DateOnly.FromDateTime(created.Time.UtcDateTime).DayNumber
            : null,
    };

    public PostMeasures ToMeasures() => new(
        Posts, reposts, Talk.ToMeasures(), Clients.ToMeasures(), new(Texts.Own, Texts.Repeated), Clock.ToMeasures(), Subjects.ToMeasures(), Traces.ToMeasures(),
        AtPlace(), account?.Followers, complete);

    private PlaceMeasures? AtPlace()
    {
        if (place is { Country: null, Zone: null })
        {
            return null;
        }

        var (known, fitting, main) = place.Country is { } country ? Languages.In(country) : (0, 0, "");
        return new(place.Country, place.Zone?.Id, place.Zone is null ? new(0, 0, 0) : QuietTime.Of(Clock.Local), known, fitting, main);
    }

    private LocalHours Local() => new(
        account is null || account.Hidden.Contains("location") ? "" : account.Location,
        place.Zone?.Id,
        account?.Hidden.Contains("location") == true ? "The publisher hides the location." : place.Why,
        Clock.Local);

    private void AddKind(Post post)
    {
        if (post.IsRepost)
        {
            reposts++;
            Reposts.Keep(post.Source);
        }
        else if (post.ReplyToUser.Length > 0 || post.ReplyToPost.Length > 0)
        {
            Talk.Add(post);
        }
        else if (post.QuotedPost.Length > 0)
        {
            quotes++;
        }
        else
        {
            originals++;
        }
    }
}
