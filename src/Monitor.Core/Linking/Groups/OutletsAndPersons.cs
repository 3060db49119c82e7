namespace Monitor.Core.Linking.Groups;

/// <summary>
/// Persons and outlets are separate groups: who writes "reporter at the daily news" names an outlet without being one, and "our reporters" speak for an outlet.
/// </summary>
internal static class OutletsAndPersons
{
    private static readonly string[] Persons = ["journalist_media", "presenter_broadcaster"];

    public static void Part(List<GroupMention> found, List<RefusedMention> refused, Dictionary<string, (string Text, IReadOnlyList<Word> Words)> fields)
    {
        foreach (var outlet in found.Where(m => m.Group == GroupFinder.Outlet && m.Field == "bio").ToList())
        {
            var person = found.FirstOrDefault(p => Persons.Contains(p.Group) && p.Field == "bio" && p.Start < outlet.Start);
            if (person is not null && SameSentence(fields["bio"].Words, person, outlet))
            {
                found.Remove(outlet);
                refused.Add(new(outlet, $"'{person.Text}' before it makes it the place of a person's work"));
            }
        }
    }

    private static bool SameSentence(IReadOnlyList<Word> words, GroupMention a, GroupMention b) =>
        words.First(w => w.Start == a.Start).Sentence == words.First(w => w.Start == b.Start).Sentence;
}
