using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Facts of followers held against posts.</summary>
internal static class NetworkFacts
{
    /// <summary>Followers that a private account seldom has: the upper quarter of the Iranian release of 2018 begins at 906, that of the Cuban of 2020 at 1,864 (account tables as published).</summary>
    private const long ManyFollowers = 1_000;

    /// <summary>Followers gained for each post.</summary>
    private const long FollowersAPost = 100;

    public static IReadOnlyList<PostFact> All { get; } =
    [
        new("growth-without-posts", SignalFamily.Network, SignalSide.Operated, SignalStrength.Moderate, // people known elsewhere are followed for their name
            m => m is { Followers: not null, Posts: > 0, Complete: true }, m => m.Followers >= ManyFollowers && m.Followers >= FollowersAPost * m.Posts,
            m => PostFact.Said($"{m.Followers:N0} followers, {m.Posts:N0} imported post{(m.Posts == 1 ? "" : "s")}"),
            "It has many followers and hardly a post. Bought or traded followers look so; so do people who are known elsewhere, and accounts that deleted their posts.",
            (t, _) => [.. new[] { t.Account?.Source, t.Clock.First?.Source, t.Clock.Last?.Source }.OfType<RowRef>().Distinct()]),
    ];
}
