using System.Collections.Frozen;
using System.Globalization;

namespace Monitor.Core.Extraction;

/// <summary>Names of months, whole and shortened, in the languages of the sources.</summary>
internal static class MonthNames
{
    /// <summary>Added to the number of a month of the Solar Hijri calendar.</summary>
    public const int Jalali = 100;

    // Latin-script and Cyrillic languages come from the framework's CLDR data; these are the ones that pages spell otherwise.
    private static readonly string[] Cultures = ["en", "de", "fr", "es", "it", "pt", "nl", "da", "nb", "sv", "fi", "pl", "cs", "tr", "ru", "uk", "id", "ro", "hu", "el"];

    private static readonly string[] Persian =
        ["ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"];

    private static readonly string[] SolarHijri =
        ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

    private static readonly string[] Arabic =
        ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

    /// <summary>Folded name in lower case without a full stop to 1–12, or <see cref="Jalali"/> + 1–12.</summary>
    public static FrozenDictionary<string, int> All { get; } = Build();

    private static FrozenDictionary<string, int> Build()
    {
        var names = new Dictionary<string, int>();
        Add(Persian, 0);
        Add(SolarHijri, Jalali);
        Add(Arabic, 0);
        foreach (var (name, month) in ((string, int)[])[("شباط", 2), ("آذار", 3), ("نيسان", 4), ("أيار", 5), ("حزيران", 6), ("تموز", 7), ("آب", 8), ("أيلول", 9), ("می", 5), ("جولای", 7), ("ابريل", 4), ("اغسطس", 8), ("اكتوبر", 10), ("ژوییه", 7), ("sept", 9), ("mrz", 3), ("enero", 1)])
        {
            names.TryAdd(DateText.Fold(name), month);
        }

        foreach (var culture in Cultures)
        {
            var format = CultureInfo.GetCultureInfo(culture).DateTimeFormat;
            Add(format.MonthNames, 0);
            Add(format.MonthGenitiveNames, 0);
            Add(format.AbbreviatedMonthNames, 0);
            Add(format.AbbreviatedMonthGenitiveNames, 0);
        }

        return names.ToFrozenDictionary();

        void Add(string[] list, int plus)
        {
            for (var i = 0; i < 12; i++)
            {
                var name = DateText.Fold(list[i].TrimEnd('.').ToLowerInvariant());
                if (name.Length > 1)
                {
                    names.TryAdd(name, plus + i + 1);
                }
            }
        }
    }
}
