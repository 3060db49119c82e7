using System.Globalization;
using Microsoft.Data.Sqlite;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Corpus.Sqlite.Posts;
using Monitor.Core.Model;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>
/// One search on one connection. Relevance is BM25 (Robertson and Zaragoza 2009, as FTS5 computes it) with weights for title, speaker and words. When a kind has
/// more than <see cref="MostRanked"/> matches, its newest rows are ranked and the rest follow from new to old: ranking a million rows would take seconds,
/// and every hit is still reached once.
/// </summary>
internal sealed class SqliteSearch
{
    /// <summary>Most matches of a kind that are ranked.</summary>
    internal const int MostRanked = 20_000;

    /// <summary>Most values of a facet.</summary>
    private const int MostValues = 50;

    private static readonly string[] FacetNames = ["source", "country", "language", "speaker", "kind", "release", "platform", "verdict"];

    private readonly SqliteConnection _connection;
    private readonly SearchRequest _request;
    private readonly SearchKind[] _kinds;
    private readonly SqlCondition?[] _conditions = new SqlCondition?[SqliteSchema.Tables.Length];
    private readonly HitBuilder?[] _builders = new HitBuilder?[SqliteSchema.Tables.Length];
    private readonly SearchCursor? _after;

    /// <summary>Prepares a search.</summary>
    /// <exception cref="ArgumentException">A limit, facet or cursor that cannot be.</exception>
    public SqliteSearch(SqliteConnection connection, SearchRequest request)
    {
        if (request.Limit is < 1 or > 1000)
        {
            throw new ArgumentOutOfRangeException(nameof(request), request.Limit, "the limit is 1 to 1,000");
        }

        if (request.Facets.FirstOrDefault(f => !FacetNames.Contains(f)) is { } unknown)
        {
            throw new ArgumentException($"there is no facet \"{unknown}\"; use one of {string.Join(", ", FacetNames)}", nameof(request));
        }

        _connection = connection;
        _request = request;
        _kinds = request.In.Count == 0 ? Enum.GetValues<SearchKind>() : [.. request.In.Distinct()];
        _after = request.Cursor is { } cursor ? SearchCursor.Read(cursor, request.Sort) : null;
        foreach (var kind in _kinds)
        {
            var condition = QueryCompiler.Compile(request.Query, kind);
            using var vocabulary = new Vocabulary(connection, SqliteSchema.Table(kind));
            var expanded = FuzzyExpansion.Of(condition, vocabulary);
            if (expanded is not NoneCondition)
            {
                _conditions[(int)kind] = new(expanded, SqliteSchema.Table(kind));
                _builders[(int)kind] = new(connection, kind, condition);
            }
        }
    }

    /// <summary>The page.</summary>
    public SearchPage Page()
    {
        var floors = _after?.Floors ?? new long[SqliteSchema.Tables.Length];
        var total = 0L;
        var places = new List<Place>();
        foreach (var kind in _kinds.Where(k => _conditions[(int)k] is not null))
        {
            var condition = _conditions[(int)kind]!;
            var count = _connection.Number($"SELECT count(*) {condition.From(withRow: false)}", condition.Parameters);
            total += count;
            if (count > 0)
            {
                if (_after is null && count > MostRanked && condition.Match is not null && _request.Sort == SearchSort.Relevance)
                {
                    floors[(int)kind] = Floor(condition);
                }

                places.AddRange(Places(kind, condition, floors[(int)kind]));
            }
        }

        places.Sort();
        var folder = new HitFolder(_request);
        var taken = 0;
        while (taken < places.Count && Hit(places[taken]) is var (hit, text) && folder.Take(hit, text))
        {
            taken++;
        }

        var next = places.Count > taken ? new SearchCursor(_request.Sort, places[taken - 1], floors).Write() : null;
        return new(folder.Hits, total, next, Facets())
        {
            Approximate = floors.Any(f => f > 0),
            Histogram = Histogram(),
            Suggestions = _request.Suggest ? new SqliteSuggestions(_connection, _kinds).For(_request.Query) : [],
        };
    }

    private static string Weights(SearchKind kind) => kind switch
    {
        SearchKind.Claims => "4, 2, 3, 0",
        SearchKind.Accounts => "4, 2, 1, 1", // the place stands with the keys
        _ => "4, 2, 1, 0",
    };

    private (SearchHit Hit, string Text) Hit(Place place) => _builders[place.Kind]!.Hit(place.Row, _request.Sort == SearchSort.Relevance && place.Tier == 0 ? Math.Max(0, -place.Value) : 0);

    /// <summary>The row number from which on <see cref="MostRanked"/> rows match.</summary>
    private long Floor(SqlCondition condition) =>
        _connection.Number($"SELECT f.rowid {condition.From(withRow: false)} ORDER BY f.rowid DESC LIMIT 1 OFFSET {MostRanked - 1}", condition.Parameters);

    private List<Place> Places(SearchKind kind, SqlCondition condition, long floor)
    {
        var places = new List<Place>();
        var wanted = new HitFolder(_request).Most + 1;
        if (_after is null or { Last.Tier: 0 })
        {
            places.AddRange(Tier(kind, condition, 0, floor, wanted));
        }

        if (places.Count < wanted && (floor > 0 || _request.Sort is SearchSort.Newest or SearchSort.Oldest))
        {
            places.AddRange(Tier(kind, condition, 1, floor, wanted - places.Count));
        }

        return places;
    }

    private List<Place> Tier(SearchKind kind, SqlCondition condition, int tier, long floor, int wanted)
    {
        var relevance = _request.Sort == SearchSort.Relevance;
        var ranked = relevance && condition.Match is not null;
        var recency = ranked && tier == 0 ? _request.Recency : null;
        var spread = _request.Sort == SearchSort.Spread;
        var byPart = ByPart(kind, condition);
        var date = byPart ? "d.date" : "r.date";
        var row = byPart ? "d.n" : condition.Match is null || !relevance || condition.Filters || recency is not null ? "r.n" : "f.rowid";
        var table = SqliteSchema.Table(kind);
        var value = tier == 1 ? "0.0" : spread ? kind == SearchKind.Claims ? "-ifnull(r.spread, 0.0)" : "0.0" : ranked ? $"bm25({table}_terms, {Weights(kind)})" : relevance ? "0.0" : _request.Sort == SearchSort.Newest ? $"-{date}" : date;
        var side = spread ? "1" : relevance
            ? floor == 0 ? "1" : $"f.rowid {(tier == 0 ? ">=" : "<")} {floor.ToString(CultureInfo.InvariantCulture)}"
            : byPart ? $"d.date {(tier == 0 ? ">" : "=")} {PostIndex.Undated.ToString(CultureInfo.InvariantCulture)}"
            : tier == 0 ? "r.date IS NOT NULL" : "r.date IS NULL";
        var order = tier == 1 || (relevance && !ranked) ? "n DESC" : relevance || spread ? "v, n DESC" : $"{date} {(_request.Sort == SearchSort.Newest ? "DESC" : "ASC")}, n DESC";
        object?[] parameters = condition.Parameters;
        if (recency is not null)
        {
            value += $" * ifnull({Recency.Least.ToString(CultureInfo.InvariantCulture)} + {(1 - Recency.Least).ToString(CultureInfo.InvariantCulture)} * pow(2, min(0, (r.date - @{parameters.Length}) / @{parameters.Length + 1})), {Recency.Least.ToString(CultureInfo.InvariantCulture)})";
            parameters = [.. parameters, (double)recency.Now.ToUnixTimeMilliseconds(), recency.HalfLife.TotalMilliseconds];
        }

        var after = "1";
        if (_after is { } cursor && cursor.Last.Tier == tier)
        {
            var (v, n) = ($"@{parameters.Length}", $"@{parameters.Length + 1}");
            after = ((int)kind).CompareTo(cursor.Last.Kind) switch
            {
                < 0 => $"v > {v}",
                > 0 => $"v >= {v}",
                _ => $"v >= {v} AND (v > {v} OR n < {n})",
            };
            parameters = [.. parameters, cursor.Last.Value, cursor.Last.Row];
        }

        // The cursor's condition stands outside, since a function of FTS5 may only be used on the rows of its own MATCH.
        var places = new List<Place>();
        foreach (var from in byPart ? Parts(condition) : [condition.From(withRow: !relevance || recency is not null)])
        {
            var inner = $"SELECT {row} AS n, {value} AS v {from} AND {side}";
            var sql = after == "1"
                ? $"{inner} ORDER BY {order} LIMIT {wanted}"
                : $"SELECT n, v FROM ({inner}) WHERE {after} ORDER BY v, n DESC LIMIT {wanted}";
            using var command = _connection.Command(sql, parameters);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                places.Add(new(tier, reader.GetDouble(1), (int)kind, reader.GetInt64(0)));
            }
        }

        return places;
    }

    /// <summary>True for posts in order of time without a text: the index that has this order is by part.</summary>
    private bool ByPart(SearchKind kind, SqlCondition condition) => kind == SearchKind.Posts && condition.Match is null && _request.Sort is SearchSort.Newest or SearchSort.Oldest;

    /// <summary>What to ask one after another, part by part.</summary>
    private IEnumerable<string> Parts(SqlCondition condition)
    {
        var row = condition.Filters ? " CROSS JOIN posts r ON r.n = d.n" : "";
        using var command = _connection.Command("SELECT DISTINCT part FROM post_parts ORDER BY 1");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return $"FROM post_dates d{row} WHERE d.part = {reader.GetInt64(0).ToString(CultureInfo.InvariantCulture)} AND {condition.Where}";
        }
    }

    private Dictionary<string, IReadOnlyList<ValueCount>> Facets()
    {
        var facets = new Dictionary<string, IReadOnlyList<ValueCount>>();
        foreach (var facet in _request.Facets.Distinct())
        {
            var counts = new Dictionary<string, long>();
            foreach (var kind in _kinds.Where(k => _conditions[(int)k] is not null))
            {
                Count(counts, facet, _conditions[(int)kind]!);
            }

            facets[facet] = [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(MostValues).Select(c => new ValueCount(c.Key, c.Value))];
        }

        return facets;
    }

    /// <summary>Hits by period of UTC.</summary>
    private IReadOnlyList<ValueCount> Histogram()
    {
        if (_request.Histogram is not { } step)
        {
            return [];
        }

        var form = step switch { DateStep.Year => "%Y", DateStep.Month => "%Y-%m", _ => "%Y-%m-%d" };
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var condition in _kinds.Select(k => _conditions[(int)k]).OfType<SqlCondition>())
        {
            using var command = _connection.Command($"SELECT strftime('{form}', r.date / 1000, 'unixepoch'), count(*) {condition.From(withRow: true)} AND r.date IS NOT NULL GROUP BY 1", condition.Parameters);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                counts[reader.GetString(0)] = counts.GetValueOrDefault(reader.GetString(0)) + reader.GetInt64(1);
            }
        }

        return [.. counts.Select(c => new ValueCount(c.Key, c.Value))];
    }

    private void Count(Dictionary<string, long> counts, string facet, SqlCondition condition)
    {
        var sql = facet == "verdict"
            ? $"SELECT v.verdict, count(*) FROM (SELECT {condition.Subject} AS subject {condition.From(withRow: true)}) s CROSS JOIN verdicts v ON v.subject = s.subject GROUP BY 1"
            : $"SELECT r.{facet}, count(*) {condition.From(withRow: true)} AND r.{facet} IS NOT NULL GROUP BY 1";
        using var command = _connection.Command(sql, condition.Parameters);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var values = reader.GetString(0);
            foreach (var value in facet == "country" ? values.Split(',') : [values])
            {
                counts[value] = counts.GetValueOrDefault(value) + reader.GetInt64(1);
            }
        }
    }
}
