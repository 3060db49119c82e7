using Monitor.Core.Archives.Csv;
using Monitor.Core.Model;

namespace Monitor.Core.Archives;

/// <summary>Says in plain words what is wrong with the bytes of a row.</summary>
internal static class FaultMessage
{
    public static QuarantinedRow Of(CsvReader row, RowRef source)
    {
        var (reason, mend) = row.Fault switch
        {
            CsvFault.StrayQuote => ("A quotation mark inside a quoted field is not doubled.", "Double it (\"\"), or get the file again from its publisher."),
            CsvFault.EndsInQuotes => ("The file ends inside a quoted field.", "The file was cut off: get it again from its publisher."),
            CsvFault.TooLong => ($"The row is longer than {CsvReader.RowLimit:N0} bytes.", "Look for a quotation mark that does not close."),
            CsvFault.Nul => ("The row holds a NUL byte.", "The file is damaged, or in UTF-16 without a byte order mark: get it again, or convert it to UTF-8."),
            CsvFault.Width => ($"The row has {row.Count} fields, the header {row.Width}.", "Look for a missing or stray delimiter or quotation mark."),
            CsvFault.Empty => ("Every field is empty.", "Nothing is lost: leave the row out."),
            CsvFault.Damaged => ($"The compressed file cannot be read on: {row.Damage}", "Get it again from its publisher."),
            _ => ("The row cannot be read.", "Get the file again from its publisher."),
        };
        return new(source, reason, mend, row.Raw);
    }
}
