using System.CommandLine;
using System.Globalization;
using Monitor.Commands;

namespace Monitor.Cli;

/// <summary>The command line: one verb a file in <c>Commands</c>.</summary>
public static class MonitorCli
{
    /// <summary>Runs a command line.</summary>
    /// <returns>0 done, 1 finished with failures (each named), 2 usage.</returns>
    public static async Task<int> Run(string[] args, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(args);
        // Dates, numbers and their order must read the same on every desk, whatever calendar its machine keeps.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var parse = Parse(args);
        if (parse.Errors.Count > 0)
        {
            foreach (var error in parse.Errors)
            {
                Output.Note(error.Message);
            }

            Output.Note("See 'monitor --help' or 'monitor COMMAND --help'.");
            return ExitCode.Usage;
        }

        try
        {
            var code = await parse.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) }, cancel);
            if (code != ExitCode.Usage)
            {
                AuditCommand.Record(parse, args);
            }

            return code;
        }
        catch (UsageException e)
        {
            Output.Note(e.Message);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException)
        {
            Output.Note("Interrupted. The same command again goes on where this one stopped.");
            return ExitCode.Failures;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or Microsoft.Data.Sqlite.SqliteException or InvalidOperationException)
        {
            Output.Note(e.Message);
            return ExitCode.Failures;
        }
#pragma warning disable CA1031 // The last resort: a script must get the documented exit code and a message, whatever went wrong.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Output.Note($"This is a fault of Monitor, please report it: {e}");
            return ExitCode.Failures;
        }
    }

    /// <summary>Parses a command line. A word that begins with @ is a handle here, never the name of a file with further arguments.</summary>
    internal static ParseResult Parse(IReadOnlyList<string> args) => Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });

    internal static RootCommand Root()
    {
        var serve = ServeCommand.Create();
        var root = new RootCommand("Monitor: find claims, see who repeated them, and check which archived accounts bear on them.")
        {
            serve,
            DemoCommand.Create(),
            CrawlCommand.Create(),
            CrawlersCommand.Create(),
            FeedCommand.Create(),
            RobotsCommand.Create(),
            ExtractCommand.Create(),
            ClaimsCommand.Create(),
            ArchiveCommand.Create(),
            AccountCommand.Create(),
            CoordinationCommand.Create(),
            HashtagCommand.Create(),
            LinkCommand.Create(),
            MatchCommand.Create(),
            EvalCommand.Create(),
            SearchCommand.Create(),
            AlertsCommand.Create(),
            ReviewCommand.Create(),
            SampleCommand.Create(),
            ExportCommand.Create(),
            UserCommand.Create(),
            AuditCommand.Create(),
            RebuildCommand.Create(),
            ConfigCommand.Create(),
            DoctorCommand.Create(),
        };
        foreach (var option in CommonOptions.All)
        {
            root.Add(option);
        }

        // `monitor` alone serves.
        root.SetAction(ServeCommand.Run);
        return root;
    }
}
