using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Monitor.Core.Model;

namespace Monitor.Core.Corpus;

/// <summary>How records are written in the corpus: all that is given, nothing that can be computed. Code is generated when Monitor is built.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(Claim))]
[JsonSerializable(typeof(Appearance))]
[JsonSerializable(typeof(Release))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(Post))]
[JsonSerializable(typeof(StatusEvent))]
[JsonSerializable(typeof(Link))]
internal sealed partial class CorpusJson : JsonSerializerContext
{
    /// <summary>Writes letters of all scripts as they are; the bytes never reach a page unescaped.</summary>
    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}
