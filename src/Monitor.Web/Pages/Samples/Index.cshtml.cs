using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Ledger;
using Monitor.Core.Reviews.Sampling;

namespace Monitor.Web.Pages.Samples;

/// <summary>Every sample, the newest first.</summary>
internal sealed class SampleList(Ledger ledger, SampleDesk desk) : PageModel
{
    public IReadOnlyList<SampleProgress> Samples { get; private set; } = [];

    public void OnGet() => Samples = [.. ledger.Samples.All().Reverse().Select(desk.Progress)];
}
