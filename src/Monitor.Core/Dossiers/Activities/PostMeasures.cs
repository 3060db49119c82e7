namespace Monitor.Core.Dossiers.Activities;

/// <summary>What is measured of an account's posts to be compared with others.</summary>
/// <param name="Posts">Posts.</param>
/// <param name="Reposts">Of these, reposts.</param>
/// <param name="Talk">Whom it answers.</param>
/// <param name="Clients">Programs.</param>
/// <param name="Texts">Repetitions.</param>
/// <param name="Hours">Hours and days.</param>
/// <param name="Subjects">Hashtags and linked hosts.</param>
/// <param name="Traces">Pictures and places.</param>
/// <param name="Place">Hours and languages at the claimed place; null when it tells none.</param>
/// <param name="Followers">Followers at the time of the release; null when not given.</param>
/// <param name="Complete">False when its release is known to hold more posts than were imported.</param>
internal sealed record PostMeasures(
    int Posts,
    int Reposts,
    ConversationMeasures Talk,
    ClientMeasures Clients,
    TextMeasures Texts,
    PostingHours Hours,
    SubjectMeasures Subjects,
    TraceMeasures Traces,
    PlaceMeasures? Place,
    long? Followers,
    bool Complete);

/// <summary>Whom an account answers.</summary>
/// <param name="Outside">Replies to accounts that no imported release holds.</param>
/// <param name="PeopleOutside">Different ones of these.</param>
/// <param name="Inside">Replies to imported accounts.</param>
internal sealed record ConversationMeasures(int Outside, int PeopleOutside, int Inside);

/// <summary>Programs.</summary>
/// <param name="Known">Posts whose client is known.</param>
/// <param name="Mobile">Of these, from a telephone or tablet.</param>
/// <param name="Scheduled">Of these, from a program that posts by itself.</param>
/// <param name="Desk">Of these, from the platform's page or program on a desk.</param>
/// <param name="Main">Clients with at least a fifth of them, in order of name.</param>
internal sealed record ClientMeasures(int Known, int Mobile, int Scheduled, int Desk, IReadOnlyList<string> Main);

/// <summary>Repetitions.</summary>
/// <param name="Own">Posts that are no reposts and long enough to be compared.</param>
/// <param name="Repeated">Of these, posts with the words of an earlier one.</param>
internal sealed record TextMeasures(int Own, int Repeated);

/// <summary>Subjects.</summary>
/// <param name="Uses">Uses of hashtags and links, those to the platform itself aside.</param>
/// <param name="Variety">Different ones expected among <see cref="SubjectTally.Drawn"/> of these.</param>
internal sealed record SubjectMeasures(int Uses, double Variety);

/// <summary>Pictures and places.</summary>
/// <param name="Own">Posts that are no reposts.</param>
/// <param name="Photos">Of these, with a picture that was uploaded.</param>
/// <param name="Places">Of these, with coordinates or a check-in.</param>
internal sealed record TraceMeasures(int Own, int Photos, int Places);

/// <summary>Hours and languages at the claimed place.</summary>
/// <param name="Country">The country; null when the place names none.</param>
/// <param name="Zone">IANA time zone; null when the place tells none.</param>
/// <param name="Quiet">Longest run of quiet hours there.</param>
/// <param name="KnownLanguage">Own posts in a known language.</param>
/// <param name="Fitting">Of these, in a language used there, or in English.</param>
/// <param name="MainLanguage">The language of most; empty when none is known.</param>
internal sealed record PlaceMeasures(string? Country, string? Zone, QuietTime Quiet, int KnownLanguage, int Fitting, string MainLanguage);
