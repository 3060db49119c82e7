using Monitor.Core.Model;

namespace Monitor.Core.Alerting.Wording;

/// <summary>Messages in French.</summary>
internal static class French
{
    public static AlertWording Words { get; } = new()
    {
        Language = "fr",
        NewMatches = new("1 nouveau résultat", "{n} nouveaux résultats"),
        Subject = "Monitor : {count} pour « {name} »",
        Intro = "{count} ({kind}) pour votre recherche enregistrée « {name} »",
        Kinds = new Dictionary<string, string>
        {
            [SavedSearchKinds.Claims] = "affirmations",
            [SavedSearchKinds.Documents] = "documents",
            [SavedSearchKinds.Statements] = "déclarations",
            [SavedSearchKinds.Accounts] = "comptes",
            [SavedSearchKinds.Evidence] = "changements des preuves",
        },
        Query = "Requête",
        SpeakerUnknown = "Auteur inconnu",
        FirstSeen = "Vu d’abord",
        Outlets = new("dans 1 média", "dans {n} médias"),
        Further = "Aussi",
        Differs = "Diffère de ce qui était connu",
        Releases = "Publications de données qui peuvent s’y rapporter",
        NearlySame = new("et 1 presque identique", "et {n} presque identiques"),
        More = new("et 1 de plus : à voir dans Monitor", "et {n} de plus : à voir dans Monitor"),
        Gone = new(
            "1 de plus correspondait quand il a été trouvé et n’est plus dans le corpus (une page a été modifiée ou retirée).",
            "{n} de plus correspondaient quand ils ont été trouvés et ne sont plus dans le corpus (une page a été modifiée ou retirée)."),
        Storm = "{n} résultats en une heure dépassent votre limite de {limit} : ce résumé remplace les messages isolés. Tant que cela dure, vous en recevez un par heure ; rien n’est omis.",
        NothingNew = "Rien de nouveau depuis le dernier message. La recherche reste active.",
        Test = "Ceci est un essai demandé par quelqu’un ; il répète les derniers résultats.",
        WhyYou = "Vous recevez ce message parce que la recherche est enregistrée pour {recipient}.",
        ThisSearch = "Cette recherche dans Monitor",
        Unsubscribe = "Ne plus recevoir ces courriels",
        NoWords = "(sans mots)",
        Changes = new Dictionary<EvidenceChange, string>
        {
            [EvidenceChange.Candidates] = "La publication de données {other} est arrivée avec des comptes qui peuvent se rapporter à cette affirmation : {n}.",
            [EvidenceChange.RowChanged] = "Une nouvelle version d’une publication de données montre autrement, ou ne montre plus, une ligne sur laquelle repose le verdict {other}.",
            [EvidenceChange.Reinstated] = "La suspension de ce compte a été annulée.",
            [EvidenceChange.PageEdited] = "Cette page a d’autres mots qu’auparavant et ne le dit pas.",
            [EvidenceChange.Drift] = "Cette affirmation est apparue avec d’autres nombres ou mots qu’auparavant.",
        },
    };
}
