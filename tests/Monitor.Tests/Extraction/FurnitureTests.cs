using Monitor.Core.Extraction;
using Monitor.Core.Model;

namespace Monitor.Tests.Extraction;

/// <summary>Furniture that stands between an article's paragraphs, and real paragraphs that look a little like it.</summary>
public sealed class FurnitureTests
{
    private const string Title = "Harbour opens the new pier after a long dispute";

    private static readonly string[] Story =
    [
        "The harbour office opened the new pier on Monday after four years of dispute over its length and its costs.",
        "Fishing boats will keep their old places until the autumn, the office wrote in its notice to the skippers.",
        "Inkpress is a free printing service that makes tidy posters. Pick a size, add photos and stickers, and have twelve sheets by tomorrow if you like.",
        "The pier is 240 metres long and carries a narrow road for delivery vans between the market and the ferry landing.",
        "Skippers had asked for a longer pier because the ferry landing takes a third of the places in the summer.",
        "The dispute ended in March when the office agreed to dredge the old basin as well.",
    ];

    [Theory]
    [InlineData("Compartir: Facebook · Twitter · WhatsApp")]
    [InlineData("Diesen Artikel teilen: Facebook | Twitter | LinkedIn")]
    [InlineData("Partager sur Facebook, WhatsApp, e-mail")]
    [InlineData("هم‌رسانی: توییتر · تلگرام · واتساپ")]
    [InlineData("شارك: فيسبوك | تويتر | واتساب")]
    public void Names_of_networks_side_by_side_are_a_share_bar(string line) => Assert.Equal(CutReason.Chrome, Phrases.Reason(line, 0));

    [Theory]
    [InlineData("Twitter and Facebook have removed the accounts.")]
    [InlineData("Facebook removed 652 pages, Twitter 284 accounts")]
    [InlineData("Why Telegram")]
    public void A_sentence_about_networks_is_no_share_bar(string line) => Assert.Null(Phrases.Reason(line, 0));

    [Fact]
    public void A_paid_link_in_a_paragraph_on_another_subject_gives_an_advert_away()
    {
        bool[] paid = [false, false, true, false, false, false];

        Assert.Empty(InjectedAdverts.Find(Title, Story));
        Assert.Equal([2], InjectedAdverts.Find(Title, Story, paid));
    }

    [Fact]
    public void A_paid_link_in_a_paragraph_of_the_story_gives_nothing_away()
    {
        bool[] paid = [false, false, false, true, true, false];

        Assert.Empty(InjectedAdverts.Find(Title, Story, paid));
    }

    [Fact]
    public void An_article_that_lives_on_paid_links_keeps_its_paragraphs() =>
        Assert.Empty(InjectedAdverts.Find(Title, Story, [.. Story.Select(_ => true)]));
}
