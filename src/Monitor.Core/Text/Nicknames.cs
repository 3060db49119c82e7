namespace Monitor.Core.Text;

/// <summary>Pet names and the full names they stand for, in the languages of the corpus; general knowledge, listed by hand. A pet name may stand for several names.</summary>
internal static class Nicknames
{
    /// <summary>How alike a pet name and its full name are: less than two spellings of one name, since the same pet name is shared by others.</summary>
    private const double Alike = .9;

    private static readonly Dictionary<string, string[]> Full = Read("""
        mike michael|mickey michael|bob robert|bobby robert|rob robert|bill william|billy william|will william|jim james|jimmy james|tom thomas|tommy thomas|dave david|chris christopher|dan daniel|danny daniel
        sam samuel|steve stephen|steve steven|nick nicholas|ben benjamin|matt matthew|andy andrew|drew andrew|ed edward|ted edward|jack john|johnny john|dick richard|rick richard|ricky richard|joe joseph|tony anthony
        greg gregory|ken kenneth|ron ronald|don donald|larry lawrence|jerry gerald|pete peter|phil philip|ray raymond|tim timothy|jeff jeffrey|josh joshua|nate nathan|zack zachary|alex alexander|max maximilian|charlie charles|chuck charles
        liz elizabeth|beth elizabeth|betty elizabeth|kate katherine|kathy katherine|katie katherine|cathy catherine|meg margaret|maggie margaret|peggy margaret|sue susan|jen jennifer|jenny jennifer|jess jessica|becky rebecca|debbie deborah
        pam pamela|patty patricia|trish patricia|vicky victoria|abby abigail|mandy amanda|nikki nicole|steph stephanie|cindy cynthia|fran frances|gabby gabriela
        pepe jose|paco francisco|pancho francisco|curro francisco|kiko francisco|nacho ignacio|kike enrique|quique enrique|beto alberto|beto roberto|manolo manuel|lolo manuel|tono antonio|toni antonio|lola dolores|concha concepcion|charo rosario
        lupe guadalupe|memo guillermo|guille guillermo|rafa rafael|javi javier|santi santiago|edu eduardo|fede federico|nando fernando|luchi luis|chus jesus|chema josemaria|maite mariateresa|mayte mariateresa|pili pilar|merche mercedes|isa isabel|tere teresa|cris cristina|fer fernando|alex alejandro|jordi jorge|quim joaquim|xavi xavier
        саша александр|саша александра|шура александр|валера валерий|дима дмитрий|миша михаил|ваня иван|коля николай|серёжа сергей|сережа сергей|лёша алексей|леша алексей|женя евгений|женя евгения|катя екатерина|маша мария|наташа наталья|оля ольга|таня татьяна
        володя владимир|вова владимир|паша павел|петя пётр|юра юрий|костя константин|слава вячеслав|рома роман|гриша григорий|толя анатолий|витя виктор|лена елена|ира ирина|света светлана|настя анастасия|аня анна|даша дарья|надя надежда|люба любовь|боря борис|гена геннадий|стас станислав|федя фёдор|артём артемий
        sasha aleksandr|valera valery|dima dmitry|misha mikhail|vanya ivan|kolya nikolai|seryozha sergei|lyosha aleksei|zhenya evgeny|katya ekaterina|masha maria|natasha natalia|olya olga|tanya tatiana|volodya vladimir|vova vladimir|pasha pavel|petya pyotr|yura yuri|kostya konstantin|grisha grigory
        hans johannes|fritz friedrich|sepp josef|uli ulrich|heinz heinrich|willi wilhelm|klaus nikolaus|jupp josef|steffi stefanie|gabi gabriele|basti sebastian|flo florian|andi andreas|seb sebastien|manu emmanuel|fred frederic|titi thierry|nico nicolas|jeannot jean
        mamad mohammad|mamali mohammadali|memmed mehmet|memo mehmet|ممد محمد|ممدلی محمدعلی|حمودي محمد|حمودة محمد|عبودي عبدالله|عبود عبدالله|زوز عبدالعزيز|فاطي فاطمه|فاطی فاطمه|مریمی مریم
        """);

    /// <summary>Full names that a word may stand for.</summary>
    public static IReadOnlyList<string> FullOf(string word) => Full.TryGetValue(word, out var full) ? full : [];

    /// <summary>.9 when one word is a pet name of the other, else 0.</summary>
    public static double Likeness(string a, string b) => Stands(a, b) || Stands(b, a) ? Alike : 0;

    /// <summary>True when the pet name's full name is the other word, in whatever script or spelling.</summary>
    private static bool Stands(string pet, string other)
    {
        foreach (var full in FullOf(pet))
        {
            var (x, y) = (NameWords.Make(full), NameWords.Make(other));
            if (NameDistance.Likeness(x.Spelled, x.Open, y.Spelled, y.Open) >= Names.SameWord)
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<string, string[]> Read(string table) => table
        .Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(p => p.Split(' ', 2)).GroupBy(p => p[0], p => p[1], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
}
