namespace Monitor.Tests.Eval;

/// <summary>The commands on a tiny gold set written by hand.</summary>
public sealed class EvalCommandTests : IDisposable
{
    private const string Article = "The harbour master said on Monday that the basin held 300 boats. “Nobody counted them before,” she added. The council of the sample town declined to comment.";

    private readonly TemporaryFolder _folder = new();

    public EvalCommandTests()
    {
        string At(string words) => $"\"start\":{Article.IndexOf(words, StringComparison.Ordinal)},\"end\":{Article.IndexOf(words, StringComparison.Ordinal) + words.Length}";
        _folder.Put("gold/quotes/gumnews.docs.jsonl", $$"""{"doc":"sample","lang":"en","date":"2018-09-17","text":"{{Article}}"}""" + "\n");
        _folder.Put("gold/quotes/gumnews.gold.jsonl", $$"""
            {"doc":"sample",{{At("the basin held 300 boats.")}},"text":"the basin held 300 boats.","speaker":"The harbour master","type":"indirect"}
            {"doc":"sample",{{At("“Nobody counted them before,”")}},"text":"“Nobody counted them before,”","speaker":"she","type":"direct"}
            {"doc":"sample",{{At("300 boats")}},"text":"300 boats","speaker":"nobody","type":"indirect"}

            """);
        _folder.Put("gold/links/pairs.jsonl", """
            {"id":"s1","a":{"name":"Sample Person","handle":"sample_person","script":"Latn"},"b":{"name":"Sample Person","handle":"Sample_Person","script":"Latn"},"same":true,"kind":"case"}
            {"id":"s2","a":{"name":"Sample Person","handle":"sample_person","script":"Latn"},"b":{"name":"Sample Person","handle":"sarnple_person","script":"Latn"},"same":"imposter","kind":"look-alike"}

            """);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Quotations_are_measured_and_errors_shown()
    {
        var (code, output, _) = await Run("eval", "quotes", "--set", "gumnews", "--errors", "5", "--gold", _folder.At("gold"));
        Assert.Equal(0, code);
        Golden.Check(output, "Eval", "quotes.txt");
    }

    [Fact]
    public async Task Pairs_are_measured_as_json()
    {
        var (code, output, _) = await Run("eval", "pairs", "--json", "--gold", _folder.At("gold"));
        Assert.Equal(0, code);
        Assert.Contains("""{"set":"pairs","language":"","figure":"F1","value":1,"goal":0.85,"reached":true,"n":2}""", output, StringComparison.Ordinal);
        Assert.Contains("\"figure\":\"imposters refused\",\"value\":1,", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_gold_data_is_named()
    {
        var nowhere = await Run("eval", "pairs", "--gold", _folder.At("nowhere"));
        Assert.Equal(2, nowhere.Code);
        Assert.Contains("--gold", nowhere.Errors, StringComparison.Ordinal);

        var part = await Run("eval", "groups", "--gold", _folder.At("gold"));
        Assert.Equal(2, part.Code);
        Assert.Contains("links/bios.jsonl", part.Errors, StringComparison.Ordinal);

        var broken = _folder.Put("gold/links/pairs.jsonl", "{\"id\":\"x\"}\nno object\n");
        var failed = await Run("eval", "pairs", "--gold", _folder.At("gold"));
        Assert.Equal(1, failed.Code);
        Assert.Contains("links/pairs.jsonl:2", failed.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(broken));
    }

    private Task<(int Code, string Output, string Errors)> Run(params string[] arguments) => MonitorProcess.Run([.. arguments, "--data", _folder.At("data")]);
}
