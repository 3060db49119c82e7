namespace Monitor.Core.Archives.Values;

/// <summary>Reads <c>yyyy-MM-dd</c>, <c>yyyy-MM-dd HH:mm</c> and <c>yyyy-MM-dd HH:mm:ss</c> (also with T) as UTC, straight from bytes, since every row has two of them.</summary>
internal static class IsoMoment
{
    /// <summary>The moment, or null for anything else.</summary>
    public static DateTimeOffset? Parse(ReadOnlySpan<byte> text)
    {
        if (text.Length is not (10 or 16 or 19) || text[4] != '-' || text[7] != '-')
        {
            return null;
        }

        var (year, month, day) = (Number(text[..4]), Number(text.Slice(5, 2)), Number(text.Slice(8, 2)));
        var (hour, minute, second) = (0, 0, 0);
        if (text.Length > 10)
        {
            if (text[10] is not ((byte)' ' or (byte)'T') || text[13] != ':' || (text.Length == 19 && text[16] != ':'))
            {
                return null;
            }

            (hour, minute) = (Number(text.Slice(11, 2)), Number(text.Slice(14, 2)));
            second = text.Length == 19 ? Number(text.Slice(17, 2)) : 0;
        }

        var valid = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and < 60;
        return valid ? new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero) : null;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            number = number * 10 + digit - '0';
        }

        return number;
    }
}
