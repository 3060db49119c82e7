namespace Monitor.Core.Text;

/// <summary>What tells a language from its neighbours in the same script.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Words">Its commonest words as written, in lower case.</param>
/// <param name="Letters">Letters that few of its neighbours have.</param>
/// <param name="Endings">Letter groups at word ends that few of its neighbours have.</param>
internal sealed record LanguageProfile(string Language, string[] Words, string Letters, string[] Endings)
{
    public LanguageProfile(string language, string words, string letters, string endings)
        : this(language, words.Split(' ', StringSplitOptions.RemoveEmptyEntries), letters, endings.Split(' ', StringSplitOptions.RemoveEmptyEntries))
    {
    }
}

/// <summary>Small tables of common words, letters and endings, by script.</summary>
internal static class LanguageProfiles
{
    /// <summary>Languages in Latin letters.</summary>
    public static readonly LanguageProfile[] Latin =
    [
        new("en", "the of and to in a is that for it was on are as with his they at be this from have or by had but were we there can an your which their if do will each about how up out them then she many some so these would other into has more her two like him see could no than been its who now my made over did down only find use may after i he you not what when said says all also just any against because while our being", "", "tion ing ed ly ness ment ght ould ious"),
        new("es", "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora otros dijo tras según contra", "ñ¿¡", "ción iones mente dad ado ando ció aron os ía ez"),
        new("fr", "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec aux d son on cette ses mais comme ou si leur y dont été n sa c l elle deux ces je être fait sans nous vous ont ils même aussi peut après entre j tous encore contre très avait était selon tout lors depuis", "êèàùœçâî", "tion ment eur eux ais ait aient ité ique ée és eau"),
        new("de", "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich wir hatte kann gegen vom unter wenn was seine ihre worden", "ßäöü", "ung en cht isch lich keit heit sch tz ten"),
        new("pt", "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles você tinha foram essa num nem suas disse são sobre após contra segundo", "ãõç", "ção ções mente dade ão ões ado ando aram nh eiro agem"),
        new("it", "di che e la il un a per in una sono è con non si del da le al dei nel come più gli della i ma alla lo anche o su delle se ha ai questo nella hanno io essere era loro stato mi dal cui suo tra sua fatto due molto dopo così ci quando degli alle dalla perché solo dell all ed stata già sia senza contro secondo", "ìòè", "zione zioni mente ità gli ato ando ella ello ono tto che"),
        new("ca", "de la i que el a en els un per les del una amb no és al va es més com seu són ha també dels ser o aquest però les seva pel sobre quan fins han van aquesta entre molt hi ja si l d s ens perquè anys sense tot dos seus era des està altres nostra nostre tots dir ara fer aquests contra segons després", "·òèïç", "ció cions ment tat itat ava ys tge ny lls eix ència"),
        new("tr", "ve bir bu da de için ile o olarak çok daha gibi olan kadar sonra ne ise en var her ama ya ki değil mi iki diye ben olduğu tarafından göre veya onun kendi oldu şey hem biz siz nasıl önce şekilde ancak etti dedi eden yeni yok bunu ettiği ilk tüm büyük hakkında karşı", "şğıİ", "lar ler ları leri dır dir nın nin mak mek yor ması mesi ında inde acak ecek"),
        new("nl", "de van het een en in is dat op te zijn voor met die niet aan er om ook als dan maar bij nog uit door over naar hij ze wordt was heeft hebben of deze tot kan werd worden meer al na wel geen zich haar hun ik je wij we onder tegen volgens omdat veel jaar", "", "ij ijk ing en aar oor eeft elijk heid sch"),
        new("sv", "och i att det som en på är av för med den till inte har de ett om var men sig från så han kan när vi man eller hade nu ut efter också skulle mot vid bara under hon över år vara blir mellan in finns mycket alla där sedan kommer enligt", "åäö", "ning het lig ade orna erna ska"),
        new("pl", "w i na z się do nie to jest że o jak po co za od przez tym ale są dla ma czy ich tego jego już tak był być przed też tylko może był było które który która oraz przy pod bardzo gdy ze jej lub ten tej więc także niż jednak roku", "ąęłńśźż", "ość ego ych ów owy cie nie ski ami ach"),
        new("ro", "de și în la a cu pe din care nu o că mai se este pentru un sunt au fost ca al ce prin sau dar lui după ale cele sa fi am lor fiind acest această două când până către între său ai cel foarte împotriva", "șțăşţ", "ului ilor ție elor ească ează tatea ător"),
        new("id", "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka lebih telah sudah atau saat oleh menjadi orang dia kita kami bahwa adalah para seperti dapat secara hanya setelah kepada tahun", "", "kan nya ang ung lah aan"),
    ];

    /// <summary>Languages in Arabic letters.</summary>
    public static readonly LanguageProfile[] Arabic =
    [
        new("fa", "و در به از که این است را با برای آن یک تا می هم شد شده بود خود کرد بر کرده نیز وی های اما باید شود کند دارد یا هر ما همه گفت گفته بین پس چه اگر نمی من او آنها نیست های ها توسط علیه بعد دیگر", "پچژگکی", "ند اند ست های ها شان مان"),
        new("ar", "في من على إلى أن عن مع هذا التي الذي هذه ما كان لا بعد قد بين كما أو ذلك كل قال إن لم هو هي حيث قبل عند غير كانت يكون أي وقد أنه ثم منذ فيه حتى منها خلال وفي الى او ان عام وقال بين ضد هناك يوم نحن أنا لقد وهو", "ةيىأإك", "ات ون ين ية"),
        new("ur", "کے کی میں ہے کا اور سے کو ہیں نے پر کہ یہ بھی اس ہو تھا ایک کر وہ ان لیے جو نہیں تھے گیا کہا ہوئے جا رہے کیا ساتھ تھی ہوا رہا گے گی بعد تک", "ٹڈڑںہےھ", "وں یں"),
        new("ckb", "لە بە و کە بۆ ئەم لەسەر هەر ئەو دەکات لەگەڵ بوو ئەوە لەلایەن دوای نەک یان کرد هەیە بەڵام دەبێت وەک کوردستان سەرۆکی", "ەێۆڵڕڤ", "ەکان ەوە ێت"),
        new("ps", "په د او چې دی کې نه هم دا له سره ته يې دې به وي کړي شوي لپاره پر وو ده یو خو شو ویلي", "ځښږټډړڼېۍ", "وي ونه"),
    ];

    /// <summary>Languages in Cyrillic letters.</summary>
    public static readonly LanguageProfile[] Cyrillic =
    [
        new("ru", "и в не на что с он по как это но к из у за от о так же для бы его было все мы был я она они только или еще ещё если быть при до уже их когда этого того том также после которые который может чтобы этом во со где нет были была есть", "ыэёъ", "ого его ый ий ться ость ния ение ает ов"),
        new("uk", "і в не на що з та до у як за це про від для але й він під час по цього або так які який вже після був було були буде також щоб ми ви вони його її їх бути може де якщо при зі ж між через навіть коли має є", "іїєґ", "ого ння ість ий ти ють ться"),
        new("bg", "на и да в се за от е че с не са по като до това си които ще но при го който ще след или има със бъде един беше още така те ли тази този през само може бил също му към които вече", "ъщ", "ът ята ите ване ният"),
        new("sr", "и у је да на се за су од са не који то а као из би о што није ће или али бити до коју која све по један после при само још због према међу није били био већ када где јер", "јљњћђџ", "ња ски ује ије ама"),
        new("be", "і ў у на не што з да як за гэта па ад але ён для яны яго або быў таксама было пра калі які якія ужо каб мы са былі паводле", "ўі", "ць ння ага"),
    ];

    /// <summary>Negations: common, but a claim and its denial must not look the same.</summary>
    public static readonly string[] Negations =
    [
        "no", "not", "nor", "never", "none", "without", "sin", "ni", "nunca", "sans", "ne", "pas", "nicht", "kein", "keine", "ohne", "non", "não", "nem", "sem", "senza", "sense",
        "değil", "yok", "niet", "geen", "inte", "nie", "nu", "tidak", "نه", "نیست", "بدون", "لا", "لم", "لن", "ليس", "غير", "نہیں", "не", "нет", "ні", "без",
    ];

    /// <summary>Common words of one language that carry meaning in another (UN, US, war, die, come …): stop words only where the language is known.</summary>
    public static readonly string[] Ambiguous =
    [
        "war", "die", "den", "hat", "man", "son", "un", "us", "who", "come", "era", "con", "men", "made", "find", "use", "see", "may", "like", "said", "says", "sei", "sale", "ha", "pro",
        "ya", "ben", "ara", "fer", "dir", "hi", "pace", "fin", "nord", "sia", "per", "bien", "parte", "tiempo", "fatto", "año", "años", "anys", "año", "orang", "ada", "kan", "dan", "van",
        "al", "am", "pm", "ama", "lui", "sol", "ser", "tem", "eden", "ilk", "var", "her", "ki", "mi", "two", "dos", "deux", "due", "iki", "roku", "jaar", "tahun", "år", "new", "yeni", "büyük",
        "عام", "يوم", "کوردستان", "سەرۆکی", "را", "ایک", "people", "gut", "was", "not", "all", "over", "down", "out",
    ];
}
