using System.Text;
using Microsoft.Data.Sqlite;
using Monitor.Core.Model;

namespace Monitor.Core.Corpus.Sqlite.Posts;

/// <summary>Writes posts: rows in parts, terms under the same numbers. For the writer, under its lock.</summary>
internal sealed class PostWriter : IDisposable
{
    private readonly PostParts _parts;
    private readonly PostIndex _index;
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _update;
    private readonly SqliteStatement _addTerms;
    private readonly SqliteStatement _deleteTerms;
    private readonly PostRow _reader = new();
    private readonly List<(long Row, PostBlock Block, int Index)> _newTerms = [];
    private string? _release;
    private byte[] _releaseBytes = [];

    /// <summary>Prepares the statements.</summary>
    public PostWriter(SqliteConnection connection)
    {
        _parts = new(connection);
        _index = new(connection);
        _insert = new(connection, "INSERT INTO posts(n, date, language, release, platform, key, account, post) VALUES(?,?,?,?,?,?,?,?)");
        _update = new(connection, "UPDATE posts SET date = ?, language = ?, release = ?, account = ?, post = ? WHERE n = ?");
        _addTerms = new(connection, "INSERT INTO posts_terms(rowid, body) VALUES(?,?)");
        _deleteTerms = new(connection, "DELETE FROM posts_terms WHERE rowid = ?");
    }

    /// <summary>To be called in each transaction before posts are written.</summary>
    public void Begin()
    {
        _newTerms.Clear();
        _index.Forget();
        _parts.Begin();
    }

    /// <summary>Writes a block.</summary>
    public PutCount Write(PostBlock block)
    {
        var (added, changed, unchanged) = (0, 0, 0);
        for (var i = 0; i < block.Count; i++)
        {
            var post = block[i];
            if (_release != post.Release)
            {
                (_release, _releaseBytes) = (post.Release, Encoding.UTF8.GetBytes(post.Release));
            }

            if (Find(post) is not { } stored)
            {
                Add(post);
                added++;
            }
            else if (PostRow.Same(stored, post, _releaseBytes, at: 1) || !Replace(stored, block, i))
            {
                stored.Reset();
                unchanged++;
            }
            else
            {
                changed++;
            }
        }

        return new(added, changed, unchanged);
    }

    /// <summary>To be called before the commit.</summary>
    /// <remarks>
    /// FTS5 takes row numbers in rising order together and writes a segment whenever one is smaller than the last, so terms of changed posts wait for the end of the new ones and
    /// go in by number.
    /// </remarks>
    public void End()
    {
        foreach (var (row, block, index) in _newTerms.Index().OrderBy(t => t.Item.Row).ThenByDescending(t => t.Index).Select(t => t.Item).DistinctBy(t => t.Row))
        {
            _deleteTerms.Number(1, row).Run();
            _addTerms.Number(1, row).Utf8(2, block[index].Terms).Run();
        }

        _newTerms.Clear();
        _index.Write();
        _parts.End();
    }

    /// <summary>Forgets what was not committed.</summary>
    public void Forget() => _parts.Forget();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in (IDisposable[])[_insert, _update, _addTerms, _deleteTerms, _parts, _index])
        {
            statement.Dispose();
        }
    }

    /// <summary>The stored row with this key.</summary>
    private SqliteStatement? Find(PostBlock.Row post)
    {
        if (_index.FindNew(post.KeyMark, post.Key) is { } fresh)
        {
            return fresh;
        }

        foreach (var part in _parts.MayHold(post.KeyMark))
        {
            if (_index.Find(part, post.KeyMark, post.Key) is { } found)
            {
                _parts.LastHit = part;
                return found;
            }
        }

        return null;
    }

    private void Add(PostBlock.Row post)
    {
        var row = _parts.Add(post.KeyMark, post.Release);
        var platform = Math.Max(0, post.Key.IndexOf((byte)':'));
        _insert.Number(1, row).Number(2, post.Date).Utf8(3, post.Language, emptyIsNull: true).Utf8(4, _releaseBytes, emptyIsNull: true)
            .Utf8(5, post.Key[..platform], emptyIsNull: true).Utf8(6, post.Key).Utf8(7, post.Account).Blob(8, post.Post).Run();
        _index.Add(row, post);
        _addTerms.Number(1, row).Utf8(2, post.Terms).Run();
    }

    /// <summary>Puts a post in the place of the stored one, unless that is preferred.</summary>
    private bool Replace(SqliteStatement stored, PostBlock block, int index)
    {
        var post = block[index];
        var row = stored.Long(0);
        var before = _reader.Read(stored, 1);
        var after = PostBytes.Read(post.Post, before.Id, Encoding.UTF8.GetString(post.Account), post.Date, Encoding.UTF8.GetString(post.Language), post.Release, new());
        if (!RowPreference.Better(after.Source, before.Source))
        {
            return false;
        }

        stored.Reset();
        _update.Number(1, post.Date).Utf8(2, post.Language, emptyIsNull: true).Utf8(3, _releaseBytes, emptyIsNull: true).Utf8(4, post.Account).Blob(5, post.Post).Number(6, row).Run();
        _index.Move(row, (long)Fingerprint.Of(Encoding.UTF8.GetBytes(before.AccountId)), before.Time?.ToUnixTimeMilliseconds(), post);
        if (before.Source.Release != post.Release)
        {
            _parts.Count(row, before.Source.Release, -1);
            _parts.Count(row, post.Release, 1);
        }

        if (before.Text != after.Text || !before.Hashtags.SequenceEqual(after.Hashtags))
        {
            _newTerms.Add((row, block, index));
        }

        return true;
    }
}
