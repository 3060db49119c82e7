using System.Reflection;
using Monitor.Core.Corpus;

namespace Monitor.Tests.Architecture;

/// <summary>The downward order of the rooms, read from compiled code.</summary>
public sealed class DownwardOrderTests
{
    /// <summary>
    /// The one ordered list, from the ground up. A room may use the rooms of lower floors and itself; rooms on one floor never use each other.
    /// </summary>
    private static readonly string[][] Floors =
    [
        ["Monitor.Core.Model"],
        ["Monitor.Core.Text"],
        ["Monitor.Core.Definitions", "Monitor.Core.Evidence", "Monitor.Core.Corpus", "Monitor.Core.Ledger"],
        [
            "Monitor.Core.Discovery", "Monitor.Core.Capturing", "Monitor.Core.Extraction", "Monitor.Core.Claims", "Monitor.Core.Archives",
            "Monitor.Core.Dossiers", "Monitor.Core.Linking", "Monitor.Core.Reviews", "Monitor.Core.Alerting", "Monitor.Core.Exports",
        ],
        ["Monitor.Core.Pipeline"],
        ["Monitor.Web"],
        ["Monitor"],
    ];

    private static readonly Type[] Types =
        [.. new[] { typeof(Core.Model.Document).Assembly, Assembly.Load("Monitor.Web"), Assembly.Load("monitor") }.SelectMany(a => a.GetTypes())];

    [Fact]
    public void Every_type_lives_in_a_room()
    {
        var strays = Types.Where(t => t.Namespace is { } n && n.StartsWith("Monitor", StringComparison.Ordinal) && FloorOf(t) < 0).Select(t => t.FullName);

        Assert.Empty(strays);
    }

    [Fact]
    public void Rooms_use_only_lower_floors()
    {
        var wrong = from type in Types
                    let room = RoomOf(type)
                    where room is not null
                    from used in CompiledReferences.Of(type)
                    let other = RoomOf(CompiledReferences.Owner(used))
                    where other is not null && other != room && FloorOf(other) >= FloorOf(room)
                    select $"{type.FullName} uses {CompiledReferences.Owner(used)}";

        Assert.Empty(wrong.Distinct().Order());
    }

    [Fact]
    public void Only_the_pipeline_writes_the_corpus_and_the_evidence()
    {
        string[] allowed = ["Monitor.Core.Pipeline", "Monitor.Core.Corpus", "Monitor.Core.Evidence", "Monitor.Core.Capturing"];
        var wrong = from type in Types
                    let room = RoomOf(type)
                    where room is not null && !allowed.Contains(room)
                    from used in CompiledReferences.Of(type).OfType<MethodInfo>()
                    where (typeof(ICorpus).IsAssignableFrom(used.DeclaringType) && used.Name is nameof(ICorpus.Put) or nameof(ICorpus.Clear))
                        || used is { DeclaringType.FullName: "Monitor.Core.Evidence.EvidenceStore", Name: "Write" }
                    select $"{type.FullName} calls {used.DeclaringType}.{used.Name}";

        Assert.Empty(wrong.Distinct().Order());
    }

    [Fact]
    public void The_test_sees_a_reference_that_stands_only_in_a_method_body() =>
        Assert.Contains(CompiledReferences.Of(typeof(Sample)), m => CompiledReferences.Owner(m) == typeof(Core.Model.Ids));

    private static string? RoomOf(Type? type) =>
        type?.Namespace is { } n ? Floors.SelectMany(f => f).OrderByDescending(r => r.Length).FirstOrDefault(r => n == r || n.StartsWith(r + ".", StringComparison.Ordinal)) : null;

    private static int FloorOf(Type type) => RoomOf(type) is { } room ? FloorOf(room) : -1;

    private static int FloorOf(string room) => Array.FindIndex(Floors, f => f.Contains(room));

    private static class Sample
    {
        public static string Body() => "x" + Core.Model.Ids.Document("https://a.example/");
    }
}
