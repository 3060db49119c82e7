using System.Globalization;

namespace Monitor.Core.Linking.Checked;

/// <summary>
/// The learned weights of the features, one set with dates and one without, in a text file that <c>monitor eval match --train</c> makes: remarks with <c>#</c>, the line
/// <c>format N</c>, then <c>FEATURE WITH-DATES WITHOUT-DATES</c> a line.
/// </summary>
internal sealed class MatchWeights
{
    public const string Format = "format monitor-match 1";

    private const string Resource = "Monitor.Core.Linking.Checked.match.weights";

    private static readonly Lazy<MatchWeights> LoadedDefault = new(LoadDefault);

    public MatchWeights(IReadOnlyList<double> withDates, IReadOnlyList<double> withoutDates) => (WithDates, WithoutDates) = (withDates, withoutDates);

    /// <summary>The weights that come with Monitor.</summary>
    public static MatchWeights Default => LoadedDefault.Value;

    public IReadOnlyList<double> WithDates { get; }

    public IReadOnlyList<double> WithoutDates { get; }

    public IReadOnlyList<double> For(bool dates) => dates ? WithDates : WithoutDates;

    /// <summary>Reads weights.</summary>
    /// <exception cref="InvalidDataException">It is no file of this format, or a feature is missing or unknown.</exception>
    public static MatchWeights Read(TextReader reader)
    {
        var (with, without, format) = (new double[MatchFeature.All.Count], new double[MatchFeature.All.Count], false);
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

            if (line.Split(' ') is not [var name, var a, var b] || !missing.Remove(name) || !double.TryParse(a, CultureInfo.InvariantCulture, out var dated) || !double.TryParse(b, CultureInfo.InvariantCulture, out var undated))
            {
                throw new InvalidDataException($"The weights of earlier-checked claims: '{line}' is no feature with two weights.");
            }

            var place = MatchFeature.Index(name);
            (with[place], without[place]) = (dated, undated);
        }

        return missing.Count == 0 ? new(with, without) : throw new InvalidDataException($"The weights of earlier-checked claims lack {string.Join(", ", missing)}: make them again with 'monitor eval match --train'.");
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
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{MatchFeature.All[i].Name} {WithDates[i]:0.####} {WithoutDates[i]:0.####}\n"));
        }
    }

    private static MatchWeights LoadDefault()
    {
        using var stream = typeof(MatchWeights).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidDataException($"The resource {Resource} is missing: this build of Monitor is incomplete.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }
}
