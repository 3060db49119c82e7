using System.Globalization;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>What is known of a claim or an account from other records, and stands beside its words so that it is found, counted and sorted by it.</summary>
/// <param name="Verdicts">Verdicts in force.</param>
/// <param name="Outlets">Outlets in which a claim appeared; null for an account.</param>
internal sealed record SubjectState(IReadOnlyList<string> Verdicts, int? Outlets)
{
    /// <summary>The record with it.</summary>
    public IndexedRecord On(IndexedRecord record) => Verdicts.Count == 0 && Outlets is null ? record : record.With(
        IndexNames.Id(string.Create(CultureInfo.InvariantCulture, $"{Outlets}|{string.Join('|', Verdicts)}")),
        writer =>
        {
            SourceWriter.Number(writer, "spread", Outlets);
            if (Verdicts.Count > 0)
            {
                SourceWriter.Texts(writer, "verdict", Verdicts);
                SourceWriter.Texts(writer, "judged", Verdicts.Select(IndexTerm.Lower));
            }
        });
}
