namespace Monitor.Core.Exports;

/// <summary>A column, described once for the csv header, the JSON keys and the schema of a package.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">string, integer, number or datetime, as Frictionless Table Schema calls them.</param>
/// <param name="Description">What it holds.</param>
internal sealed record ExportColumn(string Name, string Type, string Description);

/// <summary>Columns and rows. Values are string, long, double, <see cref="DateTimeOffset"/> or null.</summary>
internal sealed record ExportTable(string Name, string Title, IReadOnlyList<ExportColumn> Columns, IAsyncEnumerable<IReadOnlyList<object?>> Rows);
