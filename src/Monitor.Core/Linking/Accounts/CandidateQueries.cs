using Monitor.Core.Corpus.Query;
using Monitor.Core.Linking.Groups;
using Monitor.Core.Linking.Scoring;

namespace Monitor.Core.Linking.Accounts;

/// <summary>Queries that deliver candidate accounts from a corpus too large to be read through.</summary>
internal static class CandidateQueries
{
    /// <summary>Expressions in one query; engines limit the size of a query's tree.</summary>
    private const int Expressions = 60;

    /// <summary>Accounts whose words hold an expression of the claim's groups or of those near them.</summary>
    public static IEnumerable<QueryNode> Groups(ClaimFacts facts)
    {
        var groups = facts.Groups.Select(g => g.Group).SelectMany(g => RelatedGroups.Of(g).Prepend(g)).ToHashSet(StringComparer.Ordinal);
        return GroupLexicon.Default.All
            .Where(e => groups.Contains(e.Group) && !e.Marks.HasFlag(EntryMarks.ClaimOnly))
            .Select(e => e.Expression).Distinct(StringComparer.Ordinal)
            .Chunk(Expressions)
            .Select(chunk => Any([.. chunk.Select(e => e.Contains(' ', StringComparison.Ordinal) ? (QueryNode)new PhraseNode(e) : new WordNode(e))]));
    }

    /// <summary>Accounts that show a name of the claim, in the script in which the claim writes it.</summary>
    public static IEnumerable<QueryNode> Names(ClaimFacts facts) => facts.Names.Select(n => (QueryNode)new PhraseNode(n));

    /// <summary>Records with the hashtag.</summary>
    public static QueryNode Hashtag(string hashtag) => new FieldNode("hashtag", hashtag.TrimStart('#'), false);

    private static QueryNode Any(IReadOnlyList<QueryNode> parts) => parts.Count == 1 ? parts[0] : new OrNode(parts);
}
