using System.Globalization;
using Monitor.Core.Pipeline;
using YamlDotNet.RepresentationModel;

namespace Monitor.Cli;

/// <summary>Reads <c>monitor.yaml</c> and <c>MONITOR__…</c> variables into <see cref="MonitorOptions"/>; an unknown or ill-typed setting is an error that names it.</summary>
internal static class Settings
{
    private const string Prefix = "MONITOR__";
    private const string DefaultFile = "monitor.yaml";

    /// <summary>Reads the settings.</summary>
    /// <param name="file">The file named by <c>--config</c>; null for the default file, which may be absent.</param>
    /// <exception cref="UsageException">A setting is unknown, has no sensible value, or the file is not there.</exception>
    public static MonitorOptions Read(string? file)
    {
        if (file is not null && !File.Exists(file))
        {
            throw new UsageException($"There is no settings file '{file}'.");
        }

        var path = file ?? DefaultFile;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(File.Exists(path) ? FromYaml(path) : [])
            .AddEnvironmentVariables(Prefix)
            .Build();
        var options = new MonitorOptions();
        try
        {
            configuration.Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException e)
        {
            // The binder names the unknown settings behind its last colon, and the ill-typed one in its message.
            var unknown = e.Message.Contains("ErrorOnUnknownConfiguration", StringComparison.Ordinal);
            var what = unknown ? $"there is no setting{e.Message[(e.Message.LastIndexOf(':') + 1)..]}" : $"{e.Message} {e.InnerException?.Message}";
            throw new UsageException($"{path} or a {Prefix}… variable: {what}. 'monitor config' without it lists every setting.");
        }

        if (!options.Corpus.Known)
        {
            throw new UsageException($"corpus:engine is '{options.Corpus.Engine}'; it is sqlite or elasticsearch.");
        }

        if (options.Corpus.Engine == "elasticsearch" && options.Corpus.Cluster.Urls.Count == 0)
        {
            throw new UsageException("corpus:engine is elasticsearch, and corpus:cluster:urls names no node of the cluster.");
        }

        if (options.Mail.Port is < 1 or > 65535)
        {
            throw new UsageException($"mail:port is {options.Mail.Port}; a port lies between 1 and 65535.");
        }

        if (options.Mail.MaxAttempts < 1 || options.Mail.TimeoutSeconds < 1)
        {
            throw new UsageException($"mail:maxAttempts is {options.Mail.MaxAttempts} and mail:timeoutSeconds {options.Mail.TimeoutSeconds}; both are at least 1.");
        }

        if (!Uri.TryCreate(options.Mail.BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new UsageException($"mail:baseUrl is '{options.Mail.BaseUrl}'; it must be the http or https address under which readers reach this Monitor.");
        }

        if (options.Login.IdleMinutes < 1 || options.Login.LongestHours < 1 || options.ApiRequestsPerMinute < 0)
        {
            throw new UsageException($"login:idleMinutes is {options.Login.IdleMinutes}, login:longestHours {options.Login.LongestHours}, both at least 1; apiRequestsPerMinute is {options.ApiRequestsPerMinute}, at least 0.");
        }

        return options;
    }

    /// <summary>The leaves of a YAML file as <c>a:b:0</c> keys.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> FromYaml(string path)
    {
        var yaml = new YamlStream();
        try
        {
            using var reader = new StreamReader(path);
            yaml.Load(reader);
        }
        catch (YamlDotNet.Core.YamlException e)
        {
            throw new UsageException($"{path}, line {e.Start.Line}: {e.Message}");
        }

        return yaml.Documents.Count == 0 ? [] : [.. Leaves("", yaml.Documents[0].RootNode)];
    }

    private static IEnumerable<KeyValuePair<string, string?>> Leaves(string key, YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(c => Leaves(Join(key, Name(c.Key)), c.Value)),
        YamlSequenceNode list => list.Children.SelectMany((c, i) => Leaves(Join(key, i.ToString(CultureInfo.InvariantCulture)), c)),
        YamlScalarNode leaf => [new(key, leaf.Value)],
        _ => [],
    };

    private static string Name(YamlNode key) =>
        (key as YamlScalarNode)?.Value is { Length: > 0 } name ? name : throw new UsageException($"The settings file, line {key.Start.Line}: the name of a setting is a word.");

    private static string Join(string key, string part) => key.Length == 0 ? part : $"{key}:{part}";
}
