using System.Text;

namespace Monitor.Core.Text;

/// <summary>Encodings by the names that pages and feeds declare, as browsers read them (WHATWG Encoding Standard, section 4.2).</summary>
internal static class CharsetNames
{
    /// <summary>Names that mean another, larger charset on the web, or that .NET does not know.</summary>
    private static readonly Dictionary<string, string> Meant = new (string Name, string Meant)[]
    {
        ("iso-8859-1", "windows-1252"), ("iso8859-1", "windows-1252"), ("latin1", "windows-1252"), ("latin-1", "windows-1252"), ("us-ascii", "windows-1252"),
        ("ascii", "windows-1252"), ("cp1252", "windows-1252"), ("iso-8859-9", "windows-1254"), ("latin5", "windows-1254"), ("tis-620", "windows-874"),
        ("gb2312", "gb18030"), ("gbk", "gb18030"), ("x-gbk", "gb18030"), ("x-sjis", "shift_jis"), ("sjis", "shift_jis"), ("ks_c_5601-1987", "euc-kr"),
        ("ksc5601", "euc-kr"), ("cp1256", "windows-1256"), ("cp-1256", "windows-1256"), ("cp1251", "windows-1251"), ("cp-1251", "windows-1251"),
        ("win-1251", "windows-1251"), ("utf8", "utf-8"), ("unicode", "utf-16"),
    }.ToDictionary(n => n.Name, n => n.Meant, StringComparer.OrdinalIgnoreCase);

    /// <summary>The encoding of a declared name; null for an unknown one, and for UTF-7, which could smuggle markup.</summary>
    public static Encoding? Find(string name)
    {
        var plain = Meant.GetValueOrDefault(name, name);
        if (plain.Equals("utf-7", StringComparison.OrdinalIgnoreCase) || plain.Equals("x-user-defined", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(plain) ?? Encoding.GetEncoding(plain);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
