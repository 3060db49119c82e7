using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Coordination.Traces;

/// <summary>
/// What a reading of the posts is for. Cutting texts into words costs several times what all other traces of a post cost together, so it is done by a reading of its own, and
/// only when texts are asked for.
/// </summary>
public enum TraceKind
{
    /// <summary>Reposts, links, hashtags and replies.</summary>
    Acts,

    /// <summary>Words.</summary>
    Texts,
}

/// <summary>Which trace is of which kind.</summary>
internal static class TraceKinds
{
    /// <summary>The kind of a trace.</summary>
    public static TraceKind Of(CoordinationTrace trace) => trace == CoordinationTrace.Text ? TraceKind.Texts : TraceKind.Acts;
}
