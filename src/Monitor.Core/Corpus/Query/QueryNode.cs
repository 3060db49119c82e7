namespace Monitor.Core.Corpus.Query;

/// <summary>A parsed query: one tree for both engines and the percolator.</summary>
public abstract record QueryNode;

/// <summary>Matches everything; the empty query.</summary>
public sealed record AllNode : QueryNode;

/// <summary>One word, matched by its analyzed terms.</summary>
/// <param name="Text">The word as typed.</param>
public sealed record WordNode(string Text) : QueryNode;

/// <summary>Words in this order and side by side.</summary>
/// <param name="Text">The phrase as typed, without the quotation marks.</param>
public sealed record PhraseNode(string Text) : QueryNode;

/// <summary>Words that begin so.</summary>
/// <param name="Text">The beginning as typed, without the star.</param>
public sealed record PrefixNode(string Text) : QueryNode;

/// <summary>Words that are this one but for one slip: a letter put in, left out or replaced, or two neighbours swapped.</summary>
/// <param name="Text">The word as typed, without the tilde.</param>
public sealed record FuzzyNode(string Text) : QueryNode;

/// <summary>Two words or phrases near each other, in either order and in one field.</summary>
/// <param name="Left">A <see cref="WordNode"/> or <see cref="PhraseNode"/>.</param>
/// <param name="Right">A <see cref="WordNode"/> or <see cref="PhraseNode"/>.</param>
/// <param name="Distance">Most terms between them.</param>
public sealed record NearNode(QueryNode Left, QueryNode Right, int Distance) : QueryNode;

/// <summary>A condition on a field: <c>speaker:zarif</c>, <c>country:IR</c>, <c>from:2018-09-01</c>, <c>followers:&gt;1000</c>.</summary>
/// <param name="Field">A field name of the query language.</param>
/// <param name="Value">The value as typed.</param>
/// <param name="Phrase">True when the value stood in quotation marks.</param>
public sealed record FieldNode(string Field, string Value, bool Phrase) : QueryNode;

/// <summary>All of them.</summary>
/// <param name="Parts">Two or more.</param>
public sealed record AndNode(IReadOnlyList<QueryNode> Parts) : QueryNode;

/// <summary>Any of them.</summary>
/// <param name="Parts">Two or more.</param>
public sealed record OrNode(IReadOnlyList<QueryNode> Parts) : QueryNode;

/// <summary>Not this.</summary>
/// <param name="Part">What must not match.</param>
public sealed record NotNode(QueryNode Part) : QueryNode;
