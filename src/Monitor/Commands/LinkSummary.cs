using Monitor.Cli;
using Monitor.Core.Corpus;
using Monitor.Core.Linking;
using Monitor.Core.Model;

namespace Monitor.Commands;

/// <summary>The linked accounts counted: persons by group and language, hashed and plain; outlets apart.</summary>
internal static class LinkSummary
{
    public static async Task Print(ICorpus corpus, IReadOnlyList<Link> links, CancellationToken cancel)
    {
        var lines = new List<(string Group, string Language, bool Hashed, string Account)>();
        foreach (var link in links.Where(l => l.Kind == LinkKind.Account))
        {
            var source = link.Reasons.Select(r => r.Source).OfType<RowRef>().FirstOrDefault();
            var shown = await corpus.Accounts(link.Target, cancel);
            var account = shown.FirstOrDefault(a => a.Source.Release == source?.Release) ?? (shown.Count > 0 ? shown[0] : null);
            if (account is not null)
            {
                lines.AddRange(GroupFinder.InAccount(account).Mentions.Where(m => link.Groups.Contains(m.Group)).Select(m => (m.Group, m.Language, account.Hashed, account.Id)).Distinct());
            }
        }

        Part("Persons", lines.Where(l => l.Group != GroupFinder.Outlet));
        Part("Programme and news pages, no persons", lines.Where(l => l.Group == GroupFinder.Outlet));
        if (lines.Count > 0)
        {
            Output.Line();
        }
    }

    private static void Part(string title, IEnumerable<(string Group, string Language, bool Hashed, string Account)> lines)
    {
        foreach (var group in lines.GroupBy(l => l.Group).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var accounts = group.DistinctBy(l => l.Account).ToList();
            var languages = group.GroupBy(l => l.Language).Select(l => (l.Key, Count: l.DistinctBy(x => x.Account).Count())).OrderByDescending(l => l.Count).ThenBy(l => l.Key, StringComparer.Ordinal);
            Output.Line($"{title}: {GroupNames.Of(group.Key)}: {accounts.Count} accounts ({accounts.Count(a => a.Hashed)} hashed, {accounts.Count(a => !a.Hashed)} plain; {string.Join(", ", languages.Select(l => $"{l.Key} {l.Count}"))})");
        }
    }
}
