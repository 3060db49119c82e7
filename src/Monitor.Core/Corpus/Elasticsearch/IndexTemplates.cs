using System.Text.Json.Nodes;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>
/// Mappings and settings of new indexes. Mappings are strict: what Monitor does not know of cannot get in. Terms are Monitor's own, parted by blanks and split nowhere else
/// (the built-in <c>whitespace</c> analyzer); they are indexed and not kept, since the record itself is kept as it was, as text.
/// </summary>
internal static class IndexTemplates
{
    /// <summary>Fields of terms, in the order of <see cref="Query.TextField"/> behind "any".</summary>
    public static readonly string[] TermFields = ["t_title", "t_speaker", "t_body", "t_keys"];

    /// <summary>The body of a kind's index template.</summary>
    public static JsonObject Of(IndexNames names, IndexKind kind, int shards)
    {
        var large = kind <= IndexKind.Posts;
        return new()
        {
            ["index_patterns"] = new JsonArray(names.Template(kind).Pattern),
            ["priority"] = 200 + (int)kind, // one name could match the patterns of two kinds, so the server wants an order among them
            ["version"] = IndexNames.Schema,
            ["template"] = new JsonObject
            {
                ["settings"] = new JsonObject
                {
                    ["number_of_shards"] = large ? shards : 1,
                    ["auto_expand_replicas"] = "0-1",
                    ["refresh_interval"] = "30s", // every put refreshes what it wrote
                },
                ["mappings"] = new JsonObject
                {
                    ["dynamic"] = "strict",
                    ["_source"] = new JsonObject { ["excludes"] = new JsonArray("t_*") },
                    ["properties"] = Properties(kind),
                },
            },
        };
    }

    private static JsonObject Properties(IndexKind kind)
    {
        var properties = new JsonObject
        {
            ["key"] = Keyword(),
            ["k"] = new JsonObject { ["type"] = "byte" },
            ["hash"] = new JsonObject { ["type"] = "keyword", ["index"] = false },
            ["beside"] = new JsonObject { ["type"] = "keyword", ["index"] = false },
            ["json"] = new JsonObject { ["type"] = "keyword", ["index"] = false, ["doc_values"] = false },
        };
        switch (kind)
        {
            case <= IndexKind.Releases:
                foreach (var field in (string[])["id", "user_id", "handle", "is", "source", "country", "language", "kind", "speaker", "release", "platform", "account", "verdict", "judged"])
                {
                    properties[field] = Keyword();
                }

                foreach (var field in (string[])["date", "followers", "following", "spread"])
                {
                    properties[field] = Number("long");
                }

                foreach (var field in TermFields)
                {
                    properties[field] = new JsonObject { ["type"] = "text", ["analyzer"] = "whitespace" };
                }

                break;
            case IndexKind.Appearances or IndexKind.Events or IndexKind.Links:
                (properties["a"], properties["b"], properties["handles"], properties["outlet"]) = (Keyword(), Keyword(), Keyword(), Keyword());
                (properties["date"], properties["start"]) = (Number("long"), Number("double"));
                break;
            case IndexKind.Marks:
                (properties["account"], properties["marks"], properties["counted"]) = (Keyword(), Keyword(), Keyword());
                break;
        }

        return properties;
    }

    private static JsonObject Keyword() => new() { ["type"] = "keyword" };

    private static JsonObject Number(string type) => new() { ["type"] = type };
}
