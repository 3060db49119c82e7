using Monitor.Core.Linking.Groups;
using Monitor.Core.Model;

namespace Monitor.Core.Linking;

/// <summary>
/// Finds the groups (presenter, journalist, student …) that an account says it belongs to, or that a claim speaks of, by a multilingual lexicon. In accounts
/// the traps of each language apply: former and future roles, likings, negations, other persons, fan pages, figures of speech. What a text says is found, not
/// whether it is true.
/// </summary>
public static class GroupFinder
{
    /// <summary>Groups of news pages and other outlets, kept apart from persons.</summary>
    public const string Outlet = "media_outlet";

    /// <summary>Languages that the lexicon knows, BCP 47, sorted.</summary>
    public static IReadOnlyList<string> Languages => GroupLexicon.Default.Languages;

    /// <summary>The groups in an account's bio, plain name and location.</summary>
    public static GroupFindings InAccount(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        bool Readable(string field) => !account.Hidden.Contains(field);
        List<(string Field, string Text)> fields =
        [
            ("bio", Readable("bio") ? account.Bio : ""),
            ("name", Readable("name") && !account.Hashed ? account.Name : ""),
            ("location", Readable("location") ? account.Location : ""),
        ];
        var scanned = fields.Where(f => f.Text.Length > 0).Select(f => (f.Field, f.Text, Words: WordScanner.Scan(f.Text))).ToList();
        var found = new List<GroupMention>();
        var refused = new List<RefusedMention>();
        foreach (var (field, text, words) in scanned)
        {
            foreach (var match in LexiconMatcher.Matches(GroupLexicon.Default, text, words, claim: false, field))
            {
                var mention = match.Mention(text, words, field);
                var verdict = TrapCheck.Of(GroupLexicon.Default, words, match);
                if (verdict is { Training: true } && mention.Group != "student")
                {
                    found.Add(mention with { Group = "student" });
                }

                if (verdict.Why is { } why)
                {
                    refused.Add(new(mention, why));
                }
                else
                {
                    found.Add(mention);
                }
            }
        }

        if (scanned.Select(s => TrapCheck.OfAccount(GroupLexicon.Default, s.Words)).FirstOrDefault(w => w is not null) is { } parody)
        {
            refused.AddRange(found.Select(m => new RefusedMention(m, parody)));
            found.Clear();
        }

        OutletsAndPersons.Part(found, refused, scanned.ToDictionary(s => s.Field, s => (s.Text, s.Words)));
        return new(found, refused);
    }

    /// <summary>The groups that a claim speaks of, singular and plural; traps do not apply, since a claim speaks of others.</summary>
    public static IReadOnlyList<GroupMention> InClaim(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = WordScanner.Scan(text);
        return [.. LexiconMatcher.Matches(GroupLexicon.Default, text, words, claim: true, "claim").Select(m => m.Mention(text, words, "claim"))];
    }
}
