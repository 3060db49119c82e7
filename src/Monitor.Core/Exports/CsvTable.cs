using System.Globalization;
using CsvHelper;

namespace Monitor.Core.Exports;

/// <summary>Writes a table as <see cref="ExportFormat.Csv"/> says.</summary>
internal static class CsvTable
{
    public static async Task<long> Write(ExportTable table, Stream output, CancellationToken cancel)
    {
        var options = new CsvWriterOptions { Quoting = CsvQuoting.Always, Injection = CsvInjection.Escape, WriteByteOrderMark = true };
        using var writer = CsvWriter.Create(output, options, leaveOpen: true);
        foreach (var column in table.Columns)
        {
            writer.WriteField(column.Name);
        }

        await writer.EndRecordAsync(cancel);
        long rows = 0;
        await foreach (var row in table.Rows.WithCancellation(cancel))
        {
            foreach (var value in row)
            {
                writer.WriteField(Text(value));
            }

            await writer.EndRecordAsync(cancel);
            rows++;
        }

        await writer.FlushAsync(cancel);
        return rows;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTimeOffset time => time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
