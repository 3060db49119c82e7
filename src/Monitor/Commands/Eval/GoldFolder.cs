using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using Monitor.Cli;

namespace Monitor.Commands.Eval;

/// <summary>The folder of gold data that a measurement reads; nothing of it is kept in the project.</summary>
internal sealed class GoldFolder
{
    /// <summary>Where the data lies when no folder is named: beside the project.</summary>
    private const string Beside = "../shared/data";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly string _root;

    private GoldFolder(string root) => _root = root;

    /// <summary>The option that names the folder.</summary>
    public static Option<string> Option { get; } = new("--gold")
    {
        Description = $"Folder of the gold data, with quotes/, links/ and claims/ in it (default: {Beside} when it is there)",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>The folder that a command line names.</summary>
    /// <exception cref="UsageException">There is no such folder.</exception>
    public static GoldFolder Of(ParseResult parse)
    {
        var root = parse.GetValue(Option) is { Length: > 0 } given ? given : Beside;
        return Directory.Exists(root) ? new(root)
            : throw new UsageException($"There is no folder '{root}'. Measuring needs gold data, which is not part of Monitor: name its folder with --gold.");
    }

    /// <summary>The path of a file or folder of the gold data; a file may also lie there with <c>.gz</c>.</summary>
    /// <exception cref="UsageException">It is not there.</exception>
    public string At(string part)
    {
        var path = Path.Combine(_root, part);
        return File.Exists(path) || Directory.Exists(path) ? path
            : File.Exists(path + ".gz") ? path + ".gz"
            : throw new UsageException($"This measurement needs '{part}' (or '{part}.gz') in '{_root}', and it is not there.");
    }

    /// <summary>Whether a part is there.</summary>
    public bool Has(string part) => File.Exists(Path.Combine(_root, part)) || File.Exists(Path.Combine(_root, part + ".gz")) || Directory.Exists(Path.Combine(_root, part));

    /// <summary>The lines of a text file.</summary>
    public IEnumerable<string> Lines(string part)
    {
        var path = At(part);
        using var file = File.OpenRead(path);
        using var unpacked = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(unpacked);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>The objects of a file of JSON lines.</summary>
    /// <exception cref="InvalidDataException">A line is none; the message names file and line.</exception>
    public IEnumerable<T> Rows<T>(string part)
    {
        var number = 0;
        foreach (var line in Lines(part))
        {
            number++;
            if (line.Trim().Length > 0)
            {
                yield return Row<T>(part, number, line);
            }
        }
    }

    /// <summary>A row as the scorers beside the data read it.</summary>
    public static string Write<T>(T row) => JsonSerializer.Serialize(row, Json);

    private static T Row<T>(string part, int number, string line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Json) ?? throw new InvalidDataException($"{part}:{number}: no object");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{part}:{number}: {fault.Message}", fault);
        }
    }
}
