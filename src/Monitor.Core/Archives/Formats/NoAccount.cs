using Monitor.Core.Archives.Csv;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>The quarantine of rows that name no account.</summary>
internal static class NoAccount
{
    public static QuarantinedRow In(CsvReader row, RowRef source, params ReadOnlySpan<string> columns) =>
        new(source, $"The row names no account: {string.Join(" and ", columns)} {(columns.Length > 1 ? "are" : "is")} empty.", "Fill in one of them, or leave the row out.", row.Raw);
}
