using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Bios;

/// <summary>
/// Which accounts have the same bio, and which have nearly the same. Filled once, then frozen. Memory: some 400 bytes a distinct bio (signature 128, bands 128, the
/// rest for key and examples), 40 MB for a hundred thousand, and 40 bytes an account.
/// </summary>
internal sealed class BioIndex
{
    /// <summary>Flag that import sets on a row without a user id, whose account is known by its handle only.</summary>
    public const string NoUserId = "no-user-id";

    /// <summary>Accounts of each bio that are remembered, to show their rows.</summary>
    public const int Examples = 6;

    /// <summary>
    /// Resemblance from which on two bios are nearly equal: about one word in a hundred letters is changed. Of 882 different bios of the published Iranian, Chinese, Catalan,
    /// Cuban, Qatari and Thai tables of 2018 to 2020, eight pairs reach it. All are one text made over; in three of them the chapters of one group put in their town. The next
    /// pairs (0.65 to 0.79) are shorter texts of the same kinds; below 0.5 are texts that have a formula in common.
    /// </summary>
    public const double NearlyEqual = 0.8;

    /// <summary>Bios of one band looked through for a near one; in a larger heap of them one is found among the first, or they are a common formula.</summary>
    private const int MostInBand = 50;

    /// <summary>Three standard errors of the estimate (<see cref="MinHash"/>) at the threshold, by which a candidate may look worse than it is.</summary>
    private const double MostError = 0.15;

    private readonly Dictionary<(ulong High, ulong Low), int> numbers = [];
    private readonly List<Bio> bios = [];
    private readonly List<(uint Key, int Bio)>[] bands = [.. Enumerable.Range(0, MinHash.Bands).Select(_ => new List<(uint, int)>())];
    private readonly List<(string Release, int Bio, bool First)> uses = [];
    private readonly Dictionary<string, BioRates> releases = [];
    private readonly BioRates all = new();
    private string lastId = "";

    /// <summary>
    /// Takes an account in; the same account in several releases comes one behind the other and counts once among all. A row without a user id is left out: its account
    /// may stand in another row under its hash, and would share its bio with itself.
    /// </summary>
    public void Add(Account account)
    {
        var first = account.Id != lastId;
        lastId = account.Id;
        if (account.Flags.Contains(NoUserId) || BioText.Of(account.Bio) is not { } text)
        {
            return;
        }

        var number = NumberOf(text);
        var bio = bios[number];
        if (bio.LastId != account.Id)
        {
            (bio.LastId, bio.Accounts) = (account.Id, bio.Accounts + 1);
            if (bio.Ids.Count < Examples)
            {
                bio.Ids.Add(account.Id);
            }
        }

        uses.Add((account.Source.Release, number, first));
    }

    /// <summary>Sorts the bands and counts the rates; called once, when every account was added.</summary>
    public void Freeze()
    {
        foreach (var band in bands)
        {
            band.Sort();
            band.TrimExcess();
            MarkNear(band);
        }

        foreach (var (release, number, first) in uses)
        {
            var bio = bios[number];
            (releases.TryGetValue(release, out var own) ? own : releases[release] = new()).Add(bio.Accounts, bio.Near);
            if (first)
            {
                all.Add(bio.Accounts, bio.Near);
            }
        }

        uses.Clear();
        uses.TrimExcess();
    }

    /// <summary>Accounts with this bio.</summary>
    public int Accounts(BioText text) => numbers.TryGetValue(text.Key, out var number) ? bios[number].Accounts : 0;

    /// <summary>Some accounts with this bio.</summary>
    public IReadOnlyList<string> Same(BioText text) => numbers.TryGetValue(text.Key, out var number) ? bios[number].Ids : [];

    /// <summary>Some accounts with other bios that may be nearly equal, the likeliest first; to be compared letter by letter.</summary>
    public IReadOnlyList<string> Candidates(BioText text, int limit)
    {
        var signature = MinHash.Signature(text.Shingles());
        var mine = MinHash.Short(signature);
        var own = numbers.GetValueOrDefault(text.Key, -1);
        return [.. Enumerable.Range(0, MinHash.Bands).SelectMany(b => InBand(bands[b], MinHash.BandKey(signature, b))).Where(n => n != own).Distinct()
            .Select(n => (Bio: bios[n], Estimate: MinHash.Estimate(mine, bios[n].Signature))).Where(c => c.Estimate >= NearlyEqual - MostError)
            .OrderByDescending(c => c.Estimate).ThenBy(c => c.Bio.Ids[0], StringComparer.Ordinal).Take(limit).Select(c => c.Bio.Ids[0])];
    }

    /// <summary>How common shared bios are in a release; of all accounts when null.</summary>
    public BioRates Rates(string? release) => release is null ? all : releases.GetValueOrDefault(release) ?? new();

    private static IEnumerable<int> InBand(List<(uint Key, int Bio)> band, uint key)
    {
        var at = band.BinarySearch((key, -1));
        for (var i = at < 0 ? ~at : at; i < band.Count && band[i].Key == key; i++)
        {
            yield return band[i].Bio;
        }
    }

    private int NumberOf(BioText text)
    {
        var key = text.Key;
        if (numbers.TryGetValue(key, out var number))
        {
            return number;
        }

        numbers[key] = number = bios.Count;
        var signature = MinHash.Signature(text.Shingles());
        bios.Add(new(MinHash.Short(signature)));
        for (var band = 0; band < MinHash.Bands; band++)
        {
            bands[band].Add((MinHash.BandKey(signature, band), number));
        }

        return number;
    }

    private void MarkNear(List<(uint Key, int Bio)> band)
    {
        for (var i = 0; i < band.Count; i++)
        {
            for (var j = i + 1; j < band.Count && j <= i + MostInBand && band[j].Key == band[i].Key; j++)
            {
                var (a, b) = (bios[band[i].Bio], bios[band[j].Bio]);
                if (!(a.Near && b.Near) && MinHash.Estimate(a.Signature, b.Signature) >= NearlyEqual)
                {
                    a.Near = b.Near = true;
                }
            }
        }
    }

    private sealed class Bio(ushort[] signature)
    {
        public ushort[] Signature => signature;

        public int Accounts { get; set; }

        public bool Near { get; set; }

        public string LastId { get; set; } = "";

        public List<string> Ids { get; } = new(1);
    }
}
