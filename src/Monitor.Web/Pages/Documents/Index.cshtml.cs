using Monitor.Core.Corpus;

namespace Monitor.Web.Pages.Documents;

/// <summary>Every document, the newest first.</summary>
internal sealed class DocumentList(ICorpus corpus) : ListPage(corpus, SearchKind.Documents, "/documents");
