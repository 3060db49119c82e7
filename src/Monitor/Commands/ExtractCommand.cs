using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Commands;

/// <summary><c>monitor extract</c>: main text and metadata of pages.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var command = new Command("extract", "Show main text, metadata, embedded posts and ClaimReview markup of pages") { InputDocuments.Inputs, InputDocuments.Url };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        var failed = false;
        await foreach (var input in InputDocuments.Read(parse, session, cancel))
        {
            if (input.Extraction is not { } extraction)
            {
                failed = true;
                Output.Note(input.Error!);
                continue;
            }

            foreach (var issue in extraction.Issues)
            {
                Output.Note($"{input.File}: {issue.Message}");
            }

            if (parse.GetValue(CommonOptions.Json))
            {
                Output.Json(Shape(input.File, extraction.Main));
            }
            else
            {
                Print(input.File, extraction.Main);
            }
        }

        return failed ? ExitCode.Failures : ExitCode.Done;
    }

    private static object Shape(string file, Document d) => new
    {
        file,
        d.Url,
        d.Kind,
        d.Title,
        d.Authors,
        d.Published,
        d.Modified,
        d.Language,
        d.Site,
        d.Text,
        posts = d.Posts.Select(p => new { p.Author, p.Handle, p.Text, p.Date, p.Url, p.Hashtags }),
        d.ClaimReviews,
        d.Note,
    };

    private static void Print(string file, Document d)
    {
        Output.Line($"{file}\n  {d.Title}\n  {d.Kind}, {d.Language}, {d.Site}, {string.Join(", ", d.Authors)}, {d.Published:u}");
        Output.Line(d.Note is { } note ? $"  Note: {note}" : $"\n{d.Text}\n");
        foreach (var post in d.Posts)
        {
            Output.Line($"  Post by {post.Author} (@{post.Handle}), {post.Date}: {post.Text}");
        }

        foreach (var cut in d.Cuts)
        {
            Output.Line($"  Cut ({cut.Reason}): {Shortened.WithEllipsis(cut.Text, 100).ReplaceLineEndings(" ")}");
        }
    }
}
