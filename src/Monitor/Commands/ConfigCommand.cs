using System.Collections;
using System.CommandLine;
using System.Globalization;
using Monitor.Cli;

namespace Monitor.Commands;

/// <summary><c>monitor config</c>: every setting in force; secrets stay hidden.</summary>
internal static class ConfigCommand
{
    private static readonly string[] Secrets = ["password", "apikey", "secret"];

    public static Command Create()
    {
        var command = new Command("config", "Show every setting in force, from monitor.yaml and MONITOR__… variables; secrets are hidden");
        command.SetAction(parse =>
        {
            var options = Settings.Read(parse.GetValue(CommonOptions.Config));
            Output.Line($"data: {Path.GetFullPath(Session.DataOf(parse))}");
            Output.Line($"crawlers (in use): {Path.GetFullPath(Session.CrawlersFolder(options))}");
            foreach (var (key, value) in Leaves("", options))
            {
                Output.Line($"{key}: {(Secrets.Any(s => key.Contains(s, StringComparison.OrdinalIgnoreCase)) && value.Length > 0 ? "(set, hidden)" : value)}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Every property of the options, named as in <c>monitor.yaml</c> with dots.</summary>
    private static IEnumerable<(string Key, string Value)> Leaves(string prefix, object options) =>
        options.GetType().GetProperties().Where(p => p.CanWrite).SelectMany(p => p.GetValue(options) switch
        {
            null => [(Key(prefix, p.Name), "")],
            string s => [(Key(prefix, p.Name), s)],
            IEnumerable list => [(Key(prefix, p.Name), string.Join(", ", list.Cast<object>()))],
            IFormattable value => [(Key(prefix, p.Name), value.ToString(null, CultureInfo.InvariantCulture))],
            bool value => [(Key(prefix, p.Name), value ? "true" : "false")],
            var nested => Leaves(Key(prefix, p.Name) + ".", nested),
        });

    private static string Key(string prefix, string name) => prefix + char.ToLowerInvariant(name[0]) + name[1..];
}
