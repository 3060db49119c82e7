using System.Text.RegularExpressions;
using Monitor.Core.Model;

namespace Monitor.Core.Extraction;

/// <summary>
/// The fixed wordings of page furniture in several languages. They count only in short paragraphs and only as far as a sentence of an article could
/// not well be the same.
/// </summary>
internal static partial class Phrases
{
    private const int Longest = 260;
    private const int Label = 90;

    /// <summary>What a paragraph of furniture is; null for all others.</summary>
    public static CutReason? Reason(string text, double linkDensity)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        try
        {
            return Find(text, linkDensity);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static CutReason? Find(string text, double linkDensity)
    {
        if (Advertising().IsMatch(text))
        {
            return CutReason.Advertising;
        }

        if (Chrome().IsMatch(text) || (text.Length < Label && (ChromeLabel().IsMatch(text) || ShareBar().IsMatch(text))))
        {
            return CutReason.Chrome;
        }

        if (Credit().IsMatch(text) && text.Length < 140)
        {
            return CutReason.Caption;
        }

        if (RelatedLabel().Match(text) is { Success: true } related && (linkDensity > 0.3 || text.Length < Label || related.Value.EndsWith(':')))
        {
            return CutReason.RelatedLinks;
        }

        return text.Length < Label && CommentsLabel().IsMatch(text) ? CutReason.Comments : null;
    }

    /// <summary>True when a heading announces links to other articles, comments or offers, so that what follows it goes too.</summary>
    public static CutReason? Section(string heading)
    {
        if (heading.Length > Label)
        {
            return null;
        }

        try
        {
            return SectionOf(heading);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static CutReason? SectionOf(string heading) =>
        SectionRelated().IsMatch(heading) ? CutReason.RelatedLinks : SectionChrome().IsMatch(heading) ? CutReason.Chrome : CommentsLabel().IsMatch(heading) ? CutReason.Comments : null;

    // The texts are at most Longest units, so that backtracking stays cheap; the automata of the other engine would be too large.
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 1_000;

    [GeneratedRegex(@"^[\s\-–—*\[(]*(adverts?|advertisements?|advertising|ad|ads|sponsored( content| links?| post)?|paid (content|post)|promoted( content)?|story continues below( advertisement)?|article continues (below|after)( this)?( ad| advertisement)?|continue reading (below|the main story)|scroll to continue( with content| reading)?|(the )?(story|article) continues below|anzeige|werbung|publicité|la suite après (la|cette) publicité|publicidad|publicidade|pubblicità|reklam|реклама|إعلان|تبلیغات|آگهی|広告)[\s\-–—*\])\.:]*$", Options, Timeout)]
    private static partial Regex Advertising();

    [GeneratedRegex(@"^exit mobile version$|^(sign up|subscribe|register)( now| here| today)? (for|to|and)\b.{0,160}\b(newsletter|newsletters|updates|alerts|inbox|email|briefing|podcast|channel|digital|offer)|\b(our|free|daily|weekly|the) [\w\s]{0,40}newsletters?\b.{0,80}\b(inbox|sign up|subscribe|here)|delivered (straight |directly )?to your inbox|^(follow|like|find|join) (us|me|him|her|them|[A-Z][\w ]{1,30}) on (twitter|facebook|instagram|telegram|whatsapp|youtube|x|google news|flipboard|linkedin|social media)\b|^follow @?\w[\w .'’]{0,40} (on|at) |^you can (follow|find) .{0,60} on (twitter|facebook|instagram)|all rights reserved|todos los derechos reservados|todos os direitos reservados|tous droits réservés|alle rechte vorbehalten|все права защищены|(تمامی|تمام|کلیه|همه|كليه|تمامي) حقوق .{0,60}محفوظ|نقل مطالب .{0,60}(آزاد|ذ[کك]ر منبع|بلامانع)|(جميع|كافة) الحقوق محفوظة|^(copyright )?©|^copyright (\(c\)|19|20)|^this (material|article|content|story) may not be (published|reproduced|republished)|your email address will not be published|^(by (signing up|clicking|subscribing|submitting|registering)).{0,140}(agree|accept|terms|privacy)|this site uses cookies|we use cookies|enable javascript|javascript (is|to be) (disabled|enabled)|^(download|get) (the|our) .{0,40}\bapp\b|^click here (to|for)\b|^(please )?(log ?in|sign ?in) (to|or)\b|^(an earlier|a previous) version of this (article|story) (appeared|was published)|^(have|got|do you have) (a|any) (news )?(tip|story|question|comment|suggestion)s?\b.{0,120}(@|email|e-mail|contact|let us know|send)|^(contact|email|e-mail|write to|reach) (us|the (author|writer|reporter)|[\w ]{2,40}) at\b|^(to|for) (contact|reach) the (author|writer|reporter|editor)|folgen sie uns|^(abonnieren sie|jetzt abonnieren)|newsletter (abonnieren|bestellen)|suscríbete a|inscrivez-vous à|abonnez-vous|s'inscrire à (la|notre)|recevez (chaque|nos|notre)|iscriviti alla|подпишитесь на|подписывайтесь на|به کانال .{0,40} بپیوندید|ما را در .{0,30} دنبال کنید|اشترك في|تابعونا على|フォローする|^本サイト", Options, Timeout)]
    private static partial Regex Chrome();

    [GeneratedRegex(@"^[\s\W]*(share( this)?( article| story| post| page| on .*| via .*)?|tweet|e?-?mail( this)?|print( this)?( page| article)?|save|copy( link)?|link copied!?|facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|instagram|flipboard|messenger|follow( us)?|like|reply|listen( to (this )?article)?|play|watch|loading\.*|close|open|menu|search|back to top|top|home|next|previous|skip( to (main )?content)?|view( all)?|show more|see (all|more)|load more|read (the )?full (story|article)|updated?|published|posted|last (updated|modified).{0,40}|tags?:?.{0,60}|topics?:?|filed under.{0,60}|more:?|image|photo|photos|video|videos|gallery|photo gallery|view gallery|hide caption|toggle caption|enlarge (this )?image|report (this|a) .{0,30}|sign up|sign in|log ?in|subscribe( now)?|register|donate( now)?|contact us|about us|teilen|drucken|merken|kommentieren|partager|imprimer|enregistrer|compartir|imprimir|guardar|compartilhar|condividi|stampa|paylaş|yazdır|поделиться|распечатать|اشتراک( ‌?گذاری)?|چاپ|ارسال|کپی لینک|لینک کوتاه.{0,40}|کد خبر.{0,40}|شارك|طباعة|\d+ min(ute)?s?( read)?|\d+ shares?)[\s\W]*$", Options, Timeout)]
    private static partial Regex ChromeLabel();

    /// <summary>Names of networks side by side, with up to three words before them, in any language: "Compartir: Facebook · Twitter · WhatsApp".</summary>
    [GeneratedRegex(@"^\W*([\p{L}\p{M}'’-]+\W+){0,3}?(facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|instagram|messenger|tumblr|flipboard|mastodon|bluesky|threads|tiktok|youtube|viber|vkontakte|вконтакте|одноклассники|телеграм|фейсбук|твиттер|فیس‌?بوک|توییتر|تلگرام|واتس‌?اپ|اینستاگرام|فيسبوك|تويتر|تلغرام|تيليغرام|واتساب|إنستغرام|لينكد إن)([\s·•|/,;:()–—-]+(facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|instagram|messenger|tumblr|flipboard|mastodon|bluesky|threads|tiktok|youtube|viber|vkontakte|вконтакте|одноклассники|телеграм|фейсбук|твиттер|فیس‌?بوک|توییتر|تلگرام|واتس‌?اپ|اینستاگرام|فيسبوك|تويتر|تلغرام|تيليغرام|واتساب|إنستغرام|لينكد إن|x|vk|e-?mail|correo|courriel|link|rss|print))+[\s·•|]*$", Options, Timeout)]
    private static partial Regex ShareBar();

    [GeneratedRegex(@"^\W*((photo(graph)?s?|image|picture|pic|illustration|video|graphic|source|credit|foto|fotos|bild|quelle|photo credit|image credit|image source|image copyright|imagen|crédito|crédit|фото|عکس|منبع|تصویر)( (by|courtesy of|courtesy|credit|von|de|:))?\s*[:/|©]|(photo|image|photograph|illustration) (by|courtesy)|file photo|©\s*\w)|(\w[\w.'’\- ]{1,40}[/|]\s?(getty( images)?|reuters|ap( photo)?|afp|epa|shutterstock|alamy|istock(photo)?|bloomberg|dpa|efe|ansa|tass|irna|isna|wikimedia commons|usa today( sports)?|pool|anadolu|nurphoto|sipa|zuma|imago|picture alliance|keystone|xinhua|rex|wireimage|lightrocket|corbis|tasnim|mehr|fars)[^.]{0,60}|(getty images|ap photo|reuters|afp)\s*[/|]\s*\w[^.]{1,50})\W*$", Options, Timeout)]
    private static partial Regex Credit();

    [GeneratedRegex(@"^\W*((read|see|watch|listen|view)[\s:]+(more|also|next|this|here|the full|our)\b[^:]{0,30}:?|(read|watch|more|see|also|listen|related|recommended|watch now|must read|in pictures|in case you missed it|don'?t miss|exclusive|opinion|analysis|explainer|podcast|video|gallery|live):\s|(also|must) (read|see|watch)\b:?|related( (articles?|stor(y|ies)|content|topics?|news|links?|posts?|coverage|reading|videos?))?\s*($|:)|more (from|on|about|stories|news)\b|(you (may|might)( also)?|readers also) (like|be interested|enjoy)|recommended (for you|stories|reading)|what to (read|watch) next|most (read|popular|viewed)|trending( now)?$|up next|(click|tap) here|learn more|find out more|for more (on|information|news|stories|about)\b|lire aussi|à lire aussi|voir aussi|lea? también|lee también|leer más|te puede interesar|ver también|leia (também|mais)|veja também|saiba mais|leggi anche|mehr (zum thema|dazu)|lesen sie (auch|hier|mehr)|lesen sie dazu|das könnte sie auch|siehe auch|auch interessant|lees ook|les også|läs också|czytaj (też|także|również)|ayrıca (bakınız|okuyun)|читайте (также|ещё|еще)|смотрите также|اقرأ أيض|إقرأ أيض|بیشتر بخوانید|بیشتر بدانید|همچنین بخوانید|در همین (زمینه|رابطه)|مطالب مرتبط|اخبار مرتبط|خبرهای مرتبط|あわせて読みたい|関連記事|相关阅读|相關新聞)", Options, Timeout)]
    private static partial Regex RelatedLabel();

    [GeneratedRegex(@"^\W*(\d+ )?(comments?|leave a (comment|reply)|post a comment|join the (conversation|discussion)|view comments|show comments|add (a )?comment|what do you think|commentaires?|kommentare?|comentarios?|comentários|commenti|комментарии|تعليقات|التعليقات|نظرات|نظر شما|コメント)\W*(\(?\d+\)?)?\W*$", Options, Timeout)]
    private static partial Regex CommentsLabel();

    [GeneratedRegex(@"^\W*((related|recommended|similar|further|suggested) ?(articles?|stor(y|ies)|content|topics?|news|links?|posts?|coverage|reading|videos?|for you|tags)?|more (from|on|about|stories|news|in|articles|coverage|to read)\b.*|(you (may|might)( also)?|readers also) (like|be interested|enjoy).*|what to (read|watch) next|most (read|popular|viewed|shared|recent).*|trending.*|more [\w ]{0,20} stories|(latest|top|other|popular|recent) (news|stories|articles|posts|headlines|videos).*|up next|read (more|next|also).*|also (read|on|in).*|see also|don'?t miss.*|in case you missed.*|editor'?s? picks?.*|around the web|from (the|our) (web|partners?|archive).*|promoted( stories)?|lire aussi|à lire aussi.*|sur le même (sujet|thème)|(noticias |artículos )?relacionad[ao]s.*|te puede interesar.*|lo más (leído|visto).*|mehr zum thema.*|das könnte sie.*|meistgelesen.*|auch interessant.*|leggi anche|articoli correlati|leia (também|mais)|читайте также|по теме|اقرأ أيض.*|مواضيع ذات صلة|أخبار ذات صلة|مطالب مرتبط|اخبار مرتبط|بیشتر بخوانید|در همین زمینه|پربازدیدترین.*|پربیننده.*|آخرین اخبار|関連記事|関連ニュース|あわせて読みたい)\W*$", Options, Timeout)]
    private static partial Regex SectionRelated();

    [GeneratedRegex(@"^\W*((sign up|subscribe)\b.*|newsletters?.*|.*\bnewsletter sign.?up|share (this|on|via).*|follow (us|on).*|about the (author|writer|reporter)s?|get in touch|contact( us)?|tags|topics|advertisement|stay (connected|informed|up to date).*|join (us|our).*|download (the|our).*|support (us|our|independent).*)\W*$", Options, Timeout)]
    private static partial Regex SectionChrome();
}
