using Monitor.Core.Model;

namespace Monitor.Core.Alerting.Wording;

/// <summary>Messages in Spanish.</summary>
internal static class Spanish
{
    public static AlertWording Words { get; } = new()
    {
        Language = "es",
        NewMatches = new("1 coincidencia nueva", "{n} coincidencias nuevas"),
        Subject = "Monitor: {count} para «{name}»",
        Intro = "{count} ({kind}) para su búsqueda guardada «{name}»",
        Kinds = new Dictionary<string, string>
        {
            [SavedSearchKinds.Claims] = "afirmaciones",
            [SavedSearchKinds.Documents] = "documentos",
            [SavedSearchKinds.Statements] = "declaraciones",
            [SavedSearchKinds.Accounts] = "cuentas",
            [SavedSearchKinds.Evidence] = "cambios en las pruebas",
        },
        Query = "Consulta",
        SpeakerUnknown = "Autor desconocido",
        FirstSeen = "Visto por primera vez",
        Outlets = new("en 1 medio", "en {n} medios"),
        Further = "También",
        Differs = "Difiere de lo conocido",
        Releases = "Publicaciones de datos que pueden ser pertinentes",
        NearlySame = new("y 1 casi idéntico", "y {n} casi idénticos"),
        More = new("y 1 más: véalo en Monitor", "y {n} más: véalos en Monitor"),
        Gone = new(
            "1 más coincidió cuando se encontró y ya no está en el corpus (una página cambió o fue retirada).",
            "{n} más coincidieron cuando se encontraron y ya no están en el corpus (una página cambió o fue retirada)."),
        Storm = "{n} coincidencias en una hora superan su límite de {limit}: este resumen sustituye a los mensajes sueltos. Mientras dure recibirá uno por hora; no se omite nada.",
        NothingNew = "No hay coincidencias nuevas desde el último mensaje. La búsqueda sigue activa.",
        Test = "Esta es una prueba que alguien pidió; repite lo último que coincidió.",
        WhyYou = "Recibe este mensaje porque la búsqueda está guardada para {recipient}.",
        ThisSearch = "Esta búsqueda en Monitor",
        Unsubscribe = "No recibir más estos correos",
        NoWords = "(sin palabras)",
        Changes = new Dictionary<EvidenceChange, string>
        {
            [EvidenceChange.Candidates] = "Llegó la publicación de datos {other} con cuentas que pueden ser pertinentes para esta afirmación: {n}.",
            [EvidenceChange.RowChanged] = "Una versión nueva de una publicación de datos muestra de otro modo, o ya no muestra, una fila en la que se apoya el veredicto {other}.",
            [EvidenceChange.Reinstated] = "Se revocó la suspensión de esta cuenta.",
            [EvidenceChange.PageEdited] = "Esta página tiene otras palabras que antes y no lo dice.",
            [EvidenceChange.Drift] = "Esta afirmación apareció con otros números o palabras que antes.",
        },
    };
}
