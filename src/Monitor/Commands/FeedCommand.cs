using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Discovery;

namespace Monitor.Commands;

/// <summary><c>monitor feed</c>: read a feed alone.</summary>
internal static class FeedCommand
{
    private static readonly Argument<string> Input = new("feed") { Description = "A file or an http(s) address", HelpName = "FILE|URL" };

    public static Command Create()
    {
        var command = new Command("feed", "Show what a feed lists, and what is wrong with it") { Input };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        var input = parse.GetRequiredValue(Input);
        var (url, mediaType, payload) = ("file:" + Path.GetFileName(input), InputFile.MediaType(input), Array.Empty<byte>());
        if (InputDocuments.IsUrl(input))
        {
            using var capturer = new LooseCapturer(session);
            var outcome = await capturer.Fetch(input, cancel);
            if (outcome.Capture is not { } capture)
            {
                Output.Note($"{input}: {outcome.State}: {outcome.Message}");
                return ExitCode.Failures;
            }

            (url, mediaType, payload) = (capture.FinalUrl, capture.MediaType, outcome.Payload);
        }
        else
        {
            payload = InputFile.Read(input);
        }

        var feed = session.Get<FeedReader>().Read(url, mediaType, payload);
        foreach (var item in feed.Entries)
        {
            if (parse.GetValue(CommonOptions.Json))
            {
                Output.Json(item);
            }
            else
            {
                Output.Line($"{item.Published,-26:u} {item.Title}\n    {item.Url}");
            }
        }

        foreach (var issue in feed.Issues)
        {
            Output.Note($"{input}{(issue.Place.Length > 0 ? $", {issue.Place}" : "")}: {issue.Message}");
        }

        return feed.Issues.Count > 0 && feed.Entries.Count == 0 ? ExitCode.Failures : ExitCode.Done;
    }
}
