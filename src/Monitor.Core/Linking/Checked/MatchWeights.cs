using System.Globalization;

namespace Monitor.Core.Linking.Checked;

/// <summary>
/// The learned weights of the features in a text file that <c>monitor eval match --train</c> makes: remarks with <c>#</c>, the line <c>format N</c>, then a line for each feature
/// with four weights: with dates and meaning, with meaning, with dates, with neither.
/// </summary>
internal sealed class MatchWeights
{
    public const string Format = "format monitor-match 2";

    private const string Resource = "Monitor.Core.Linking.Checked.match.weights";

    private static readonly Lazy<MatchWeights> LoadedDefault = new(LoadDefault);

    private readonly double[][] sets;

    public MatchWeights(IReadOnlyList<double[]> sets) => this.sets = [.. sets];

    /// <summary>The weights that come with Monitor.</summary>
    public static MatchWeights Default => LoadedDefault.Value;

    /// <summary>Weights for a collection.</summary>
    /// <param name="dates">Whether dates of post and check count.</param>
    /// <param name="meaning">Whether word vectors are there.</param>
    public IReadOnlyList<double> For(bool dates, bool meaning) => sets[(dates ? 0 : 1) + (meaning ? 0 : 2)];

    /// <summary>Reads weights.</summary>
    /// <exception cref="InvalidDataException">It is no file of this format, or a feature is missing or unknown.</exception>
    public static MatchWeights Read(TextReader reader)
    {
        var (sets, format) = (Enumerable.Range(0, 4).Select(_ => new double[MatchFeature.All.Count]).ToArray(), false);
        var missing = MatchFeature.All.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (!format)
            {
                format = line == Format ? true : throw new InvalidDataException($"The weights of earlier-checked claims begin with '{line}', not with '{Format}': make them again with 'monitor eval match --train'.");
                continue;
            }

            var cells = line.Split(' ');
            var weights = cells.Skip(1).Select(c => double.TryParse(c, CultureInfo.InvariantCulture, out var w) && double.IsFinite(w) ? w : double.NaN).ToArray();
            if (weights.Length != sets.Length || weights.Any(double.IsNaN) || !missing.Remove(cells[0]))
            {
                throw new InvalidDataException($"The weights of earlier-checked claims: '{line}' is no feature with four weights.");
            }

            for (var set = 0; set < sets.Length; set++)
            {
                sets[set][MatchFeature.Index(cells[0])] = weights[set];
            }
        }

        return missing.Count == 0 ? new(sets) : throw new InvalidDataException($"The weights of earlier-checked claims lack {string.Join(", ", missing)}: make them again with 'monitor eval match --train'.");
    }

    public void Write(TextWriter writer, IEnumerable<string> remarks)
    {
        foreach (var remark in remarks)
        {
            writer.Write($"# {remark}\n");
        }

        writer.Write($"{Format}\n");
        for (var i = 0; i < MatchFeature.All.Count; i++)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{MatchFeature.All[i].Name} {sets[0][i]:0.####} {sets[1][i]:0.####} {sets[2][i]:0.####} {sets[3][i]:0.####}\n"));
        }
    }

    private static MatchWeights LoadDefault()
    {
        using var stream = typeof(MatchWeights).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidDataException($"The resource {Resource} is missing: this build of Monitor is incomplete.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }
}
