using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Facts of what an account posts.</summary>
internal static class ContentFacts
{
    /// <summary>Nearly all.</summary>
    private const double Mostly = 0.9;

    /// <summary>One post in five with the words of an earlier one.</summary>
    private const double Repeats = 0.2;

    /// <summary>Different subjects expected in 30 uses of hashtags and links: two in three uses are then of something new.</summary>
    private const double Varied = 20;

    /// <summary>Share of own posts with a picture, and least number of them: a habit, not an occasion.</summary>
    private const double WithPhoto = 0.1;
    private const int LeastPhotos = 10;

    /// <summary>Own posts that say where their author is. A few suffice, since the function has to be switched on.</summary>
    private const int LeastPlaces = 5;

    public static IReadOnlyList<PostFact> All { get; } =
    [
        new("reposts-mostly", SignalFamily.Content, SignalSide.Operated, SignalStrength.Moderate, // many people mostly repost
            m => m.Posts >= PostFact.LeastForShares, m => m.Reposts >= Mostly * m.Posts, m => PostFact.Share(m.Reposts, m.Posts, "posts are reposts"),
            "Nearly all of its posts repeat what others wrote. Accounts that amplify do so; so do many people.", (t, _) => t.Reposts.Rows),
        new("texts-repeated", SignalFamily.Content, SignalSide.Operated, SignalStrength.Moderate, // a shop's or an author's notices are repeated, too
            m => m.Texts.Own >= PostFact.LeastForShares, m => m.Texts.Repeated >= Repeats * m.Texts.Own,
            m => PostFact.Share(m.Texts.Repeated, m.Texts.Own, "longer posts of its own repeat an earlier one"),
            "It posts the same words again and again, links and mentions aside. So do queues of prepared posts, and people who advertise.", (t, _) => t.Texts.RepeatedRows.Rows),
        new("varied-subjects", SignalFamily.Content, SignalSide.Person, SignalStrength.Moderate, // newsrooms and content farms post on everything, too
            m => m.Subjects.Uses >= PostFact.LeastForShares, m => m.Subjects.Variety >= Varied,
            m => PostFact.Said($"{m.Subjects.Variety:0} different ones expected in {SubjectTally.Drawn} of its {m.Subjects.Uses:N0} uses of hashtags and links"),
            "Its hashtags and links are of many subjects. A campaign has few; newsrooms and collectors of links have many, too.", (t, _) => t.Subjects.Rows),
        new("photos", SignalFamily.Content, SignalSide.Person, SignalStrength.Weak, // pictures are copied as easily as words
            m => m.Traces.Own >= PostFact.LeastForShares, m => m.Traces.Photos >= LeastPhotos && m.Traces.Photos >= WithPhoto * m.Traces.Own,
            m => PostFact.Share(m.Traces.Photos, m.Traces.Own, "posts of its own carry an uploaded picture"),
            "It uploads pictures. People do; whether the pictures are its own has to be looked at, since they can be copied.", (t, _) => t.Traces.PhotoRows),
        new("places-told", SignalFamily.Content, SignalSide.Person, SignalStrength.Moderate, // coordinates can be made up
            m => m.Traces.Own >= PostFact.LeastForShares, m => m.Traces.Places >= LeastPlaces,
            m => PostFact.Share(m.Traces.Places, m.Traces.Own, "posts of its own carry coordinates or a check-in"),
            "Some of its posts say where their author was at that moment. Few operators let that be seen; coordinates can be made up.", (t, _) => t.Traces.PlaceRows),
    ];
}
