using System.CommandLine;
using System.Text;
using Monitor.Cli;
using Monitor.Core.Capturing;

namespace Monitor.Commands;

/// <summary><c>monitor robots</c>: what a robots.txt allows.</summary>
internal static class RobotsCommand
{
    private static readonly Argument<string> File = new("file") { Description = "A robots.txt" };
    private static readonly Option<string> Agent = new("--agent") { Description = "Product token of the crawler", Required = true, HelpName = "A" };
    private static readonly Option<string> Url = new("--url") { Description = "The address asked about", Required = true, HelpName = "U" };

    public static Command Create()
    {
        var command = new Command("robots", "Say whether a robots.txt allows an address, and by which rule") { File, Agent, Url };
        command.SetAction(parse =>
        {
            if (!InputDocuments.IsUrl(parse.GetRequiredValue(Url)))
            {
                throw new UsageException($"'{parse.GetRequiredValue(Url)}' is no http or https address.");
            }

            var verdict = RobotsFile.Parse(Encoding.UTF8.GetString(InputFile.Read(parse.GetRequiredValue(File)))).Check(parse.GetRequiredValue(Agent), parse.GetRequiredValue(Url));
            if (parse.GetValue(CommonOptions.Json))
            {
                Output.Json(verdict);
            }
            else
            {
                Output.Line($"{(verdict.Allowed ? "allowed" : "disallowed")}{(verdict.Rule is { } rule ? $" by '{rule}'" : "; no rule matches")}");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
