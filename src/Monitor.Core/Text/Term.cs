namespace Monitor.Core.Text;

/// <summary>One term of a text. Several terms may share a position: a hashtag as a whole and the first of its words.</summary>
/// <param name="Value">Folded and stemmed; holds no blank.</param>
/// <param name="Start">First UTF-16 unit in the original text.</param>
/// <param name="End">Behind the last unit in the original text.</param>
/// <param name="Position">Number of the word, from 0, without gaps.</param>
/// <param name="Stop">True for a word that carries little meaning ("the", "و"); stop words are marked, not dropped.</param>
public readonly record struct Term(string Value, int Start, int End, int Position, bool Stop);
