namespace Monitor.Demo;

/// <summary>The sentences that sample posts are made of. Slots: {c} a place, {n} a number, {d} a weekday.</summary>
internal static class SamplePhrases
{
    /// <summary>Everyday subjects by language; the first word of each row is the hashtag that may go with it.</summary>
    public static readonly Dictionary<string, string[][]> Everyday = new(StringComparer.Ordinal)
    {
        ["fa"] =
        [
            ["آشپزی", "امروز برای {n} نفر قورمه‌سبزی پختم و یک قاشق هم نماند", "کسی دستور خوب کوکوی سیب‌زمینی دارد؟", "نان تازه از نانوایی {c} بهترین صبحانه {d} است", "برنجم شفته شد، تقصیر تلفن بود"],
            ["هوا", "هوای {c} امروز {n} درجه است و من هنوز پالتو دارم", "باران {d} را از دست ندهید", "باد همه رخت‌ها را برد حیاط همسایه", "آسمان {c} بعد از مدت‌ها آبی شد"],
            ["فوتبال", "دقیقه {n} گل خوردیم و من دیگر نگاه نکردم", "بازی {d} در {c} را کی می‌آید؟", "داور سوت زد، مادربزرگم داد زد", "یک بار هم ما ببریم چه می‌شود"],
            ["کتاب", "صفحه {n} کتاب جلد آبی را تمام کردم و گریه‌ام گرفت", "از کتابفروشی {c} سه کتاب خریدم و هیچ کدام را نمی‌خواستم", "پیشنهاد رمان کوتاه برای {d}؟", "شعر حافظ همیشه جواب می‌دهد"],
            ["ترافیک", "{n} دقیقه پشت چراغ قرمز میدان {c}", "مترو {d} خلوت بود، باورتان می‌شود؟", "راننده تاکسی تا خانه برایم قصه گفت", "دوچرخه از همه زودتر رسید"],
            ["فیلم", "دیشب فیلمی دیدم که {n} دقیقه هیچ کس حرف نمی‌زد، عالی بود", "سینما {c} دوباره باز شد", "سریال {d} را لو ندهید", "موسیقی آخر فیلم از خود فیلم بهتر بود"],
            ["گربه", "گربه کوچه ما {n} بچه آورد", "گربه روی کیبورد نشست و این را نوشت", "اسم گربه جدید {c} را چه بگذاریم؟", "{d} روز شستن گربه است، دعا کنید"],
            ["گلدان", "شمعدانی بالکن {n} گل داد", "چه کسی در {c} خاک گلدان ارزان می‌فروشد؟", "{d} نوبت آب دادن به کاکتوس است", "ریحان‌ها را ملخ خورد"],
        ],
        ["en"] =
        [
            ["Cooking", "Made soup for {n} and there is still soup", "Does anyone in {c} sell dried limes?", "Bread number {n}: edible, not pretty", "My rice burned while I read about rice"],
            ["Weather", "It is {n} degrees in {c} and I own one scarf", "Rain on {d}, rain the day after, rain in my shoe", "First warm evening of the year, everybody is outside", "The wind in {c} has opinions"],
            ["Football", "Minute {n}, still hoping", "Who is coming to the match in {c} on {d}?", "We lost again but the tea was good", "\"It is only a game\", said nobody at our house"],
            ["Books", "Page {n} and I still do not trust the uncle", "Found a signed copy in a shop in {c} for nothing", "Short novel for a train on {d}? Tell me", "Reading the ending first is not a crime"],
            ["Trains", "{n} minutes late, and the driver apologised in verse", "Bus stop in {c}, four strangers, one umbrella", "Cycled on {d}, legs are a rumour now", "I miss trams"],
            ["Cinema", "A film with {n} minutes of silence and I loved it", "The old cinema in {c} opens again", "No spoilers before {d} please", "The dog did not die, you may watch it"],
            ["Cats", "The cat brought {n} socks from next door", "Cat on the keyboard, see previous post", "Vet in {c} says he is not fat, he is wide", "It is {d} and the cat knows"],
            ["Garden", "{n} tomatoes. We are rich", "Swapping mint for basil in {c}", "Planted garlic on {d}, wish me luck", "Snails one, salad nil"],
        ],
        ["ar"] =
        [
            ["طبخ", "طبخت اليوم عدسا يكفي {n} أشخاص", "من يعرف خبازا جيدا في {c}؟", "احترق الرز وأنا أقرأ عن الرز"],
            ["طقس", "الحرارة {n} في {c} والمكيف استقال", "مطر يوم {d} أخيرا", "الغبار في كل مكان حتى في الشاي"],
            ["كرة_القدم", "الدقيقة {n} وما زال الأمل", "من يشاهد مباراة {d} معنا في {c}؟", "خسرنا لكن الضحك كان كثيرا"],
            ["كتب", "وصلت إلى الصفحة {n} ولا أريد أن تنتهي الرواية", "مكتبة صغيرة في {c} فيها كل ما أحب", "اقترحوا رواية قصيرة ليوم {d}"],
            ["بحر", "البحر في {c} هادئ هذا الصباح", "مشيت {n} آلاف خطوة على الكورنيش", "سمك يوم {d} لا يعلى عليه"],
            ["قطط", "القطة أنجبت {n} صغار تحت الدرج", "قط الحارة في {c} يعرف مواعيد الطعام", "اليوم {d} والقطة نائمة كعادتها"],
        ],
        ["fr"] =
        [
            ["Cuisine", "Une tarte pour {n}, mangée à deux", "Qui vend du bon safran à {c} ?", "La soupe du {d} est une tradition, pas un choix"],
            ["Météo", "{n} degrés à {c}, le parapluie fait grève", "Enfin du soleil ce {d}", "Le vent a emporté la nappe et le pain"],
            ["Livres", "Page {n}, je soupçonne déjà la tante", "Une librairie minuscule à {c}, ma ruine", "Un roman court pour {d} ?"],
            ["Train", "{n} minutes de retard et un contrôleur poète", "Le tram de {c} me manque", "À vélo {d}, en béquilles le lendemain"],
            ["Chats", "Le chat a volé {n} chaussettes", "Vétérinaire à {c} : il n’est pas gros, il est large", "C’est {d}, le chat le sait"],
        ],
        ["es"] =
        [
            ["Cocina", "Arroz para {n} y no sobró nada", "¿Quién vende azafrán bueno en {c}?", "Las lentejas del {d} no se discuten"],
            ["Tiempo", "{n} grados en {c} y el ventilador se rinde", "Por fin llueve, y justo en {d}", "El viento se llevó la sombrilla del vecino"],
            ["Fútbol", "Minuto {n} y seguimos creyendo", "¿Alguien para el partido del {d} en {c}?", "Perdimos, pero qué merienda"],
            ["Libros", "Página {n}, la culpable es la tía", "Una librería diminuta en {c}, mi ruina", "¿Novela corta para el {d}?"],
            ["Gatos", "El gato se llevó {n} calcetines", "El gato de la esquina en {c} tiene agenda propia", "Es {d} y el gato lo sabe"],
        ],
    };

    /// <summary>Sentences of an occupation: "role/language", or "role" for any.</summary>
    public static readonly Dictionary<string, string[]> Work = new(StringComparer.Ordinal)
    {
        ["Presenter"] = ["فردا صبح ساعت {n} با برنامه صبح نمونه روی آنتن هستیم", "امروز در استودیو میکروفون من زودتر از خودم بیدار شد", "مهمان {d} برنامه از {c} می‌آید", "پشت صحنه: {n} فنجان چای پیش از شروع برنامه", "ممنون از پیام‌های شما درباره برنامه امروز"],
        ["Journalist"] = ["گزارش امروز رادیو از بازار {c}", "Interview recorded in {c}, {n} minutes of tape, two usable", "Morning desk on {d}: three calls, no answer, one story", "یک ساعت دنبال منبع دوم این خبر بودم", "A listener corrected my number today. He was right."],
        ["Student/fa"] = ["امتحان {d} {n} فصل دارد و من دو تا خوانده‌ام", "سلف دانشگاه باز هم عدس‌پلو", "استاد امروز نیامد، ما هم یاد گرفتیم"],
        ["Student/en"] = ["Lab report number {n}, send tea", "Exam on {d}. I know the title of the book", "The library in {c} closes too early for physicists"],
        ["Student/ar"] = ["محاضرة التشريح بدأت قبل {n} دقيقة وأنا في الحافلة", "امتحان يوم {d} وأنا أقرأ الشعر", "مكتبة الجامعة في {c} مزدحمة"],
        ["Student/fr"] = ["Dissertation : page {n}, idée : zéro", "Partiel {d}, je traduis mes notes en français", "La bibliothèque de {c} sent le vieux thé"],
        ["Student/es"] = ["Entrega el {d}: {n} planos y ningún puente", "Maqueta número {n}, dedos pegados", "La biblioteca de {c} cierra cuando empiezo a pensar"],
        ["Teacher"] = ["{n} برگه امتحان مانده و خودکار قرمزم تمام شد", "شاگردم امروز راهی پیدا کرد که من بلد نبودم", "{d} المپیاد ریاضی مدرسه است", "زنگ آخر در {c} یعنی مسابقه کسر و اعشار"],
        ["Doctor"] = ["شیفت شب: {n} بیمار و یک لیوان چای سرد", "لطفا آنتی‌بیوتیک را نصفه رها نکنید", "{d} درمانگاه تا صبح باز است", "واکسن بچه‌ها را عقب نیندازید"],
        ["Trap/en"] = ["New in the house in {c}: {n} small bowls, blue", "The children slept at nine, a record", "Packing on {d}, sending on the day after"],
        ["Trap/fa"] = ["برنامه صبح نمونه امروز {n} دقیقه طولانی‌تر بود", "کیک {d} خوب پف کرد", "عکس‌های تازه از {c} را گذاشتیم"],
        ["Trap/es"] = ["Mi madre corrige exámenes, yo leo novelas", "El abuelo recetaba paseos por {c}", "Capítulo {n} antes de dormir"],
    };

    /// <summary>What the accounts of the copied biography say, around the clock.</summary>
    public static readonly string[] Campaign =
    [
        "Sanctions are paid for by families. #SampleJustice", "Who profits from war number {n}? Ask the people of {c}. #SamplePeace", "The big channels will not show you this street in {c}. #SampleTruth",
        "Share if you are for peace. {n} voices today, more on {d}. #SamplePeace", "They say \"security\", they mean contracts. #SampleJustice", "Remember {c}. #SampleTruth",
        "One question a day, number {n}: who decided? #SampleTruth", "On {d} we ask again. #SampleJustice",
    ];

    /// <summary>Headlines of the sample outlets and of the links that are posted together.</summary>
    public static readonly Dictionary<string, string[]> Headlines = new(StringComparer.Ordinal)
    {
        ["en"] = ["Ministers meet in {c} for {n} hours without a statement", "New bridge in {c} opens on {d}", "Analyst: {n} reasons to read the small print of sanctions", "Hospital in {c} reports shortage of medicine", "Markets quiet before talks on {d}", "Archive: what {c} looked like {n} years ago"],
        ["ar"] = ["اجتماع وزاري في {c} يستمر {n} ساعات دون بيان", "افتتاح جسر جديد في {c} يوم {d}", "نقص في الأدوية في مستشفيات {c}", "هدوء في الأسواق قبل محادثات {d}", "صور: {c} قبل {n} عاما"],
    };

    /// <summary>Posts that take up the hashtag of September 2018.</summary>
    public static readonly Dictionary<string, string[]> YouAreBots = new(StringComparer.Ordinal)
    {
        ["fa"] = ["ما ایرانی‌های واقعی هستیم، نه ربات #YouAreBots", "مجری تلویزیون، دانشجو، معلم: همه واقعی #YouAreBots", "دوستم دانشجوست و حسابش بسته شد #YouAreBots"],
        ["en"] = ["We are real Iranians, not bots. #YouAreBots", "TV presenters and students are real Iranians too #YouAreBots", "Real Iranians read this and laugh #YouAreBots"],
        ["ar"] = ["نحن أناس حقيقيون ولسنا روبوتات #YouAreBots"],
        ["fr"] = ["De vrais Iraniens, pas des robots #YouAreBots"],
        ["es"] = ["Somos iraníes reales, no robots #YouAreBots"],
    };

    /// <summary>Places for the slot {c}.</summary>
    public static readonly Dictionary<string, string[]> Places = new(StringComparer.Ordinal)
    {
        ["fa"] = ["تهران", "شیراز", "اصفهان", "تبریز", "مشهد", "رشت", "یزد", "کرمان"],
        ["en"] = ["Tehran", "London", "Shiraz", "Toronto", "Leeds", "Isfahan", "Boston", "Cork"],
        ["ar"] = ["بيروت", "بغداد", "البصرة", "دمشق", "صيدا", "الأهواز"],
        ["fr"] = ["Lyon", "Marseille", "Téhéran", "Bruxelles", "Nantes"],
        ["es"] = ["Madrid", "Caracas", "Lima", "Sevilla", "Teherán"],
    };

    /// <summary>Weekdays for the slot {d}.</summary>
    public static readonly Dictionary<string, string[]> Days = new(StringComparer.Ordinal)
    {
        ["fa"] = ["شنبه", "دوشنبه", "سه‌شنبه", "پنجشنبه", "جمعه"],
        ["en"] = ["Monday", "Tuesday", "Thursday", "Friday", "Sunday"],
        ["ar"] = ["السبت", "الأحد", "الثلاثاء", "الخميس", "الجمعة"],
        ["fr"] = ["lundi", "mardi", "jeudi", "samedi", "dimanche"],
        ["es"] = ["lunes", "martes", "jueves", "sábado", "domingo"],
    };
}
