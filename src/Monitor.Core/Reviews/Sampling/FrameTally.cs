using Monitor.Core.Corpus.Query;
using Monitor.Core.Model;

namespace Monitor.Core.Reviews.Sampling;

/// <summary>Counts what a query reaches in a release and what it leaves out, and why.</summary>
internal sealed class FrameTally(QueryNode query)
{
    private const int MostLanguages = 200;

    private readonly HashSet<string> _scripts = [.. Words(query).SelectMany(Scripts.Of)];
    private readonly Dictionary<string, long> _otherScripts = [];
    private readonly Dictionary<string, (long WithBio, long Matched)> _languages = new(StringComparer.Ordinal);
    private long _accounts;
    private long _fromPosts;
    private long _matched;
    private long _matchedHashed;
    private long _hashed;
    private long _bioEmpty;
    private long _bioHidden;
    private long _bioRead;

    /// <summary>Counts an account in.</summary>
    public void Add(Account account, bool matches)
    {
        _accounts++;
        _fromPosts += account.Flags.Contains("from-post") ? 1 : 0;
        var hidden = account.Hidden.Contains("bio");
        AddLanguage(account.Language, !hidden && account.Bio.Length > 0, matches);
        if (matches)
        {
            _matched++;
            _matchedHashed += account.Hashed ? 1 : 0;
            return;
        }

        _hashed += account.Hashed ? 1 : 0;
        if (hidden)
        {
            _bioHidden++;
        }
        else if (account.Bio.Length == 0)
        {
            _bioEmpty++;
        }
        else
        {
            _bioRead++;
            AddScript(account.Bio);
        }
    }

    /// <summary>What was counted.</summary>
    public SampleFrame ToFrame() => new(
        _accounts, _fromPosts, _matched, _matchedHashed, _hashed, _bioEmpty, _bioHidden, _bioRead,
        [.. _otherScripts.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => new ValueCount(s.Key, s.Value))],
        [.. _languages.OrderByDescending(l => l.Value.WithBio).ThenBy(l => l.Key, StringComparer.Ordinal).Select(l => new FrameLanguage(l.Key, l.Value.WithBio, l.Value.Matched))]);

    /// <summary>Words that a record must have; what must not match reaches nothing.</summary>
    private static IEnumerable<string> Words(QueryNode node) => node switch
    {
        WordNode word => [word.Text],
        PhraseNode phrase => [phrase.Text],
        PrefixNode prefix => [prefix.Text],
        FieldNode { Field: "bio" or "name" or "location" or "speaker" or "hashtag" } field => [field.Value],
        AndNode and => and.Parts.SelectMany(Words),
        OrNode or => or.Parts.SelectMany(Words),
        _ => [],
    };

    private void AddScript(string bio)
    {
        if (_scripts.Count > 0 && Scripts.Of(bio) is [var main, ..] scripts && !scripts.Any(_scripts.Contains))
        {
            _otherScripts[main] = _otherScripts.GetValueOrDefault(main) + 1;
        }
    }

    /// <summary>Language tags are compared without case (RFC 5646, 2.1.1).</summary>
    private void AddLanguage(string tag, bool withBio, bool matches)
    {
        var language = tag.ToLowerInvariant();
        if (_languages.Count < MostLanguages || _languages.ContainsKey(language))
        {
            var (bios, matched) = _languages.GetValueOrDefault(language);
            _languages[language] = (bios + (withBio ? 1 : 0), matched + (matches ? 1 : 0));
        }
    }
}
