using System.CommandLine;
using System.Globalization;
using Monitor.Cli;
using Monitor.Core.Dossiers.Coordination;
using Monitor.Core.Exports;
using Monitor.Core.Model;

namespace Monitor.Commands;

/// <summary><c>monitor coordination</c>: which accounts acted together, against chance.</summary>
internal static class CoordinationCommand
{
    private const int Listed = 20;

    private static readonly Option<string[]> Release = new("--release") { Description = "Release id; several for a network across them, none for all", HelpName = "ID" };
    private static readonly Option<string> Trace = new("--trace") { Description = "What two accounts did alike: repost, link, hashtag, reply or text", DefaultValueFactory = _ => "repost" };
    private static readonly Option<int> Window = new("--window") { Description = "Seconds within which two actions are joint, 1 to 1800", DefaultValueFactory = _ => CoordinationOptions.DefaultWindow, HelpName = "S" };
    private static readonly Option<int> Least = new("--least") { Description = "Joint actions from which on a pair is listed", DefaultValueFactory = _ => 2, HelpName = "N" };
    private static readonly Option<string> GraphMl = new("--graphml") { Description = "Write the network as GraphML", HelpName = "FILE" };
    private static readonly Option<string> Edges = new("--edges") { Description = "Write the pairs as CSV", HelpName = "FILE" };

    public static Command Create()
    {
        Trace.AcceptOnlyFromAmong([.. Enum.GetNames<CoordinationTrace>().Select(n => n.ToLowerInvariant())]);
        var command = new Command("coordination", "Show which accounts acted together within seconds, repeatedly, against chance") { Release, Trace, Window, Least, GraphMl, Edges };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parse, CancellationToken cancel)
    {
        var (window, least) = (parse.GetValue(Window), parse.GetValue(Least));
        if (window is < 1 or > CoordinationOptions.LongestWindow || least < 1)
        {
            throw new UsageException($"--window is {window} and --least {least}; a window lies between 1 and {CoordinationOptions.LongestWindow} seconds, and --least is at least 1.");
        }

        await using var session = Session.OpenExisting(parse);
        var releases = parse.GetValue(Release) ?? [];
        foreach (var id in releases)
        {
            _ = await session.Corpus.Release(id, cancel) ?? throw new UsageException($"There is no release '{id}'. 'monitor archive list' lists them.");
        }

        var trace = Enum.Parse<CoordinationTrace>(parse.GetValue(Trace)!, ignoreCase: true);
        var progress = new LineProgress<long>(n => string.Create(CultureInfo.InvariantCulture, $"{n:#,0} posts read"), every: 100);
        var network = await session.Get<CoordinationBook>().Measure(releases, trace, new() { Window = window, Least = least }, progress, cancel);
        await Export(parse, network, cancel);
        if (parse.GetValue(CommonOptions.Json))
        {
            Output.Json(network);
        }
        else
        {
            Print(network);
        }

        return ExitCode.Done;
    }

    private static async Task Export(ParseResult parse, CoordinationNetwork network, CancellationToken cancel)
    {
        if (parse.GetValue(GraphMl) is { } graph)
        {
            await WriteFile(graph, file => Task.FromResult(NetworkExport.GraphMl(network, file)));
        }

        if (parse.GetValue(Edges) is { } edges)
        {
            await WriteFile(edges, file => NetworkExport.Edges(network, file, cancel));
        }
    }

    /// <summary>Writes beside the target and renames at the end: a fault leaves what was there before.</summary>
    private static async Task WriteFile(string to, Func<Stream, Task<long>> write)
    {
        long edges;
        await using (var file = File.Create(to + ".part"))
        {
            edges = await write(file);
        }

        File.Move(to + ".part", to, overwrite: true);
        Output.Note($"{edges} pairs in {to}");
    }

    private static void Print(CoordinationNetwork n)
    {
        Output.Line(Text($"{n.Trace}, within {n.EffectiveWindow} s{(n.EffectiveWindow != n.Window ? $" (asked: {n.Window} s)" : "")}, at least {n.Least} joint actions; {string.Join(", ", n.Releases)}"));
        Output.Line(Text($"{n.Posts:#,0} posts, {n.Actions:#,0} actions of this kind; {n.Comparable:#,0} of them, by {n.Accounts:#,0} accounts, have the same object as another account's in the same or a neighbouring hour."));
        Output.Line(Text($"Joint actions of all pairs: {n.Joint:#,0}, by chance {n.Expected:#,0.##} are expected. {n.EdgesFound:#,0} pairs have {n.Least} or more; {n.EdgesBeyondChance:#,0} of them are beyond chance (q ≤ 0.05, {n.PairsTested:#,0} pairs tested)."));
        foreach (var e in n.Edges.Take(Listed))
        {
            Output.Line(Text($"\n{e.A} and {e.B}\n  {e.Joint} joint actions of {e.Chances} chances, in {e.Hours} different hours, {e.Expected:0.###} expected, p {e.P:0.#e+0}, q {e.Q:0.#e+0}{(e.BeyondChance ? "" : ": chance explains it")}"));
            Output.Line(Text($"  The first account was first {e.AFirst} times, the second {e.BFirst}, neither {e.Together}; {e.First:yyyy-MM-dd HH:mm} to {e.Last:yyyy-MM-dd HH:mm}"));
            foreach (var x in e.Examples.Take(2))
            {
                Output.Line(Text($"    {x.Object.ReplaceLineEndings(" ")}\n      {x.TimeA:yyyy-MM-dd HH:mm:ss} {DossierText.Place(x.RowA)}; {x.TimeB:yyyy-MM-dd HH:mm:ss} {DossierText.Place(x.RowB)}"));
            }
        }

        foreach (var (group, i) in n.Groups.Take(Listed).Select((g, i) => (g, i + 1)))
        {
            Output.Line(Text($"\nGroup {i}: {group.Accounts.Count} accounts, {group.Edges} pairs, {group.Joint} joint actions: {string.Join(", ", group.Accounts.Take(8))}{(group.Accounts.Count > 8 ? ", …" : "")}"));
        }

        Output.Line();
        foreach (var left in n.LeftOut)
        {
            Output.Line(Text($"Left out: {left.Count:#,0} {left.Value}"));
        }

        foreach (var caveat in n.Caveats)
        {
            Output.Line(caveat);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
