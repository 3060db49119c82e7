using Monitor.Core.Corpus;

namespace Monitor.Web.Display;

/// <summary>A link of a list of choices.</summary>
internal sealed record Choice(string Name, string Address, bool Here);

/// <summary>One facet with its values as links.</summary>
internal sealed record FacetView(string Name, IReadOnlyList<FacetValue> Values);

/// <summary>One value of a facet.</summary>
internal sealed record FacetValue(string Name, long Count, string Address);

/// <summary>One page of a search as it is shown.</summary>
internal sealed record SearchView(SearchPage Page, Paging Paging, IReadOnlyList<FacetView> Facets);
