using Monitor.Core.Linking;
using Monitor.Core.Model;

namespace Monitor.Commands.Eval;

/// <summary>
/// Counts (account, group) pairs as the scorer beside the gold data does: a group that a second reader may see otherwise is left out, strictly it is an error; widely an
/// outlet counts as a journalist on both sides.
/// </summary>
internal sealed class GroupTally(bool strict, bool wide)
{
    private readonly Dictionary<(string Kind, string Name), Counts> counts = [];
    private readonly List<EvalError> errors = [];

    public IReadOnlyList<EvalError> Errors => errors;

    public void Add(BioGold row, IEnumerable<string> found, IReadOnlyCollection<string> uncounted, Account? account, GroupFindings? findings)
    {
        var gold = Wide(row.Groups).Except(uncounted).ToHashSet();
        var maybe = Wide(row.Maybe).Except(Wide(row.Groups)).ToHashSet();
        var got = Wide(found).Except(uncounted).ToHashSet();
        foreach (var group in gold.Union(got).Order(StringComparer.Ordinal))
        {
            var (right, missed) = (gold.Contains(group) && got.Contains(group), !got.Contains(group));
            if (!right && !missed && !strict && maybe.Contains(group))
            {
                continue;
            }

            foreach (var key in new[] { ("all", ""), ("group", group), ("language", row.Language) })
            {
                var c = counts.GetValueOrDefault(key);
                counts[key] = right ? c with { Right = c.Right + 1 } : missed ? c with { Missed = c.Missed + 1 } : c with { False = c.False + 1 };
            }

            if (!right)
            {
                var why = string.Join("; ", findings?.Refused.Where(r => r.Mention.Group == group).Select(r => $"refused {r.Mention.Text}: {r.Why}") ?? []);
                var mention = string.Join("; ", findings?.Mentions.Where(m => m.Group == group).Select(m => $"{m.Language} {m.Expression} in {m.Field}") ?? []);
                errors.Add(new($"{(missed ? "missed" : "false")} {group}", $"{row.Release} {row.Userid} ({row.Language})", $"{string.Join(", ", row.Groups)}; maybe {string.Join(", ", row.Maybe)}; {row.Evidence}", mention + why, $"{account?.Name} | {account?.Bio} | {account?.Location}", missed ? 1 : 2));
            }
        }
    }

    public IEnumerable<Figure> Figures(int leastForLanguage)
    {
        foreach (var ((kind, name), c) in counts.OrderBy(c => c.Key.Kind, StringComparer.Ordinal).ThenByDescending(c => c.Value.Gold).ThenBy(c => c.Key.Name, StringComparer.Ordinal))
        {
            var (label, language) = kind switch { "all" => ("F1", ""), "group" => ($"F1 {name}", ""), _ => ("F1", name.Length > 0 ? name : "–") };
            yield return new("bios", language, label, c.F1, kind == "all" ? .92 : kind == "language" && c.Gold >= leastForLanguage ? .85 : null, c.Gold);
            if (kind == "all")
            {
                yield return new("bios", "", "precision", c.Precision, null, c.Right + c.False);
                yield return new("bios", "", "recall", c.Recall, null, c.Gold);
            }
        }
    }

    private IEnumerable<string> Wide(IEnumerable<string> groups) => wide ? groups.Select(g => g == GroupFinder.Outlet ? "journalist_media" : g) : groups;

    private readonly record struct Counts(int Right, int False, int Missed)
    {
        public int Gold => Right + Missed;

        public double Precision => Right + False == 0 ? 0 : (double)Right / (Right + False);

        public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

        public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
    }
}
