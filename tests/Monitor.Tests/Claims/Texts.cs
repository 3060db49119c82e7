using Monitor.Core.Claims;
using Monitor.Core.Model;

namespace Monitor.Tests.Claims;

/// <summary>Documents made of a few sentences.</summary>
internal static class Texts
{
    /// <summary>Wednesday.</summary>
    public static readonly DateTimeOffset Published = new(2021, 3, 10, 9, 0, 0, TimeSpan.Zero);

    public static Document Article(string text, string language = "en") =>
        new("d-test", DocumentKind.Article, "https://example.org/a", text) { Language = language, Published = Published };

    public static FoundClaims Find(string text, string language = "en") => new ClaimFinder().Find(Article(text, language));

    public static Claim Only(string text, string language = "en") => Assert.Single(Find(text, language).Claims);
}
