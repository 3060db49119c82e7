using AngleSharp.Dom;

namespace Monitor.Core.Extraction;

/// <summary>The page's meta elements by name, property or itemprop.</summary>
internal sealed class MetaTags
{
    private const int Most = 500;

    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    public static MetaTags Of(IDocument page)
    {
        var tags = new MetaTags();
        foreach (var meta in page.QuerySelectorAll("meta[content]").Where(m => m.ParentElement?.Closest("[itemprop='itemReviewed']") is null).Take(Most))
        {
            var value = Cleaned.Value(meta.GetAttribute("content"));
            foreach (var key in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
            {
                if (value.Length > 0 && meta.GetAttribute(key) is { Length: > 0 and < 100 } name)
                {
                    if (!tags.values.TryGetValue(name.Trim(), out var list))
                    {
                        tags.values[name.Trim()] = list = [];
                    }

                    list.Add(value);
                }
            }
        }

        return tags;
    }

    /// <summary>The first value of the first of these names that has one; empty otherwise.</summary>
    public string First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var list))
            {
                return list[0];
            }
        }

        return "";
    }

    /// <summary>All values of the first name that the pattern fits and that holds more than urls.</summary>
    public IReadOnlyList<string> Named(System.Text.RegularExpressions.Regex pattern) =>
        values.Where(v => pattern.IsMatch(v.Key)).Select(v => v.Value).FirstOrDefault(v => v.Exists(t => !t.Contains("://", StringComparison.Ordinal))) ?? [];
}
