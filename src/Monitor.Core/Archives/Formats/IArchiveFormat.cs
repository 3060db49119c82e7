using Monitor.Core.Archives.Csv;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>Makes a record of the current row. Called for rows of the right width only; gives a <see cref="QuarantinedRow"/> for a row without sense, and never throws.</summary>
internal delegate ArchiveRow RowMapper(RowRef source);

/// <summary>One kind of table that releases come in.</summary>
internal interface IArchiveFormat
{
    /// <summary>Stable name, reported to people.</summary>
    string Name { get; }

    /// <summary>False when the first line is a row already.</summary>
    bool HasHeader { get; }

    /// <summary>True when what a row becomes does not depend on the rows before it, so that an interrupted import may begin in the middle of a file.</summary>
    bool RowsStandAlone => false;

    /// <summary>Columns that it reads, in the order of the publisher.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>True when the first line is of this kind.</summary>
    bool Recognises(ArchiveHeader header);

    /// <summary>A mapper for the rows of one file of <paramref name="release"/>; it may remember what came before in the file, within bounds.</summary>
    RowMapper Open(ArchiveHeader header, CsvReader row, Release release);
}
