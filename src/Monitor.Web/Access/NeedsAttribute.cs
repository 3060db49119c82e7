using Monitor.Core.Ledger;

namespace Monitor.Web.Access;

/// <summary>
/// The least role that may use a page or route. Without it reading takes a reader and writing an administrator: a form that nobody thought of is closed to most.
/// Pages that are open to everybody say so with <c>AllowAnonymous</c>.
/// </summary>
/// <param name="read">For GET and HEAD.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsAttribute(Role read = Role.Reader) : Attribute
{
    /// <summary>For GET and HEAD.</summary>
    public Role Read { get; } = read;

    /// <summary>For everything else.</summary>
    public Role Write { get; init; } = Role.Administrator;

    /// <summary>True when what it changes writes the audit itself, in the transaction of the change.</summary>
    public bool AuditsItself { get; init; }

    private static readonly NeedsAttribute Default = new();

    /// <summary>What an endpoint asks for.</summary>
    public static NeedsAttribute Of(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<NeedsAttribute>() ?? Default;

    /// <summary>The least role for a method.</summary>
    public Role For(string method) => IsRead(method) ? Read : Write;

    /// <summary>True for methods that change nothing (RFC 9110, 9.2.1).</summary>
    public static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
