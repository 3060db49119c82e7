using Monitor.Core.Text;

namespace Monitor.Tests.Text;

public sealed class NegationTests
{
    [Theory]
    [InlineData("Chirper did not close them", true)]
    [InlineData("Chirper didn’t close them", true)]
    [InlineData("Chirper closed them", false)]
    [InlineData("Another note was knotted", false)]
    [InlineData("Chirper no es responsable", true)]
    [InlineData("Chirper n'a pas fermé ces comptes, il n’y a pas de preuve", true)]
    [InlineData("Chirper hat sie nicht geschlossen", true)]
    [InlineData("Они не закрыли аккаунты", true)]
    [InlineData("این حساب‌ها واقعی نیست", true)]
    [InlineData("هذه الحسابات ليست حقيقية", true)]
    public void A_sentence_denies_by_its_negation_words(string text, bool denies) => Assert.Equal(denies, Negation.In(text));
}
