using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Monitor.Core.Corpus;
using Monitor.Core.Linking.Groups;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Linking.Accounts;

/// <summary>
/// Finds once what a claim may ask of an account: the groups it names, its name's keys, the site of its profile link, and what of it can be read. Stored beside the account
/// (<see cref="AccountMarks"/>), so that a claim finds its candidates among millions by looking up.
/// </summary>
public static partial class AccountMarker
{
    /// <summary>
    /// Samples of a group in one release: each holds about half of the one before, chosen by the hash of the account's id, so that the same accounts stand in them whatever
    /// came in first.
    /// </summary>
    internal const int Samples = 16;

    private static readonly Lazy<string> LexiconVersion = new(() => GroupLexicon.Fingerprint()[..16]);

    /// <summary>Fingerprint of the rules: another one makes all marks and links anew.</summary>
    public static string Rules => $"{LexiconVersion.Value}-{Weights.Fingerprint}-2";

    /// <summary>The marks of an account.</summary>
    public static AccountMarks Of(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var release = account.Source.Release;
        var findings = GroupFinder.InAccount(account);
        var marks = new List<string>();
        AddCounted(account, findings, marks);
        foreach (var group in findings.Groups)
        {
            marks.Add(Counted(group, release));
            marks.Add(Group(group, release, 0));
            for (var sample = 1; sample <= SamplesOf(account.Id); sample++)
            {
                marks.Add(Group(group, release, sample));
            }
        }

        if (!account.Hashed && !account.Hidden.Contains("name"))
        {
            marks.AddRange(NameKeys.Of(account.Name).Select(Name));
        }

        if (!account.Hidden.Contains("url") && Site(account.Url) is { } site)
        {
            marks.Add(SiteMark(site));
        }

        return new(account.Key, marks);
    }

    /// <summary>Counted mark: accounts of a release that name a group.</summary>
    internal static string Counted(string group, string release) => $"#g:{group}@{release}";

    /// <summary>Counted mark: accounts of a release with a property.</summary>
    internal static string Property(string property, string release) => $"#{property}@{release}";

    /// <summary>Looked up: accounts of a release that name a group; of one sample when it is above 0.</summary>
    internal static string Group(string group, string release, int sample) => sample == 0 ? $"g:{group}@{release}" : $"g:{group}@{release}~{sample}";

    /// <summary>Looked up: a key of a name.</summary>
    internal static string Name(string key) => "n:" + key;

    /// <summary>Looked up: the site that an account's profile links to.</summary>
    internal static string SiteMark(string site) => "u:" + site;

    /// <summary>Host of an address without www; null when it is none, or one that everybody's links go through.</summary>
    internal static string? Site(string url)
    {
        var match = Host().Match(url);
        var host = match.Success ? match.Groups[1].Value.ToLowerInvariant() : "";
        return host.Length > 3 && !Shared.Contains(host) ? host : null;
    }

    /// <summary>Shorteners and platforms: an address there says nothing of whose it is.</summary>
    private static readonly HashSet<string> Shared = new(
        ["t.co", "bit.ly", "goo.gl", "ow.ly", "tinyurl.com", "fb.me", "youtu.be", "youtube.com", "facebook.com", "m.facebook.com", "twitter.com", "instagram.com", "telegram.me", "t.me", "vk.com", "linkedin.com", "x.com"],
        StringComparer.Ordinal);

    private static int SamplesOf(string accountId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(accountId));
        return Math.Min(Samples, System.Numerics.BitOperations.TrailingZeroCount(BitConverter.ToUInt32(hash)));
    }

    private static void AddCounted(Account account, GroupFindings findings, List<string> marks)
    {
        var release = account.Source.Release;
        var hidden = account.Hidden.Contains("bio");
        var empty = !hidden && string.IsNullOrWhiteSpace(account.Bio);
        void Add(string property, bool when)
        {
            if (when)
            {
                marks.Add(Property(property, release));
            }
        }

        Add("accounts", true);
        Add("hashed", account.Hashed);
        Add("names", !account.Hashed && account.Name.Length > 0);
        Add("bios", !hidden && !empty);
        Add("hidden", hidden);
        Add("empty", empty);
        Add("named", findings.Mentions.Count > 0);
        Add("refused", findings.Mentions.Count == 0 && findings.Refused.Count > 0);
        if (!hidden && !empty && findings.Mentions.Count == 0 && LanguageDetector.Detect(account.Bio) is var language && language != "und" && !GroupFinder.Languages.Contains(language))
        {
            Add("lang-" + language, true);
        }
    }

    [GeneratedRegex(@"^(?:https?://)?(?:www\.)?([a-z0-9.-]+\.[a-z]{2,})(?:[/:?#]|$)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Host();
}
