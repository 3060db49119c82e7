using System.Text.RegularExpressions;
using Monitor.Cli;

namespace Monitor.Tests.Cli;

/// <summary>What the README says of the command line is what the program takes.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));

    [Fact]
    public void Every_command_stands_in_the_table()
    {
        var table = Readme.Split('\n').Where(l => l.StartsWith("| `monitor", StringComparison.Ordinal)).ToList();
        var missing = MonitorCli.Root().Subcommands.Select(c => c.Name).Where(name => !table.Any(l => Regex.IsMatch(l.Replace("\\|", "/", StringComparison.Ordinal).Split('|')[1], $@"\b{name}\b")));

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_example_is_understood()
    {
        var examples = Example().Matches(Readme).Select(m => m.Groups[1].Value).Where(e => !e.Contains("ID…", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(examples);
        Assert.All(examples, e => Assert.Empty(MonitorCli.Root().Parse(e).Errors));
    }

    [Fact]
    public void The_two_commands_of_the_first_screen_are_there()
    {
        var firstScreen = string.Join('\n', Readme.Split('\n').Take(25));

        Assert.Contains("\ndotnet run --project src/Monitor -- demo\n", firstScreen, StringComparison.Ordinal);
        Assert.Contains("\ndotnet test\n", firstScreen, StringComparison.Ordinal);
    }

    [GeneratedRegex("(?m)^dotnet run --project src/Monitor -- ([^#\n]+)")]
    private static partial Regex Example();
}
