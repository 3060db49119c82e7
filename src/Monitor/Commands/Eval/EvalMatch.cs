using System.CommandLine;
using System.Globalization;
using Monitor.Cli;
using Monitor.Core.Linking;

namespace Monitor.Commands.Eval;

/// <summary><c>monitor eval match</c>: whether the right earlier check comes first, and the trainer of the weights that decide it.</summary>
internal static class EvalMatch
{
    /// <summary>Where the weights lie in the project, when the command runs there.</summary>
    private const string Weights = "src/Monitor.Core/Linking/Checked/match.weights";

    private const string Clef = "claims/clef2020_task2/data/v3/v3.0";
    private const string Ct = "claims/ct2022_2a_en/data/original_twitter_data/training_data";

    private static readonly string[] Sets = ["clef2020", "ct2022"];
    private static readonly string[] ClefParts = ["train", "dev"];

    private static readonly Option<string> Set = new("--set") { Description = "clef2020 or ct2022 (default: both)", HelpName = "NAME" };
    private static readonly Option<bool> Train = new("--train") { Description = "Learn the weights from all queries and write them, beside measuring five-fold" };
    private static readonly Option<string> File = new("--weights") { Description = $"Where --train writes the weights (default: {Weights})", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new Command("match", "Earlier-checked claims, MAP@5 five-fold by right claim, with and without dates; --train learns the weights") { Set, Train, File };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        var gold = GoldFolder.Of(parse);
        var chosen = parse.GetValue(Set);
        if (chosen is not (null or "clef2020" or "ct2022"))
        {
            throw new UsageException($"There is no set '{chosen}'; there are clef2020 and ct2022.");
        }

        var (figures, errors, schools, remarks) = (new List<Figure>(), new List<EvalError>(), new List<MatchSchool>(), new List<string>());
        foreach (var set in Sets.Where(s => chosen is null || chosen == s))
        {
            var (claims, queries) = set == "clef2020" ? Clef2020(gold) : Ct2022(gold);
            var school = new MatchSchool(claims, queries);
            schools.Add(school);
            figures.Add(new(set, "en", "candidates hold the right one", school.Recall, null, queries.Count));
            var texts = claims.ToDictionary(c => c.Id, c => Core.Text.Analyzer.Fold(c.Claim), StringComparer.Ordinal);
            // CLEF 2020 gives no dates of checks: there is nothing to switch off.
            foreach (var (dates, meaning) in claims.Any(c => c.Date is not null) ? new[] { (false, false), (false, true), (true, false), (true, true) } : [(false, false), (false, true)])
            {
                var ranked = school.CrossRanked(dates, meaning);
                var goal = !meaning ? (double?)null : set == "clef2020" ? .90 : dates ? .945 : null;
                var kind = $"{(meaning ? "lexical and own vectors" : "lexical")}{(dates ? ", dates" : "")}";
                var map = RankedFigures.MeanAverage(ranked.Select(r => (r.Ranks, r.Query.Right.Select(texts.GetValueOrDefault).Distinct().Count())), 5);
                figures.Add(new(set, "en", $"MAP@5 folded, five-fold: {kind}", map, goal, ranked.Count));
                figures.Add(new(set, "en", $"right one first: {kind}", ranked.Average(r => r.Rank == 1 ? 1.0 : 0), null, ranked.Count));
                remarks.Add(string.Create(CultureInfo.InvariantCulture, $"{set}: {queries.Count} queries, {claims.Count} claims; MAP@5 folded, five-fold, {kind} {map:0.0000}"));
                if (!dates && meaning)
                {
                    errors.AddRange(ranked.Where(r => r.Rank != 1).Select(r => Error(set, r, texts)));
                }
            }
        }

        if (parse.GetValue(Train))
        {
            var path = parse.GetValue(File) ?? (Directory.Exists(Path.GetDirectoryName(Weights)) ? Weights : throw new UsageException($"--train writes {Weights}; run it in the project's folder, or say with --weights where they go."));
            using var writer = new StreamWriter(path);
            MatchSchool.Train(schools, writer,
            [
                "Weights of the features of earlier-checked claims: with dates and meaning, with meaning, with dates, with neither. Made by `monitor eval match --train`; do not edit.",
                "Conditional logit, L2 2, over the candidates of every query of CLEF CheckThat! 2020 task 2 (train and dev) and CheckThat! 2022 task 2A (train); research sets without a",
                "stated licence: one number a feature is learned from them, none of their text is kept.",
                .. remarks,
            ]);
        }

        Figures.Print(parse, figures);
        ErrorList.Print(parse, errors);
        return ExitCode.Done;
    }

    private static EvalError Error(string set, RankedQuery ranked, Dictionary<string, string> texts)
    {
        var top = ranked.Matches.Count > 0 ? ranked.Matches[0] : null;
        return new($"{set} rank {(ranked.Rank == 0 ? "none" : ranked.Rank.ToString(CultureInfo.InvariantCulture))}", ranked.Query.Query.Id,
            string.Join(" / ", ranked.Query.Right.Select(r => texts.GetValueOrDefault(r, r))), top is null ? "nothing" : $"{top.Checked.Claim} | {string.Join("; ", top.Reasons.Take(4).Select(r => r.Text))}",
            ranked.Query.Query.Text, ranked.Rank == 0 ? 1000 : ranked.Rank);
    }

    private static (IReadOnlyList<CheckedClaim> Claims, IReadOnlyList<JudgedQuery> Queries) Clef2020(GoldFolder gold)
    {
        var claims = CheckedClaimReader.Claims(gold.At($"{Clef}/verified_claims.docs.tsv"));
        // Ids of the two parts do not meet: each is read with its own judgements.
        return (claims, [.. ClefParts.SelectMany(part => Judged(gold, $"{Clef}/{part}/tweets.queries.tsv", $"{Clef}/{part}/tweet-vclaim-pairs.qrels"))]);
    }

    private static (IReadOnlyList<CheckedClaim> Claims, IReadOnlyList<JudgedQuery> Queries) Ct2022(GoldFolder gold) =>
        (CheckedClaimReader.Claims(gold.At("claims/ct2022_2a_vclaims.jsonl")), [.. Judged(gold, $"{Ct}/CT2022-Task2A-EN-Train-Dev_Queries.tsv", $"{Ct}/CT2022-Task2A-EN-Train_QRELs.tsv")]);

    private static IEnumerable<JudgedQuery> Judged(GoldFolder gold, string queries, string judgements)
    {
        var right = gold.Lines(judgements).Select(l => l.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)).Where(c => c is [_, _, _, not "0"]).ToLookup(c => c[0], c => c[2]);
        return CheckedClaimReader.Queries(gold.At(queries)).Where(q => right.Contains(q.Id)).Select(q => new JudgedQuery(q, right[q.Id].ToHashSet(StringComparer.Ordinal)));
    }
}
