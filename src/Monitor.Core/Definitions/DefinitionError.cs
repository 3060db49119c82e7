namespace Monitor.Core.Definitions;

/// <summary>Why a file of <c>crawlers/</c> cannot be used, and what to do about it.</summary>
/// <param name="File">Path of the file, as it was given.</param>
/// <param name="Line">Line from 1; 0 when the whole file is meant.</param>
/// <param name="Message">What is wrong, with the value that was found.</param>
/// <param name="Mend">What to write instead.</param>
public sealed record DefinitionError(string File, int Line, string Message, string Mend)
{
    /// <summary><c>file:line: message; mend</c>, which editors and terminals turn into a link.</summary>
    public override string ToString() => $"{File}{(Line > 0 ? $":{Line}" : "")}: {Message}; {Mend}";
}

/// <summary>What a folder of definitions holds: the good ones, and the reasons why the others are left out.</summary>
/// <typeparam name="T">Crawler definition or release.</typeparam>
/// <param name="Items">Definitions without any error, in the order of their ids.</param>
/// <param name="Errors">Errors in the order of files and lines; every file that is not among the items has at least one.</param>
public sealed record DefinitionSet<T>(IReadOnlyList<T> Items, IReadOnlyList<DefinitionError> Errors);
