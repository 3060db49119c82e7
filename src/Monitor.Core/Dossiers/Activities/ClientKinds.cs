namespace Monitor.Core.Dossiers.Activities;

/// <summary>What is known of the programs that posts are made with, by the names that Twitter shows. A name that is not listed speaks for nothing.</summary>
internal static class ClientKinds
{
    private static readonly HashSet<string> MobileNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Twitter for iPhone", "Twitter for Android", "Twitter for iPad", "Twitter for Android Tablets", "Twitter Lite", "Mobile Web", "Mobile Web (M2)",
        "Mobile Web (M5)", "Twitter for BlackBerry", "Twitter for BlackBerry®", "Twitter for Windows Phone", "Twitter for Nokia S40", "Plume for Android",
        "UberSocial for Android", "UberSocial for BlackBerry", "Tweetbot for iOS", "Fenix for Android", "Echofon", "Tweetings for Android",
    };

    /// <summary>Programs that post by themselves, from a feed, a rule or a queue. Newsrooms and shops use them too.</summary>
    private static readonly HashSet<string> SchedulingNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "IFTTT", "Buffer", "Hootsuite", "HootSuite", "Hootsuite Inc.", "dlvr.it", "twitterfeed", "twittbot.net", "SocialOomph", "Postcron App", "RoundTeam",
        "Zapier.com", "Sprout Social", "MeetEdgar", "SocialPilot.co", "Botize", "Cheap Bots, Done Quick!", "Statusbrew", "Crowdfire App", "WordPress.com",
        "TweetAdder v4", "Social Jukebox", "Twibble.io", "Paper.li",
    };

    /// <summary>The platform's own pages and programs on a desk.</summary>
    private static readonly HashSet<string> WebNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Twitter Web Client", "Twitter Web App", "Twitter for Websites", "Twitter for Mac", "TweetDeck", "Twitter for Advertisers", "web", "Twitter",
    };

    /// <summary>A program on a telephone or tablet.</summary>
    public static bool IsMobile(string client) => MobileNames.Contains(client);

    /// <summary>A program that posts by itself.</summary>
    public static bool IsScheduling(string client) => SchedulingNames.Contains(client);

    /// <summary>The platform's own page or program on a desk; everybody has it.</summary>
    public static bool IsWeb(string client) => WebNames.Contains(client);
}
