using Monitor.Core.Corpus.Query;
using Monitor.Core.Text;

namespace Monitor.Core.Corpus;

/// <summary>
/// The terms of one record by field, as they are indexed: the terms of each text in order, then a gap and the other spellings. Made to be used again by one thread.
/// </summary>
internal sealed class FieldTerms
{
    /// <summary>Stands between texts, so that no phrase reaches over the gap. No term is ever this.</summary>
    public const string Gap = "|";

    private readonly TermStream _stream = new(marksStopWords: false);

    /// <summary>Headline, name of an account, title of a release.</summary>
    public List<string> Title { get; } = [];

    /// <summary>Speaker, authors, handle.</summary>
    public List<string> Speaker { get; } = [];

    /// <summary>The words themselves; the bio of an account.</summary>
    public List<string> Body { get; } = [];

    /// <summary>Exact ids and hashes, each after a sign that begins no word; the place that an account names.</summary>
    public List<string> Keys { get; } = [];

    /// <summary>The terms of a field.</summary>
    public List<string> this[TextField field] => field switch
    {
        TextField.Title => Title,
        TextField.Speaker => Speaker,
        TextField.Body => Body,
        TextField.Keys => Keys,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "one field is wanted"),
    };

    /// <summary>Forgets all terms.</summary>
    public void Clear()
    {
        Title.Clear();
        Speaker.Clear();
        Body.Clear();
        Keys.Clear();
    }

    /// <summary>Adds a text to a field.</summary>
    public void Add(List<string> field, string? text, string? language = null)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        _stream.Clear();
        Analyzer.Read(text, language, _stream);
        if (_stream.Main.Count == 0)
        {
            return;
        }

        Part(field);
        foreach (var term in _stream.Main)
        {
            field.Add(term.Value);
        }

        foreach (var term in _stream.Also)
        {
            field.Add(Gap);
            field.Add(term.Value);
        }
    }

    /// <summary>Adds a term that is known, unless the field has it.</summary>
    public static void AddTerm(List<string> field, string term)
    {
        if (!field.Contains(term))
        {
            Part(field);
            field.Add(term);
        }
    }

    private static void Part(List<string> field)
    {
        if (field.Count > 0)
        {
            field.Add(Gap);
        }
    }
}
