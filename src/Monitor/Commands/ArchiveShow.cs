using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monitor.Cli;
using Monitor.Core.Evidence;
using Monitor.Core.Model;
using Monitor.Core.Pipeline;

namespace Monitor.Commands;

/// <summary><c>monitor archive list</c> and <c>show</c>: what was announced beside what came in.</summary>
internal static class ArchiveShow
{
    public static async Task<int> List(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        foreach (var r in await session.Get<Catalogue>().All(cancel))
        {
            var balance = ReleaseBalance.In(r);
            if (parse.GetValue(CommonOptions.Json))
            {
                Output.Json(Json(r, balance));
                continue;
            }

            var version = r.Versions.Count > 0 ? r.Versions[^1] : null;
            var announced = r.AnnouncedCounts.FirstOrDefault(c => c.Of == "accounts");
            Output.Line($"{r.Id,-32} {r.Announced,-11} announced {announced?.Value,6}  received {(version is null ? "-" : version.Accounts),6}  {r.Title}");
            if (version is not null)
            {
                foreach (var line in balance.Where(b => b.Received is not null))
                {
                    Output.Line($"{"",-32} {line.Text}");
                }
            }
        }

        return CrawlersCommand.NoteErrors(session.Definitions.Errors) ? ExitCode.Failures : ExitCode.Done;
    }

    public static async Task<int> Show(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.Open(parse);
        var id = parse.GetRequiredValue<string>("id");
        var release = (await session.Get<Catalogue>().All(cancel)).FirstOrDefault(r => r.Id == id) ?? ArchiveCommand.InCatalogue(session.Definitions, id);
        var balance = ReleaseBalance.In(release);
        var store = session.Get<ReleaseStore>();
        var kept = release.Versions.Select(v => store.Get(id, v.Number)).OfType<KeptRelease>().ToDictionary(k => k.Version);
        if (parse.GetValue(CommonOptions.Json))
        {
            var json = Json(release, balance);
            json["media"] = JsonSerializer.SerializeToNode(kept.ToDictionary(k => k.Key, k => ReleaseMedia.Count(k.Value)), Output.JsonOptions);
            Output.Json(json);
            return ExitCode.Done;
        }

        Output.Line($"{release.Title}\n  {release.Platform}; {string.Join(", ", release.Countries)}; announced {release.Announced}\n  {release.Source}\n  {release.Citation}\n  {release.Description}");
        foreach (var line in balance)
        {
            Output.Line($"  {line.Text}");
        }

        foreach (var unsure in release.Unsure)
        {
            Output.Line($"  not sure: {unsure}");
        }

        foreach (var version in release.Versions)
        {
            Print(version, kept.GetValueOrDefault(version.Number));
        }

        await ReleaseFactsText.Print(session, id, cancel);
        foreach (var issue in session.Ledger.Issues.Open(id))
        {
            Output.Line($"  {issue.Kind} {issue.Place}: {issue.Message}");
        }

        return ExitCode.Done;
    }

    private static void Print(ReleaseVersion version, KeptRelease? kept)
    {
        Output.Line($"  version {version.Number}: {version.Accounts} accounts ({version.HashedAccounts} hashed), {version.Posts} posts, {version.Quarantined} quarantined; imported {version.Imported:u}");
        foreach (var file in version.Files)
        {
            Output.Line($"    {file.Name}  {file.Format}  {file.Rows} rows  {file.Bytes} bytes  sha256 {file.Sha256}");
        }

        if (kept is null)
        {
            return;
        }

        foreach (var file in kept.Files.Where(f => version.Files.All(t => t.Name.Split("!/")[0] != f.Name)))
        {
            var what = file.IsMapping ? "mapping" : file.IsMediaIndex ? $"index of media in {file.Origin}" : "kept, no table";
            Output.Line($"    {file.Name}  {what}  {file.Bytes} bytes  sha256 {file.Sha256}");
        }

        if (ReleaseMedia.Count(kept) is { } media)
        {
            Output.Line($"    refers to {media.Files} media files of {media.Bytes} bytes, which are not copied: {media.OfPosts} name their post, {media.OfAccounts} their account{(media.OtherLines > 0 ? $"; {media.OtherLines} lines of the publisher's list name no media file" : "")}");
        }
    }

    /// <summary>The release with the comparison in words.</summary>
    private static JsonObject Json(Release release, IReadOnlyList<ReleaseBalance> balance)
    {
        var json = JsonSerializer.SerializeToNode(release, Output.JsonOptions)!.AsObject();
        json["announcedAgainstReceived"] = JsonSerializer.SerializeToNode(balance, Output.JsonOptions);
        return json;
    }
}
