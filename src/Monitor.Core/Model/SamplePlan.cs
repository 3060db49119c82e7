namespace Monitor.Core.Model;

/// <summary>A sample of a release's accounts that reviewers work through, as it was drawn; never changed.</summary>
/// <param name="Id">Follows from everything below but the time, so the same draw is the same plan.</param>
/// <param name="Release">Release id.</param>
/// <param name="Version">Its newest version when the sample was drawn.</param>
/// <param name="Where">Query that the accounts of the frame meet, as typed; empty for all accounts.</param>
/// <param name="Seed">Number that decides which accounts are chosen, and nothing else does.</param>
/// <param name="Size">Accounts asked for.</param>
/// <param name="Stratify">What the frame was divided by; empty when it was not.</param>
/// <param name="Drawn">When.</param>
/// <param name="Frame">What the query reached and what it left out.</param>
/// <param name="Strata">Parts of the frame, the largest first; one when it was not divided.</param>
/// <param name="Chosen">The accounts in the order in which they should be judged, which is a random one, so that those judged so far are a random sample too.</param>
public sealed record SamplePlan(
    string Id,
    string Release,
    int Version,
    string Where,
    long Seed,
    int Size,
    string Stratify,
    DateTimeOffset Drawn,
    SampleFrame Frame,
    IReadOnlyList<SampleStratum> Strata,
    IReadOnlyList<SampledAccount> Chosen);

/// <summary>A part of the frame.</summary>
/// <param name="Name">Value that its accounts share.</param>
/// <param name="Accounts">Accounts in it.</param>
/// <param name="Chosen">Of these, accounts in the sample.</param>
public sealed record SampleStratum(string Name, long Accounts, int Chosen);

/// <summary>An account of a sample.</summary>
/// <param name="Id">Account id.</param>
/// <param name="Stratum">Name of its stratum.</param>
/// <param name="Row">Its row in the release.</param>
public sealed record SampledAccount(string Id, string Stratum, RowRef Row);

/// <summary>What a query could reach in a release, and what it could not. Accounts = matched + not matched; the other numbers of accounts not matched may overlap.</summary>
/// <param name="Accounts">Accounts of the release in the corpus.</param>
/// <param name="FromPosts">Of these, accounts known from rows of posts or events only.</param>
/// <param name="Matched">Accounts that meet the query: the frame.</param>
/// <param name="MatchedHashed">Of these, accounts whose name and handle the publisher hashed.</param>
/// <param name="UnmatchedHashed">Accounts not matched whose name and handle are hashed, so that no word of them can match.</param>
/// <param name="UnmatchedBioEmpty">Accounts not matched whose bio is empty.</param>
/// <param name="UnmatchedBioHidden">Accounts not matched whose bio is hidden by the publisher.</param>
/// <param name="UnmatchedBioRead">Accounts not matched although their bio can be read.</param>
/// <param name="OtherScripts">Of these, by script: bios that have no letter of a script in which the query has words, most first.</param>
/// <param name="Languages">By interface language as the release has it: accounts whose bio can be read, and those matched, most first.</param>
public sealed record SampleFrame(
    long Accounts,
    long FromPosts,
    long Matched,
    long MatchedHashed,
    long UnmatchedHashed,
    long UnmatchedBioEmpty,
    long UnmatchedBioHidden,
    long UnmatchedBioRead,
    IReadOnlyList<ValueCount> OtherScripts,
    IReadOnlyList<FrameLanguage> Languages);

/// <summary>Accounts of one interface language in a frame.</summary>
/// <param name="Language">Language as the release has it; empty when not given.</param>
/// <param name="WithBio">Accounts whose bio can be read.</param>
/// <param name="Matched">Accounts that meet the query, with or without a bio.</param>
public sealed record FrameLanguage(string Language, long WithBio, long Matched);
