using System.Globalization;

namespace Monitor.Core.Claims.Worthiness;

/// <summary>
/// The learned weights, read from a text file: lines of remarks with <c>#</c> (from what, when, which figures), the line <c>format N</c>, <c>trained DOMAIN</c> with the score
/// from which F1 is best, then one line a feature, its hash in hexadecimal digits and its weight in thousandths. Hashes name no words: no sentence can be read back.
/// </summary>
internal sealed class WorthinessModel
{
    /// <summary>The format of the file and the meaning of its features; a file of another one is refused, since its weights would mean something else.</summary>
    public const string Format = "format monitor-worthiness 1";

    private const string Resource = "Monitor.Core.Claims.Worthiness.worthiness.model";

    private static readonly Lazy<WorthinessModel> LoadedDefault = new(LoadDefault);

    private readonly Dictionary<uint, float> weights;

    internal WorthinessModel(IReadOnlyDictionary<string, double> thresholds, Dictionary<uint, float> weights)
    {
        Thresholds = thresholds;
        this.weights = weights;
    }

    /// <summary>The model that comes with Monitor.</summary>
    public static WorthinessModel Default => LoadedDefault.Value;

    /// <summary>Kinds of text that it was trained on, each with the sum from which a sentence is taken as worth a check.</summary>
    public IReadOnlyDictionary<string, double> Thresholds { get; }

    /// <summary>Number of features with a weight.</summary>
    public int Count => weights.Count;

    /// <summary>The sum of weighted features.</summary>
    public double Sum(IEnumerable<WorthinessFeature> features) => features.Sum(f => (double)f.Value * weights.GetValueOrDefault(f.Hash));

    /// <summary>What each word and cue adds, the strongest first.</summary>
    public IReadOnlyList<(string Label, double Weight)> Explain(IEnumerable<WorthinessFeature> features) =>
    [
        .. features.GroupBy(f => f.Label, StringComparer.OrdinalIgnoreCase).Select(g => (g.Key, g.Sum(f => (double)f.Value * weights.GetValueOrDefault(f.Hash))))
            .OrderByDescending(r => Math.Abs(r.Item2)).ThenBy(r => r.Key, StringComparer.Ordinal),
    ];

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is no model of this format; the message names the line.</exception>
    public static WorthinessModel Read(TextReader reader)
    {
        var (thresholds, weights, format, number) = (new Dictionary<string, double>(StringComparer.Ordinal), new Dictionary<uint, float>(), false, 0);
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (!format)
            {
                format = line == Format ? true : throw new InvalidDataException($"The model of check-worthiness begins with '{line}', not with '{Format}': make it again with 'monitor eval checkworthy --train'.");
                continue;
            }

            var cells = line.Split(' ');
            if (cells is ["trained", var domain, var least] && double.TryParse(least, CultureInfo.InvariantCulture, out var threshold))
            {
                thresholds[domain] = threshold;
            }
            else if (cells is [var hash, var thousandths] && uint.TryParse(hash, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var key) && int.TryParse(thousandths, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weight))
            {
                weights[key] = weight / 1000f;
            }
            else
            {
                throw new InvalidDataException($"The model of check-worthiness, line {number}: '{line}' is neither a weight nor a threshold.");
            }
        }

        return format && weights.Count > 0 ? new(thresholds, weights) : throw new InvalidDataException("The model of check-worthiness holds no weights: make it again with 'monitor eval checkworthy --train'.");
    }

    /// <summary>Writes the model with remarks above it; equal models give equal files.</summary>
    public void Write(TextWriter writer, IEnumerable<string> remarks)
    {
        foreach (var remark in remarks)
        {
            writer.Write($"# {remark}\n");
        }

        writer.Write($"{Format}\n");
        foreach (var (domain, threshold) in Thresholds.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"trained {domain} {threshold:0.000}\n"));
        }

        foreach (var (hash, weight) in weights.OrderBy(w => w.Key))
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{hash:x} {Math.Round(weight * 1000):0}\n"));
        }
    }

    private static WorthinessModel LoadDefault()
    {
        using var stream = typeof(WorthinessModel).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidDataException($"The resource {Resource} is missing: this build of Monitor is incomplete.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }
}
