using Microsoft.Data.Sqlite;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>Tables of the corpus file. Every searched kind has a table of records and a contentless FTS5 table of their terms under the same row number.</summary>
internal static class SqliteSchema
{
    /// <summary>Raised whenever tables or the terms of the analyzer change, so that an older file is rebuilt.</summary>
    public const long Version = 3;

    /// <summary>Searched kinds in the order of <see cref="SearchKind"/>.</summary>
    public static readonly string[] Tables = ["claims", "documents", "accounts", "posts", "releases"];

    /// <summary>
    /// Terms are folded already and parted by blanks, so the tokenizer must split nowhere else: all that is not ASCII belongs to a term by itself,
    /// and so does every ASCII sign listed here (https://sqlite.org/fts5.html, section 4.3.2).
    /// </summary>
    private const string Tokenizer = """tokenize="ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'" """;

    /// <summary>The table of a kind.</summary>
    public static string Table(SearchKind kind) => Tables[(int)kind];

    /// <summary>Makes the tables where there are none.</summary>
    /// <exception cref="InvalidDataException">The file was made by another version.</exception>
    public static void Ensure(SqliteConnection connection)
    {
        var version = connection.Number("PRAGMA user_version");
        if (version == Version)
        {
            return;
        }

        connection.Run("BEGIN IMMEDIATE");
        version = connection.Number("PRAGMA user_version");
        if (version is not (0 or Version))
        {
            connection.Run("ROLLBACK");
            throw new InvalidDataException(
                $"{connection.DataSource}: this corpus has version {version}, this Monitor reads version {Version}; delete the file and run \"monitor rebuild\"");
        }

        foreach (var statement in Statements())
        {
            connection.Run(statement);
        }

        connection.Run($"PRAGMA user_version = {Version}");
        connection.Run("COMMIT");
    }

    private static IEnumerable<string> Statements()
    {
        foreach (var table in Tables)
        {
            if (table != "posts")
            {
                yield return $"""
                    CREATE TABLE IF NOT EXISTS {table}(
                      n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, id TEXT, user_id TEXT, handle TEXT COLLATE NOCASE, date INTEGER, source TEXT, country TEXT,
                      language TEXT, kind TEXT, speaker TEXT, release TEXT, platform TEXT, followers INTEGER, following INTEGER, json BLOB NOT NULL,
                      outlet TEXT, spread INTEGER)
                    """;
                yield return $"CREATE INDEX IF NOT EXISTS {table}_date ON {table}(date)";
            }

            yield return $"CREATE VIRTUAL TABLE IF NOT EXISTS {table}_terms USING fts5(title, speaker, body, keys, content='', contentless_delete=1, {Tokenizer})";
            yield return $"CREATE VIRTUAL TABLE IF NOT EXISTS {table}_words USING fts5vocab({table}_terms, instance)";
            yield return $"INSERT INTO {table}_terms({table}_terms, rank) VALUES('hashsize', 67108864)";
            yield return $"INSERT INTO {table}_terms({table}_terms, rank) VALUES('automerge', 8)"; // of a large import each term is merged once in 8 batches, not once in 4
        }

        yield return "CREATE INDEX IF NOT EXISTS claims_spread ON claims(spread)";
        yield return "CREATE TABLE IF NOT EXISTS verdicts(subject TEXT, verdict TEXT COLLATE NOCASE, PRIMARY KEY(subject, verdict)) WITHOUT ROWID";
        yield return "CREATE INDEX IF NOT EXISTS accounts_id ON accounts(id)";
        yield return "CREATE INDEX IF NOT EXISTS accounts_user ON accounts(user_id)";
        yield return "CREATE INDEX IF NOT EXISTS accounts_handle ON accounts(handle)";
        yield return "CREATE INDEX IF NOT EXISTS accounts_release ON accounts(release, key)";
        // Posts are the many: compact rows, and indexes of numbers, part by part (see PostParts and PostIndex). What posts do not have takes no space.
        yield return """
            CREATE TABLE IF NOT EXISTS posts(
              n INTEGER PRIMARY KEY, date INTEGER, language TEXT, release TEXT, platform TEXT, key TEXT NOT NULL, account TEXT NOT NULL, post BLOB NOT NULL,
              source TEXT AS (NULL) VIRTUAL, country TEXT AS (NULL) VIRTUAL, kind TEXT AS (NULL) VIRTUAL, speaker TEXT AS (NULL) VIRTUAL,
              followers INTEGER AS (NULL) VIRTUAL, following INTEGER AS (NULL) VIRTUAL)
            """;
        yield return "CREATE TABLE IF NOT EXISTS post_keys(part INTEGER, mark INTEGER, n INTEGER, PRIMARY KEY(part, mark, n)) WITHOUT ROWID";
        yield return "CREATE TABLE IF NOT EXISTS post_accounts(part INTEGER, mark INTEGER, date INTEGER, n INTEGER, PRIMARY KEY(part, mark, date, n)) WITHOUT ROWID";
        yield return "CREATE TABLE IF NOT EXISTS post_dates(part INTEGER, date INTEGER, n INTEGER, PRIMARY KEY(part, date, n)) WITHOUT ROWID";
        yield return "CREATE TABLE IF NOT EXISTS post_parts(part INTEGER NOT NULL, release TEXT NOT NULL, posts INTEGER NOT NULL, PRIMARY KEY(part, release)) WITHOUT ROWID";
        yield return "CREATE TABLE IF NOT EXISTS clearings(n INTEGER PRIMARY KEY)"; // a row each time the corpus was emptied, since when row numbers begin anew
        yield return "CREATE TABLE IF NOT EXISTS appearances(n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, a TEXT, b TEXT, date INTEGER, start REAL, json BLOB NOT NULL)";
        yield return "CREATE TABLE IF NOT EXISTS status_events(n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, a TEXT, b TEXT, date INTEGER, start REAL, json BLOB NOT NULL)";
        yield return "CREATE TABLE IF NOT EXISTS links(n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, a TEXT, b TEXT, date INTEGER, start REAL, json BLOB NOT NULL)";
        yield return "CREATE TABLE IF NOT EXISTS account_marks(n INTEGER PRIMARY KEY, marks TEXT NOT NULL)";
        yield return $"CREATE VIRTUAL TABLE IF NOT EXISTS account_marks_terms USING fts5(marks, content='', contentless_delete=1, detail=none, {Tokenizer})";
        yield return "INSERT INTO account_marks_terms(account_marks_terms, rank) VALUES('hashsize', 33554432)";
        yield return "CREATE TABLE IF NOT EXISTS mark_counts(mark TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID";
        yield return "CREATE TABLE IF NOT EXISTS renames(handle TEXT COLLATE NOCASE, event TEXT, PRIMARY KEY(handle, event)) WITHOUT ROWID";
        yield return "CREATE TABLE IF NOT EXISTS link_inputs(what TEXT PRIMARY KEY, fingerprint TEXT NOT NULL) WITHOUT ROWID";
        foreach (var table in (string[])["appearances", "status_events", "links"])
        {
            yield return $"CREATE INDEX IF NOT EXISTS {table}_a ON {table}(a)";
            yield return $"CREATE INDEX IF NOT EXISTS {table}_b ON {table}(b)";
        }
    }
}
