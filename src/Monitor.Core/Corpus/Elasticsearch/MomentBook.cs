using System.Globalization;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>
/// Points in time of the searches that are being paged through, by a short number for the cursor: the server's own names are kilobytes long where many indexes are searched.
/// Only the process that opened one knows it; elsewhere, and when it has ended, a cursor goes on by the sort values of its last hit.
/// </summary>
internal sealed class MomentBook(PointsInTime moments)
{
    /// <summary>Most points in time kept open; each holds files of the server.</summary>
    private const int Most = 64;

    private readonly LinkedList<(string Number, string Moment)> _open = [];
    private readonly Lock _lock = new();
    private long _last = Random.Shared.NextInt64(1L << 40) << 16; // another process counts from elsewhere

    /// <summary>The point in time of a number; null when it is not known here.</summary>
    public string? Of(string number)
    {
        lock (_lock)
        {
            return _open.FirstOrDefault(o => o.Number == number).Moment;
        }
    }

    /// <summary>Keeps one; returns its number.</summary>
    public async Task<string> Keep(string moment, string number = "")
    {
        string? ended = null;
        lock (_lock)
        {
            if (number.Length > 0)
            {
                Remove(number);
            }
            else
            {
                number = (++_last).ToString("x", CultureInfo.InvariantCulture);
            }

            _open.AddLast((number, moment));
            if (_open.Count > Most)
            {
                ended = _open.First!.Value.Moment;
                _open.RemoveFirst();
            }
        }

        await moments.Close(ended);
        return number;
    }

    /// <summary>Forgets one that has ended.</summary>
    public void Forget(string number)
    {
        lock (_lock)
        {
            Remove(number);
        }
    }

    /// <summary>Closes all.</summary>
    public async Task CloseAll()
    {
        List<string> all;
        lock (_lock)
        {
            all = [.. _open.Select(o => o.Moment)];
            _open.Clear();
        }

        foreach (var moment in all)
        {
            await moments.Close(moment);
        }
    }

    private void Remove(string number)
    {
        for (var node = _open.First; node is not null; node = node.Next)
        {
            if (node.Value.Number == number)
            {
                _open.Remove(node);
                return;
            }
        }
    }
}
