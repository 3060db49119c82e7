using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Monitor.Benchmarks;

/// <summary>
/// The whole import of a release of posts (keep, read, parse, analyse, store, index), each measurement in a process of its own so that its processor time and peak memory
/// are its own, and beside it, in the same run, the plain Python loader of <c>../shared/peers</c>. The file comes from <c>gen_tweets.py</c> there; without that folder
/// Monitor makes one itself and runs alone.
/// </summary>
internal static class ImportBenchmark
{
    /// <summary>Seed of the made-up release.</summary>
    private const int Seed = 7;

    public static async Task<int> Run(string[] args)
    {
        if (Switches.Text(args, "measure") is { } measured)
        {
            return await ImportMeasure.Run(measured, Switches.Text(args, "data")!);
        }

        var posts = Switches.Number(args, "posts", 300_000);
        var peers = Switches.Text(args, "peer") ?? Path.Combine("..", "shared", "peers");
        var hasPeer = File.Exists(Path.Combine(peers, "import_csv.py"));
        var folder = Directory.CreateDirectory(Switches.Text(args, "folder") ?? Path.Combine(Path.GetTempPath(), $"monitor-bench-{Environment.ProcessId}"));
        try
        {
            var file = Switches.Text(args, "file") ?? Make(Path.Combine(folder.FullName, $"tweets-{posts}.csv"), posts, hasPeer ? peers : null);
            Console.WriteLine($"import of {file}, {new FileInfo(file).Length / 1e6:0} MB, {Environment.ProcessorCount} processors");
            for (var run = 0; run < Switches.Number(args, "runs", 1); run++)
            {
                Monitor(file, Path.Combine(folder.FullName, $"data-{run}"), hasPeer && !args.Contains("--no-peer") ? Peer(file, peers, folder.FullName) : null);
            }

            return 0;
        }
        finally
        {
            if (!args.Contains("--keep"))
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static string Make(string file, int posts, string? peers)
    {
        if (File.Exists(file))
        {
            return file;
        }

        if (peers is null)
        {
            Console.WriteLine("no Python loader here: Monitor makes the file and is measured alone (name the folder of gen_tweets.py and import_csv.py with --peer)");
            SampleTweets.Write(file, posts, Seed);
        }
        else
        {
            Start("python3", "-B", Path.Combine(peers, "gen_tweets.py"), posts.ToString(CultureInfo.InvariantCulture), Seed.ToString(CultureInfo.InvariantCulture), file);
        }

        return file;
    }

    private static ImportFigures Peer(string file, string peers, string folder)
    {
        var database = Path.Combine(folder, "peer.db");
        var line = Start("python3", "-B", Path.Combine(peers, "import_csv.py"), "--db", database, file);
        File.Delete(database);
        var result = JsonDocument.Parse(line).RootElement;
        Console.WriteLine($"python  {line}");
        return new(result.GetProperty("rows").GetInt64(), result.GetProperty("seconds").GetDouble(), result.GetProperty("cpu_seconds").GetDouble());
    }

    private static void Monitor(string file, string data, ImportFigures? peer)
    {
        Directory.CreateDirectory(data);
        foreach (var round in (string[])["first ", "again "])
        {
            // "again" is the same file once more after its progress was forgotten: every row is compared with what is stored.
            var line = Start(Environment.ProcessPath!, [.. Own(), "import", "--measure", file, "--data", data]);
            Console.WriteLine($"monitor {round}{line}");
            var figures = JsonSerializer.Deserialize<ImportFigures>(line, JsonSerializerOptions.Web)!;
            if (peer is not null && round == "first ")
            {
                Console.WriteLine($"monitor to python: {peer.Seconds / figures.Seconds:0.00} times as fast by the clock, {figures.CpuSeconds / peer.CpuSeconds:0.00} of its processor time");
            }
        }
    }

    /// <summary>When the runtime was started with the program's dll, the dll comes first.</summary>
    private static string[] Own() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ImportBenchmark).Assembly.Location] : [];

    private static string Start(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.TrimEnd().Split('\n')[^1]
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
