using Monitor.Core.Corpus;

namespace Monitor.Web.Pages.Claims;

/// <summary>Every claim, the newest first.</summary>
internal sealed class ClaimList(ICorpus corpus) : ListPage(corpus, SearchKind.Claims, "/claims");
