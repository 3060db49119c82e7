using System.Globalization;
using Monitor.Cli;
using Monitor.Core.Dossiers.Releases;
using Monitor.Core.Model;

namespace Monitor.Commands;

/// <summary>What the accounts and posts of a release show together, for the terminal.</summary>
internal static class ReleaseFactsText
{
    private const int Shown = 8;

    /// <summary>Counts and prints; nothing for a release of which nothing was imported. Waits for the end, since a command is over when it returns.</summary>
    public static async Task Print(Session session, string releaseId, CancellationToken cancel)
    {
        var release = await session.Corpus.Release(releaseId, cancel);
        if (release?.Versions is not [.., var version])
        {
            return;
        }

        if (version.Posts > ReleaseFactsBook.Small)
        {
            Output.Note(Line($"Counting {version.Posts:N0} posts …"));
        }

        var facts = (await session.Get<ReleaseFactsBook>().Current(releaseId, Timeout.InfiniteTimeSpan, cancel))!;
        if (facts.Accounts is { } accounts)
        {
            Print(accounts);
        }

        if (facts.Posts is { Posts: > 0 } posts)
        {
            Print(posts);
        }

        foreach (var line in facts.Unanswerable)
        {
            Output.Line($"  cannot be answered: {line}");
        }

        if (facts.Fault is { } fault)
        {
            throw new IOException($"Counting '{releaseId}' failed: {fault}");
        }
    }

    private static void Print(AccountFacts a)
    {
        Output.Line(a.CreatedPerDay.Count == 0
            ? "  accounts: no day of creation is given"
            : Line($"  accounts created {a.CreatedPerDay[0].Day:yyyy-MM-dd} to {a.CreatedPerDay[^1].Day:yyyy-MM-dd}; by year: {string.Join(", ", a.CreatedPerDay.GroupBy(d => d.Day.Year).Select(y => Line($"{y.Key} {y.Sum(d => d.Count):N0}")))}"));
        Counts("interface languages", a.Languages);
        Counts("places named", a.Places);
        foreach (var b in a.Bursts.Take(Shown))
        {
            Output.Line(Line($"  created together: {b.Accounts:N0} on {b.Day:yyyy-MM-dd}, where {b.Usual:0.##} a day are usual"));
        }

        Groups("same bio", a.Bios);
        Groups("handles with one stem", a.Stems);
    }

    private static void Print(PostFacts p)
    {
        Output.Line(Line($"  posts: {p.Posts:N0} by {p.Accounts:N0} accounts, {p.First:yyyy-MM-dd} to {p.Last:yyyy-MM-dd}: {p.Kinds.Own:N0} own, {p.Kinds.Replies:N0} replies, {p.Kinds.Quotes:N0} quotes, {p.Kinds.Reposts:N0} reposts"));
        if (p.QuietMonths.Count > 0)
        {
            Output.Line(Line($"  months without posts between them: {p.QuietMonths.Count:N0} ({string.Join(", ", p.QuietMonths.Take(Shown).Select(m => m.ToString("yyyy-MM", CultureInfo.InvariantCulture)))}{(p.QuietMonths.Count > Shown ? " …" : "")})"));
        }

        Counts("languages of posts", p.Languages);
        Counts("clients", p.Clients);
        Counts("hashtags", p.Hashtags);
    }

    private static void Counts(string title, IReadOnlyList<ValueCount> values)
    {
        if (values.Count > 0)
        {
            Output.Line($"  {title}: {string.Join(", ", values.Take(Shown).Select(v => Line($"{(v.Value.Length > 0 ? v.Value.ReplaceLineEndings(" ") : "not given")} {v.Count:N0}")))}{(values.Count > Shown ? " …" : "")}");
        }
    }

    private static void Groups(string title, AccountGroups groups)
    {
        if (groups.Of > 0)
        {
            Output.Line(Line($"  {title}: {groups.Groups:N0} groups of {groups.Least} or more, {groups.Accounts:N0} of the {groups.Of:N0} accounts that can be compared"));
            foreach (var g in groups.Largest.Take(Shown / 2))
            {
                Output.Line(Line($"    {g.Accounts:N0}  {g.Value.ReplaceLineEndings(" ")}"));
            }
        }
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
