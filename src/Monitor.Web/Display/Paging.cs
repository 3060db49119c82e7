namespace Monitor.Web.Display;

/// <summary>Links to other pages of a list.</summary>
/// <param name="First">Back to the first page; null when this is it.</param>
/// <param name="Next">To the next page; null on the last.</param>
internal sealed record Paging(string? First, string? Next);
