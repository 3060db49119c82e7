using System.Data;
using System.Globalization;
using Dapper;

namespace Monitor.Core.Ledger;

/// <summary>Keeps times as UTC text of fixed length, so that the order of the text is the order of time.</summary>
internal sealed class UtcText : SqlMapper.TypeHandler<DateTimeOffset>
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    public static void Register()
    {
        // Dapper's own mapping would win over the handler.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new UtcText());
    }

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
    {
        parameter.DbType = DbType.String;
        parameter.Value = Write(value);
    }

    public static DateTimeOffset Read(string text) => DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public override DateTimeOffset Parse(object value) => Read((string)value);
}
