namespace Monitor.Core.Linking.Groups;

/// <summary>An expression found in a text: which, and over which words.</summary>
internal readonly record struct LexiconMatch(LexiconEntry Entry, int First, int Last)
{
    public GroupMention Mention(string text, IReadOnlyList<Word> words, string field)
    {
        var start = words[First].Start;
        var end = words[Last].End;
        return new(Entry.Group, Entry.Language, Entry.Expression, text[start..end], field, start, end);
    }
}

/// <summary>Finds the lexicon's expressions in a text; where two overlap the longer one stands, since "law student" is no lawyer.</summary>
internal static class LexiconMatcher
{
    public static IReadOnlyList<LexiconMatch> Matches(GroupLexicon lexicon, string text, IReadOnlyList<Word> words, bool claim, string field)
    {
        var all = new List<LexiconMatch>();
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var form in words[i].Forms)
            {
                foreach (var entry in lexicon.Beginning(form))
                {
                    if (Fits(entry, words, i))
                    {
                        all.Add(new(entry, i, i + entry.Words.Count - 1));
                    }
                }
            }

            if (words[i].Folded.Length > 8 && lexicon.CompoundHead(words[i].Folded) is { } head)
            {
                all.AddRange(lexicon.Beginning(head).Where(e => e.Words.Count == 1).Select(e => new LexiconMatch(e, i, i)));
            }

            if (OutletName.Head(words[i].Folded) is { } outlet)
            {
                all.AddRange(lexicon.Beginning(outlet).Where(e => e is { Group: GroupFinder.Outlet, Language: "en", Words.Count: 1 } && e.Marks.HasFlag(EntryMarks.NameOnly)).Select(e => new LexiconMatch(e with { Marks = EntryMarks.NameOnly }, i, i)));
            }

            if (words[i].Hashtag is { } hashtag)
            {
                all.AddRange(lexicon.Hashtag(hashtag).Select(e => new LexiconMatch(e, i, i)));
            }
        }

        var spoken = all.Where(m => !m.Entry.Marks.HasFlag(EntryMarks.OwnLanguage) && lexicon.IsOfOneLanguage(m.Entry)).Select(m => m.Entry.Language).ToHashSet(StringComparer.Ordinal);
        var chosen = new List<LexiconMatch>();
        foreach (var match in all.Where(m => Counts(lexicon, m, text, words, claim, field, spoken)).OrderByDescending(m => m.Last - m.First).ThenBy(m => m.First)
            .ThenByDescending(m => FieldLanguage.Heard(words, m.Entry.Language)).ThenBy(m => m.Entry.Language == "en" ? 0 : 1))
        {
            var overlapping = chosen.Where(c => c.First <= match.Last && match.First <= c.Last);
            if (overlapping.All(c => c.First == match.First && c.Last == match.Last && c.Entry.Group != match.Entry.Group))
            {
                chosen.Add(match);
            }
        }

        return [.. chosen.OrderBy(c => c.First).ThenBy(c => c.Entry.Group, StringComparer.Ordinal)];
    }

    private static bool Counts(GroupLexicon lexicon, LexiconMatch match, string text, IReadOnlyList<Word> words, bool claim, string field, HashSet<string> spoken)
    {
        var marks = match.Entry.Marks;
        return (claim || !marks.HasFlag(EntryMarks.ClaimOnly) || TrapCheck.IsCollective(lexicon, words, match))
            && (!marks.HasFlag(EntryMarks.NameOnly) || claim || field == "name" || words.Count <= 4)
            && (!marks.HasFlag(EntryMarks.Heads) || claim || match.First == 0 || words[match.First - 1].Clause != words[match.First].Clause || words[match.First].Folded[0] == 'و')
            && (!marks.HasFlag(EntryMarks.OwnLanguage) || (!claim && spoken.SetEquals([match.Entry.Language])) || FieldLanguage.Reads(text, words, match.Entry.Language));
    }

    private static bool Fits(LexiconEntry entry, IReadOnlyList<Word> words, int at)
    {
        if (at + entry.Words.Count > words.Count)
        {
            return false;
        }

        for (var i = 1; i < entry.Words.Count; i++)
        {
            var apart = words[at + i].Clause != words[at].Clause && !entry.Expression.Contains('.', StringComparison.Ordinal);
            var spaced = entry.Unspaced && words[at + i].Start != words[at + i - 1].End;
            if (apart || spaced || !words[at + i].Forms.Contains(entry.Words[i]))
            {
                return false;
            }
        }

        return true;
    }
}
