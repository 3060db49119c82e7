using Monitor.Core.Corpus;

namespace Monitor.Web.Pages.Accounts;

/// <summary>Every account, the newest first.</summary>
internal sealed class AccountList(ICorpus corpus) : ListPage(corpus, SearchKind.Accounts, "/accounts");
