using Monitor.Core.Model;

namespace Monitor.Core.Archives;

/// <summary>
/// What one row of a release file became. Every data row becomes exactly one of these, so the counts of a file add up:
/// rows = account rows + post rows + status rows + quarantined rows.
/// </summary>
/// <param name="Source">Where the row stands.</param>
public abstract record ArchiveRow(RowRef Source);

/// <summary>A row of an account table.</summary>
/// <param name="Source">Where the row stands.</param>
/// <param name="Account">The account as the row shows it.</param>
public sealed record AccountRow(RowRef Source, Account Account) : ArchiveRow(Source);

/// <summary>A row of a post table.</summary>
/// <param name="Source">Where the row stands.</param>
/// <param name="Post">The post.</param>
/// <param name="Author">
/// The author as this row shows it, on the first row of each author in a file, and again when many other authors came in between; null on the other rows. An account table
/// of the same release knows better, see <see cref="AccountPreference"/>.
/// </param>
public sealed record PostRow(RowRef Source, Post Post, Account? Author) : ArchiveRow(Source);

/// <summary>A row of a status table: one or more dated observations about one account.</summary>
/// <param name="Source">Where the row stands.</param>
/// <param name="Events">The observations; never empty.</param>
/// <param name="Account">The account as the row shows it; null when it shows no more than was said before in this file.</param>
public sealed record StatusRow(RowRef Source, IReadOnlyList<StatusEvent> Events, Account? Account) : ArchiveRow(Source);

/// <summary>A row that could not become a record. It is shown to people and kept in the file it came from; it is never dropped.</summary>
/// <param name="Source">Where the row stands.</param>
/// <param name="Reason">What is wrong, in plain words.</param>
/// <param name="Mend">What can be done about it.</param>
/// <param name="Raw">The row as it stands in the file, shortened to <see cref="RawLimit"/> bytes.</param>
public sealed record QuarantinedRow(RowRef Source, string Reason, string Mend, string Raw) : ArchiveRow(Source)
{
    /// <summary>Most bytes of a row that are shown; enough to recognise it, little enough for a list.</summary>
    public const int RawLimit = 2_000;
}
