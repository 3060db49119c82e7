using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Monitor.Core.Exports;

/// <summary>Writes a table as one JSON object a line.</summary>
internal static class JsonLinesTable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // a file, not a page: Persian stays readable

    public static async Task<long> Write(ExportTable table, Stream output, CancellationToken cancel)
    {
        var buffer = new ArrayBufferWriter<byte>();
        long rows = 0;
        await foreach (var row in table.Rows.WithCancellation(cancel))
        {
            WriteRow(table.Columns, row, buffer);
            await output.WriteAsync(buffer.WrittenMemory, cancel);
            buffer.ResetWrittenCount();
            rows++;
        }

        return rows;
    }

    private static void WriteRow(IReadOnlyList<ExportColumn> columns, IReadOnlyList<object?> row, ArrayBufferWriter<byte> buffer)
    {
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            for (var i = 0; i < columns.Count; i++)
            {
                json.WritePropertyName(columns[i].Name);
                switch (row[i])
                {
                    case null: json.WriteNullValue(); break;
                    case long number: json.WriteNumberValue(number); break;
                    case double number: json.WriteNumberValue(number); break;
                    case DateTimeOffset time: json.WriteStringValue(time); break;
                    case var text: json.WriteStringValue(text.ToString()); break;
                }
            }

            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
    }
}
