using Monitor.Core.Model;

namespace Monitor.Core.Extraction;

/// <summary>An embedded post as it was found, before it has a place in the text.</summary>
/// <param name="Platform">Lower-case platform; empty when the embed does not tell.</param>
/// <param name="Author">Name as printed.</param>
/// <param name="Handle">Handle without @.</param>
/// <param name="Text">Its words; empty when the embed is only a reference.</param>
/// <param name="Date">Its date with its precision.</param>
/// <param name="Url">Its permalink; empty when there is none.</param>
internal sealed record PostDraft(string Platform, string Author, string Handle, string Text, PartialDate? Date, string Url);
