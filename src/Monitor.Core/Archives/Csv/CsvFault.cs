namespace Monitor.Core.Archives.Csv;

/// <summary>What is wrong with the bytes of a row.</summary>
internal enum CsvFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A closing quotation mark is followed by something else than a delimiter or a line end.</summary>
    StrayQuote,

    /// <summary>The file ends inside a quoted field.</summary>
    EndsInQuotes,

    /// <summary>The row is longer than the cap.</summary>
    TooLong,

    /// <summary>The row holds a NUL byte.</summary>
    Nul,

    /// <summary>The row has more or fewer fields than the header.</summary>
    Width,

    /// <summary>Every field is empty.</summary>
    Empty,

    /// <summary>The compressed file is damaged here and cannot be read on.</summary>
    Damaged,
}
