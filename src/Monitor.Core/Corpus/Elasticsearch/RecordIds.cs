using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>Keys of records that have no id of their own.</summary>
internal static class RecordIds
{
    /// <summary>What was seen of whom, when, and in which row, is what makes an event this event.</summary>
    public static string Of(StatusEvent e) =>
        Ids.Of('e', e.AccountId, e.Kind.ToString(), e.Time?.ToString() ?? "", e.Detail, e.Source.Release, e.Source.File, e.Source.Line.ToString(CultureInfo.InvariantCulture));
}
