using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Text;

namespace Monitor.Tests.Text;

public class AnalyzerProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1500).WithEndSize(60);

    /// <summary>Any UTF-16 units, lone surrogates too, with what the analyzer treats in a special way made frequent.</summary>
    private static Arbitrary<string> AnyText()
    {
        var special = Gen.Elements("#@_'’.,:/-\u200C\u200B\u0301\u064B\u0640 \t\n0123aZéßİıﬁيكةأؤﻻ۴٤ёй外ค์한ｶﾞ\uFF9E\u1100\u1161\uD83D\uDE00".ToCharArray());
        var pieces = Gen.Elements("http://", "www.", "می", "ها", " ", "\u200C", "cnet.com", "U.S.", "4,779", "l'", "'s", "#Ab", "@c_D", "نمی ", "\uD840\uDC00", "\uFDFA");
        var unit = Gen.Choose(0, char.MaxValue).Select(c => (char)c);
        var piece = Gen.OneOf(special.Select(c => c.ToString()), pieces, unit.Select(c => c.ToString()));
        return piece.ListOf().Select(string.Concat).ToArbitrary();
    }

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Check.One(Many, Prop.ForAll(AnyText(), text => Analyzer.Fold(Analyzer.Fold(text)) == Analyzer.Fold(text)));

    [Fact]
    public void Terms_stand_in_the_text_in_order() =>
        Check.One(Many, Prop.ForAll(AnyText(), text =>
        {
            var terms = Analyzer.Terms(text);
            return terms.All(t => t.Start >= 0 && t.Start < t.End && t.End <= text.Length && t.Value.Length > 0 && !t.Value.Any(char.IsWhiteSpace))
                && terms.Zip(terms.Skip(1)).All(p => p.First.Position == p.Second.Position ? p.First.Start <= p.Second.Start : p.First.Position + 1 == p.Second.Position);
        }));

    [Fact]
    public void Every_position_has_one_main_term_and_main_terms_increase() =>
        Check.One(Many, Prop.ForAll(AnyText(), text =>
        {
            var terms = new TermStream();
            Analyzer.Read(text, null, terms);
            return terms.Main.Select(t => t.Position).SequenceEqual(Enumerable.Range(0, terms.Main.Count))
                && terms.Main.Zip(terms.Main.Skip(1)).All(p => p.First.Start <= p.Second.Start)
                && terms.Also.All(t => t.Position < terms.Main.Count);
        }));

    [Fact]
    public void A_language_is_always_told() => Check.One(Many, Prop.ForAll(AnyText(), text => LanguageDetector.Detect(text).Length is 2 or 3));
}
