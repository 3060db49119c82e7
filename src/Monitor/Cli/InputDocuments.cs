using System.CommandLine;
using Monitor.Core.Extraction;

namespace Monitor.Cli;

/// <summary>One input of a command and what extraction made of it.</summary>
/// <param name="File">The input as given.</param>
/// <param name="Extraction">The document and its posts; null when the input could not be read.</param>
/// <param name="Error">Why not.</param>
internal sealed record InputDocument(string File, Extraction? Extraction, string? Error);

/// <summary>Turns the files and addresses on a command line into documents, one after another.</summary>
internal static class InputDocuments
{
    public static Argument<string[]> Inputs { get; } = new("input")
    {
        Description = "Files (html or text, also .gz) or http(s) addresses",
        HelpName = "FILE|URL",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string> Url { get; } = new("--url") { Description = "The address that a file was saved from, for its id and relative links", HelpName = "U" };

    public static async IAsyncEnumerable<InputDocument> Read(ParseResult parse, Session session, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var extractor = session.Get<Extractor>();
        using var capturer = new LooseCapturer(session);
        foreach (var input in parse.GetRequiredValue(Inputs))
        {
            cancel.ThrowIfCancellationRequested();
            yield return IsUrl(input) ? await Fetch(input, capturer, extractor, cancel) : ReadFile(input, parse.GetValue(Url), extractor);
        }
    }

    public static bool IsUrl(string input) =>
        input.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || input.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static InputDocument ReadFile(string path, string? url, Extractor extractor)
    {
        try
        {
            var input = new ExtractionInput(url ?? "file:" + Path.GetFileName(path), InputFile.MediaType(path), InputFile.Read(path), "", SourceFacts.None);
            return new InputDocument(path, extractor.Extract(input), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new InputDocument(path, null, e.Message);
        }
    }

    private static async Task<InputDocument> Fetch(string url, LooseCapturer capturer, Extractor extractor, CancellationToken cancel)
    {
        var outcome = await capturer.Fetch(url, cancel);
        return outcome.Capture is { Status: < 400 } capture
            ? new InputDocument(url, extractor.Extract(new ExtractionInput(capture.FinalUrl, capture.MediaType, outcome.Payload, capture.Id, SourceFacts.None)), null)
            : new InputDocument(url, null, $"{url}: {outcome.State}: {outcome.Message}");
    }
}
