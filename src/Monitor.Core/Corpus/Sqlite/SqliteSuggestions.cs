using Microsoft.Data.Sqlite;
using Monitor.Core.Corpus.Query;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>Suggests for each word that nothing matches the word that is one slip from it and that most records hold.</summary>
internal sealed class SqliteSuggestions(SqliteConnection connection, IReadOnlyList<SearchKind> kinds)
{
    /// <summary>Records of a word that are looked at for how a text writes it: terms are stems.</summary>
    private const int MostLooked = 5;

    /// <summary>Terms one slip away whose records are counted.</summary>
    private const int MostCounted = 20;

    /// <summary>Suggestions for a query, in the order of its words.</summary>
    public IReadOnlyList<WordSuggestion> For(QueryNode query)
    {
        var suggestions = new List<WordSuggestion>();
        foreach (var (word, term) in QueryWords.Of(query))
        {
            if (kinds.All(k => !Holds(k, term)) && Best(term) is { } written)
            {
                suggestions.Add(QueryWords.Suggestion(query, word, written));
            }
        }

        return suggestions;
    }

    private bool Holds(SearchKind kind, string term)
    {
        using var vocabulary = new Vocabulary(connection, SqliteSchema.Table(kind));
        return vocabulary.First(term) == term;
    }

    private string? Best(string term)
    {
        var counts = new Dictionary<string, (long Count, SearchKind Kind, long Most)>(StringComparer.Ordinal);
        foreach (var kind in kinds)
        {
            using var vocabulary = new Vocabulary(connection, SqliteSchema.Table(kind));
            foreach (var near in vocabulary.Of(new FuzzyCondition(TextField.Any, term)).Where(t => t.All(char.IsLetter)).Take(MostCounted))
            {
                var count = connection.Number($"SELECT count(*) FROM {SqliteSchema.Table(kind)}_terms WHERE {SqliteSchema.Table(kind)}_terms MATCH @0", $"\"{near}\"");
                var (before, of, most) = counts.GetValueOrDefault(near);
                counts[near] = (before + count, count > most ? kind : of, Math.Max(count, most));
            }
        }

        return counts.OrderByDescending(c => c.Value.Count).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => Written(c.Value.Kind, c.Key)).FirstOrDefault();
    }

    /// <summary>The term as the newest text with it writes it; else the term itself.</summary>
    private string Written(SearchKind kind, string term)
    {
        var table = SqliteSchema.Table(kind);
        var builder = new HitBuilder(connection, kind, new TermsCondition(TextField.Any, [term], false));
        using var command = connection.Command($"SELECT rowid FROM {table}_terms WHERE {table}_terms MATCH @0 ORDER BY rowid DESC LIMIT {MostLooked}", $"\"{term}\"");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var (hit, _) = builder.Hit(reader.GetInt64(0), 0);
            if (hit.Highlights is [var span, ..])
            {
                return span.Of(hit.Text);
            }
        }

        return term;
    }
}
