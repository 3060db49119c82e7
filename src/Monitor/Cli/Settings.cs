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
            throw new UsageException($"{path} or a {Prefix}… variable: {e.Message}{(e.InnerException is { } inner ? $" {inner.Message}" : "")} See 'monitor config' for every setting.");
        }

        if (options.Mail.Port is < 1 or > 65535)
        {
            throw new UsageException($"mail:port is {options.Mail.Port}; a port lies between 1 and 65535.");
        }

        if (!Uri.TryCreate(options.Mail.BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new UsageException($"mail:baseUrl is '{options.Mail.BaseUrl}'; it must be the http or https address under which readers reach this Monitor.");
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
        YamlMappingNode map => map.Children.SelectMany(c => Leaves(Join(key, ((YamlScalarNode)c.Key).Value ?? ""), c.Value)),
        YamlSequenceNode list => list.Children.SelectMany((c, i) => Leaves(Join(key, i.ToString(CultureInfo.InvariantCulture)), c)),
        YamlScalarNode leaf => [new(key, leaf.Value)],
        _ => [],
    };

    private static string Join(string key, string part) => key.Length == 0 ? part : $"{key}:{part}";
}
