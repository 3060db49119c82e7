using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Model;

namespace Monitor.Tests.Corpus;

public sealed class PercolatorTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("monitor-percolator");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>9 rounds of 40 queries over 15 documents and 15 claims: 10,800 pairs.</summary>
    [Fact]
    public async Task A_record_is_percolated_exactly_when_the_search_finds_it()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var corpus = SqliteCorpus.Open(Path.Combine(_folder.FullName, "corpus.db"));
        var pairs = 0;
        var matches = 0;
        for (var round = 0; round < 9; round++)
        {
            await corpus.Clear(cancel);
            var queries = QueryGenerator.Query.Sample(40, new Rnd((ulong)(round + 1), 77), 12).ToList();
            var documents = Enumerable.Range(0, 15).Select(i => QueryGenerator.Document($"d{i}").Sample(1, new Rnd((ulong)(round * 100 + i), 11), 10).First()).ToList();
            var claims = Enumerable.Range(0, 15).Select(i => QueryGenerator.Claim($"c{i}").Sample(1, new Rnd((ulong)(round * 100 + i), 13), 10).First()).ToList();
            string[] Verdicts(Claim claim) => (round + claim.Id[^1]) % 3 == 0 ? ["false", "mostly true"] : [];
            await corpus.Put(new() { Documents = documents, Claims = claims, Verdicts = [.. claims.Select(c => new SubjectVerdicts(c.Id, Verdicts(c)))] }, cancel);
            var percolator = new Percolator();
            for (var q = 0; q < queries.Count; q++)
            {
                percolator.Add($"d{q}", queries[q], SearchKind.Documents);
                percolator.Add($"c{q}", queries[q], SearchKind.Claims);
            }

            var percolated = documents.SelectMany(d => percolator.Match(d).Select(q => (q, d.Id))).Concat(claims.SelectMany(c => percolator.Match(c, Verdicts(c)).Select(q => (q, c.Id)))).ToHashSet();
            for (var q = 0; q < queries.Count; q++)
            {
                foreach (var kind in (SearchKind[])[SearchKind.Documents, SearchKind.Claims])
                {
                    var found = (await corpus.Search(new(queries[q], [kind]) { Limit = 100 }, cancel)).Hits.Select(h => h.Id).Order().ToList();
                    var matched = percolated.Where(p => p.q == $"{(kind == SearchKind.Documents ? 'd' : 'c')}{q}").Select(p => p.Id).Order().ToList();
                    Assert.True(found.SequenceEqual(matched), $"{kind} {QueryParser.Render(queries[q])}: search [{string.Join(' ', found)}], percolator [{string.Join(' ', matched)}]");
                    matches += found.Count;
                    pairs += 15;
                }
            }
        }

        Assert.Equal(10_800, pairs);
        Assert.InRange(matches, 1080, 9720); // the generator makes neither all nothing nor all everything
    }

    /// <summary>What draws samples reads accounts one by one and must mean by a query what the search means: 6 rounds of 40 queries over 20 accounts.</summary>
    [Fact]
    public async Task An_account_is_matched_alone_exactly_when_the_search_finds_it()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var corpus = SqliteCorpus.Open(Path.Combine(_folder.FullName, "corpus.db"));
        var terms = new FieldTerms();
        var matches = 0;
        for (var round = 0; round < 6; round++)
        {
            await corpus.Clear(cancel);
            var queries = QueryGenerator.Query.Sample(40, new Rnd((ulong)(round + 1), 91), 12).ToList();
            var accounts = Enumerable.Range(0, 20).Select(i => QueryGenerator.Account($"{i}").Sample(1, new Rnd((ulong)(round * 100 + i), 17), 10).First()).ToList();
            await corpus.Put(new() { Accounts = accounts }, cancel);
            foreach (var query in queries)
            {
                var condition = QueryCompiler.Compile(query, SearchKind.Accounts);
                var alone = accounts.Where(a =>
                {
                    RecordTerms.Fill(terms, a);
                    return new QueryMatcher(terms, RecordKeys.Of(a)).Matches(condition);
                }).Select(a => a.Id).Order(StringComparer.Ordinal).ToList();
                var found = (await corpus.Search(new(query, [SearchKind.Accounts]) { Limit = 100 }, cancel)).Hits.Select(h => h.Id).Order(StringComparer.Ordinal).ToList();
                Assert.True(found.SequenceEqual(alone), $"{QueryParser.Render(query)}: search [{string.Join(' ', found)}], alone [{string.Join(' ', alone)}]");
                matches += found.Count;
            }
        }

        Assert.InRange(matches, 480, 4320); // of 4,800 pairs
    }

    [Fact]
    public void A_query_is_replaced_and_removed_by_its_id()
    {
        var percolator = new Percolator();
        var document = new Monitor.Core.Model.Document("d", Monitor.Core.Model.DocumentKind.Article, "https://example.org", "real Iranians");
        percolator.Add("b", new WordNode("real"), SearchKind.Documents);
        percolator.Add("a", new WordNode("iranian"), SearchKind.Documents);
        percolator.Add("c", new WordNode("real"), SearchKind.Claims);
        Assert.Equal(["a", "b"], percolator.Match(document));
        percolator.Add("a", new WordNode("other"), SearchKind.Documents);
        percolator.Remove("none");
        Assert.Equal(["b"], percolator.Match(document));
        percolator.Remove("b");
        Assert.Empty(percolator.Match(document));
    }
}
