using System.Globalization;
using System.Text;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Corpus.Sqlite.Posts;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>A condition as SQL: one FTS5 expression for all text that must match, and a condition on the row for the rest.</summary>
internal sealed class SqlCondition
{
    private readonly string _table;
    private readonly List<object?> _parameters = [];

    /// <summary>Translates a condition for a table.</summary>
    public SqlCondition(Condition condition, string table)
    {
        _table = table;
        var parts = condition is AndCondition and ? and.Parts : [condition];
        var texts = parts.Select(p => (Part: p, Text: Text(p))).ToList();
        var positive = texts.Where(t => t.Text is not null).Select(t => t.Text!).ToList();
        var rest = texts.Where(t => t.Text is null).Select(t => t.Part).ToList();
        if (positive.Count > 0)
        {
            Match = string.Join(" AND ", positive);
            foreach (var not in rest.OfType<NotCondition>().ToList())
            {
                if (Text(not.Part) is { } excluded)
                {
                    Match = $"({Match}) NOT {excluded}";
                    rest.Remove(not);
                }
            }

            Match = $"@{Add(Match)}";
        }

        Where = rest.Count == 0 ? "1" : string.Join(" AND ", rest.Select(Sql));
    }

    /// <summary>Parameter that holds the FTS5 expression; null when the query looks for no text.</summary>
    public string? Match { get; }

    /// <summary>Condition on the row <c>r</c>.</summary>
    public string Where { get; }

    /// <summary>True when there is a condition on the row.</summary>
    public bool Filters => Where != "1";

    /// <summary>What a verdict is on: an account is one subject in all releases.</summary>
    public string Subject => _table == "accounts" ? "r.id" : "r.key";

    /// <summary>Values of @0, @1 …</summary>
    public object?[] Parameters => [.. _parameters];

    /// <summary>Rows that meet the condition, terms as <c>f</c> when there is text, the row as <c>r</c>.</summary>
    public string From(bool withRow)
    {
        if (Match is null)
        {
            return $"FROM {_table} r WHERE {Where}";
        }

        return withRow || Filters
            ? $"FROM {_table}_terms f CROSS JOIN {_table} r ON r.n = f.rowid WHERE f.{_table}_terms MATCH {Match} AND {Where}"
            : $"FROM {_table}_terms f WHERE f.{_table}_terms MATCH {Match}";
    }

    /// <summary>The FTS5 expression of a condition made of text alone; null for others.</summary>
    private static string? Text(Condition condition) => condition switch
    {
        TermsCondition terms => Terms(terms),
        NearCondition near => In(near.Field, $"NEAR({Phrase(near.First)} {Phrase(near.Second)}, {near.Distance.ToString(CultureInfo.InvariantCulture)})"),
        OrCondition or => Join(or.Parts, " OR "),
        AndCondition and => And(and),
        _ => null,
    };

    private static string? And(AndCondition and)
    {
        var positive = Join([.. and.Parts.Where(p => p is not NotCondition)], " AND ");
        var negative = and.Parts.OfType<NotCondition>().Select(n => Text(n.Part)).ToList();
        return positive is null || negative.Contains(null) ? null : negative.Count == 0 ? positive : $"({positive} NOT {string.Join(" NOT ", negative)})";
    }

    private static string? Join(IReadOnlyList<Condition> parts, string with)
    {
        var texts = parts.Select(Text).ToList();
        return texts.Count == 0 || texts.Contains(null) ? null : texts.Count == 1 ? texts[0] : $"({string.Join(with, texts)})";
    }

    private static string Terms(TermsCondition terms) => In(terms.Field, Phrase(terms.Terms) + (terms.Prefix ? " *" : ""));

    private static string Phrase(IReadOnlyList<string> terms) => $"\"{string.Join(' ', terms).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string In(TextField field, string text) => field == TextField.Any ? text : $"({{{field.ToString().ToLowerInvariant()}}} : {text})";

    private string Sql(Condition condition) => condition switch
    {
        AllCondition => "1",
        NoneCondition => "0",
        _ when Text(condition) is { } text => $"r.n IN (SELECT rowid FROM {_table}_terms WHERE {_table}_terms MATCH @{Add(text)})",
        KeywordCondition k => Keyword(k),
        DateCondition d => $"ifnull(r.date >= @{Add(d.From)} AND r.date < @{Add(d.Before)}, 0)",
        NumberCondition n => $"ifnull(r.{n.Field} >= @{Add(n.Least)} AND r.{n.Field} <= @{Add(n.Greatest)}, 0)",
        IdCondition i => Id(i.Id),
        AndCondition and => $"({string.Join(" AND ", and.Parts.Select(Sql))})",
        OrCondition or => $"({string.Join(" OR ", or.Parts.Select(Sql))})",
        NotCondition not => $"NOT {Sql(not.Part)}",
        _ => throw new ArgumentException($"{condition.GetType().Name} is no condition", nameof(condition)),
    };

    private string Keyword(KeywordCondition keyword)
    {
        var value = $"@{Add(keyword.Value)}";
        return keyword.Field switch
        {
            "country" => $"instr(',' || lower(ifnull(r.country, '')) || ',', ',' || lower({value}) || ',') > 0",
            "language" => $"(ifnull(r.language, '') = {value} COLLATE NOCASE OR substr(ifnull(r.language, ''), 1, length({value}) + 1) = {value} || '-' COLLATE NOCASE)",
            "verdict" => $"{Subject} IN (SELECT subject FROM verdicts WHERE verdict = {value})",
            _ => $"ifnull(r.{keyword.Field}, '') = {value} COLLATE NOCASE",
        };
    }

    private string Id(string id)
    {
        var ids = string.Join(", ", RecordKeys.IdsFor(id).Select(i => $"@{Add(i)}"));
        return _table switch
        {
            "accounts" => $"(r.id IN ({ids}) OR r.user_id = @{Add(id)})",
            "posts" => $"r.n IN (SELECT n FROM post_keys WHERE part IN {PostParts.All} AND mark IN ({Marks(id)})) AND r.key IN ({ids})",
            _ => $"r.key IN ({ids})",
        };
    }

    private string Marks(string id) => string.Join(", ", RecordKeys.IdsFor(id).Select(i => $"@{Add((long)Fingerprint.Of(Encoding.UTF8.GetBytes(i)))}"));

    private string Add(object value)
    {
        _parameters.Add(value);
        return (_parameters.Count - 1).ToString(CultureInfo.InvariantCulture);
    }
}
