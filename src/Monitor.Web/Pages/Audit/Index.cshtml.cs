using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Ledger;
using Monitor.Web.Access;

namespace Monitor.Web.Pages.Audit;

/// <summary>What people did, the newest first, and whether the chain is whole.</summary>
[Needs(Role.Administrator)]
internal sealed class AuditPage(Ledger ledger) : PageModel
{
    private const int OnPage = 100;

    public BrokenLink? Broken { get; private set; }

    public long Total { get; private set; }

    /// <summary>Only what this person did; null for everybody.</summary>
    public string? Person { get; private set; }

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    /// <summary>Entries older than this one are on the next page; null on the last.</summary>
    public long? Next { get; private set; }

    public void OnGet(long? before, string? person)
    {
        Broken = ledger.Audit.Verify();
        if (Broken is not null)
        {
            return;
        }

        (Total, Person) = (ledger.Audit.Count(), string.IsNullOrWhiteSpace(person) ? null : person);
        Entries = ledger.Audit.Latest(OnPage, before, Person);
        Next = Entries is [.., { Sequence: > 1 and var last }] && Entries.Count == OnPage ? last : null;
    }
}
