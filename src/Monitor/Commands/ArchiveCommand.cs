using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Evidence;
using Monitor.Core.Model;
using Monitor.Core.Pipeline;

namespace Monitor.Commands;

/// <summary><c>monitor archive</c>: releases.</summary>
internal static class ArchiveCommand
{
    private static readonly Argument<string> Id = new("id") { Description = "Release id" };
    private static readonly Argument<string[]> Ids = new("ids") { Description = "Release ids; every release of which files are kept when left out", Arity = ArgumentArity.ZeroOrMore };

    public static Command Create()
    {
        var list = new Command("list", "List the releases: announced and received");
        list.SetAction(ArchiveShow.List);
        var show = new Command("show", "Show one release") { Id };
        show.SetAction(ArchiveShow.Show);
        var diff = new Command("diff", "Compare two versions of a release (the newest two when none is named), and mark the reviews that lean on what changed") { Id, ArchiveDiff.From, ArchiveDiff.To };
        diff.SetAction(ArchiveDiff.Run);
        var verify = new Command("verify", "Hash every kept file again and name what is not as it was") { Ids };
        verify.SetAction(Verify);
        return new Command("archive", "Import, list, show, compare and verify releases") { ArchiveImport.Create(), list, show, diff, verify };
    }

    /// <summary>The catalogue's entry, or a usage error.</summary>
    internal static Release InCatalogue(DefinitionBook book, string id) =>
        book.Releases.FirstOrDefault(r => r.Id == id)
        ?? throw new UsageException($"There is no release '{id}' in the catalogue ({Path.Combine(book.Folder, "releases")}). See 'monitor archive list', or add {id}.yaml there.");

    private static async Task<int> Verify(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        var store = session.Get<ReleaseStore>();
        var (kept, named) = (store.ReleaseIds(), parse.GetValue(Ids) ?? []);
        if (Array.Find(named, n => !kept.Contains(n)) is { } unknown)
        {
            throw new UsageException($"No files of '{unknown}' are kept; there are {(kept.Count == 0 ? "none at all" : string.Join(", ", kept))}.");
        }

        var faults = 0;
        foreach (var id in named.Length > 0 ? named : kept)
        {
            IReadOnlyList<string> wrong;
            try
            {
                wrong = store.Verify(id);
            }
            catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                wrong = [error.Message];
            }

            faults += wrong.Count;
            Print(parse, id, wrong);
        }

        if (!parse.GetValue(CommonOptions.Json))
        {
            Output.Line(faults == 0 ? "Every kept file has the SHA-256 of its import." : $"{faults} faults.");
        }

        return faults == 0 ? ExitCode.Done : ExitCode.Failures;
    }

    private static void Print(ParseResult parse, string id, IReadOnlyList<string> wrong)
    {
        if (parse.GetValue(CommonOptions.Json))
        {
            Output.Json(new { release = id, faults = wrong });
            return;
        }

        foreach (var fault in wrong)
        {
            Output.Line($"{id}: {fault}");
        }
    }
}
