using System.Collections.Frozen;
using AngleSharp.Dom;
using Monitor.Core.Model;

namespace Monitor.Core.Extraction;

/// <summary>What an element's tag and names say of its content.</summary>
/// <param name="Reason">Why it would be cut.</param>
/// <param name="Strong">True when the name hardly ever stands on main text; a weak hint gives way to less text.</param>
internal readonly record struct Hint(CutReason Reason, bool Strong);

/// <summary>
/// Reads the words in tag, id, class, role and test names. Page makers name their boxes after what they hold, and the words are much the same on all
/// sites and in all languages; a name is a hint only, <see cref="Regions"/> sets it aside when it stands on most of the page's prose.
/// </summary>
internal static class Hints
{
    private const int NamesLength = 400;

    private static readonly string[] Named = ["id", "class", "role", "data-component", "data-testid", "data-type", "data-module"];

    private static readonly FrozenDictionary<string, Hint> Words = Build();

    private static readonly FrozenSet<string> MainWords = new[]
    {
        "articlebody", "storybody", "entrycontent", "postcontent", "articlecontent", "storycontent", "postbody", "articletext", "storytext", "maincontent",
        "bodycopy", "newsbody", "newstext", "bodytext", "contentbody", "articledetail", "articlecopy",
    }.ToFrozenSet();

    /// <summary>The hint on an element, or null.</summary>
    public static Hint? Of(IElement element)
    {
        Hint? byTag = element.LocalName switch
        {
            "nav" or "footer" or "menu" => new(CutReason.Navigation, true),
            "header" => new(CutReason.Navigation, false),
            "aside" => new(CutReason.RelatedLinks, false),
            "figure" or "figcaption" or "caption" => new(CutReason.Caption, true),
            "button" or "form" or "dialog" or "address" => new(CutReason.Chrome, false),
            "amp-ad" => new(CutReason.Advertising, true),
            _ => null,
        };
        if (IsHidden(element))
        {
            return new(CutReason.Chrome, false);
        }

        Hint? found = byTag;
        if (element.GetAttribute("itemprop") is "author" or "publisher" or "image" or "logo" or "datePublished" or "dateModified" or "keywords" or "url" or "mainEntityOfPage" or "headline")
        {
            found ??= new(CutReason.Chrome, false);
        }

        foreach (var attribute in Named)
        {
            if (element.GetAttribute(attribute) is { Length: > 0 } value)
            {
                var (main, hint) = OfNames(value);
                if (main && byTag is null)
                {
                    return null;
                }

                if (hint is { } h && (found is null || (h.Strong && !found.Value.Strong)))
                {
                    found = h;
                }
            }
        }

        return found;
    }

    /// <summary>True when the names say that this is where the article stands.</summary>
    public static bool IsMain(IElement element) =>
        element.GetAttribute("itemprop") is { } prop && prop.Contains("articleBody", StringComparison.OrdinalIgnoreCase)
        || Named.Any(n => element.GetAttribute(n) is { Length: > 0 } value && OfNames(value).Main);

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden"))
        {
            return true;
        }

        var style = element.GetAttribute("style");
        return style is { Length: > 0 and < 2000 }
            && style.Replace(" ", "", StringComparison.Ordinal) is var tight
            && (tight.Contains("display:none", StringComparison.OrdinalIgnoreCase) || tight.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));
    }

    private static (bool Main, Hint? Hint) OfNames(string value)
    {
        if (value.Length > NamesLength)
        {
            value = value[..NamesLength];
        }

        Hint? hint = null;
        var main = false;
        var before = "";
        Span<char> word = stackalloc char[NamesLength + 1];
        var length = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            var c = i < value.Length ? value[i] : ' ';
            var camel = i > 0 && char.IsUpper(c) && char.IsLower(value[i - 1]);
            if (length > 0 && (camel || !char.IsLetter(c)))
            {
                var token = word[..length].ToString();
                Take(token);
                Take(before + token);
                before = token;
                length = 0;
            }

            if (char.IsWhiteSpace(c))
            {
                before = "";
            }

            if (char.IsLetter(c))
            {
                word[length++] = char.ToLowerInvariant(c);
            }
        }

        return (main, hint);

        void Take(string token)
        {
            main |= MainWords.Contains(token);
            if (Words.TryGetValue(token, out var h) && (hint is null || (h.Strong && !hint.Value.Strong)))
            {
                hint = h;
            }
        }
    }

    private static FrozenDictionary<string, Hint> Build()
    {
        var words = new Dictionary<string, Hint>();
        Add(CutReason.Navigation, true, "nav navbar navigation menu breadcrumb breadcrumbs breadcrums pagination pager sitemap footer skiplink topbar subnav megamenu contentinfo masthead siteheader");
        Add(CutReason.Navigation, true, "piedepagina piepagina piedpage basdepage rodape fusszeile seitenfuss seitenkopf barralateral barrelaterale seitenleiste seitenspalte migasdepan filariane brotkrumen paorqi");
        Add(CutReason.Navigation, false, "header sidebar banner rail siderail rightrail leftrail rightcol toc pie cabecera cabecalho entete pied kopfzeile kopfbereich sarbarg lateral portada");
        Add(CutReason.Advertising, true, "advert adverts advertisement advertisements advertising adslot adunit adsbygoogle adbox adcontainer adwrapper admarker outbrain taboola "
            + "sponsored sponsor sponsors dfp teads adsense zergnet revcontent mgid anzeige anzeigen publicidad publicite werbung reklam reklama googlead affiliate dianomi nativo adthrive adplaceholder "
            + "pubblicita publicidade patrocinado sponsorise tabligh tablighat agahi ilan ilanat");
        Add(CutReason.Advertising, false, "ad ads promo promos promotion promobox commercial paidcontent shoppable adv");
        Add(CutReason.RelatedLinks, true, "related relateds relatedarticles relatednews relatedposts relatedcontent relatedlinks relatedstories recommended recommendations recommendation "
            + "recirc recirculation trending mostread mostpopular mostviewed popularposts morestories morefrom morenews readmore readnext readalso seealso youmaylike youmightlike "
            + "alsolike latestnews latestposts latestarticles latestheadlines nextarticle prevarticle nextpost previouspost postnavigation morearticles relacionadas relacionados moreon furtherreading uplink richlink "
            + "masleido masleidos masleida masleidas lomasleido masvisto masvistas maislidas maisvistos pluslus lespluslus meistgelesen auchinteressant mehrzumthema lireaussi articleslies "
            + "artigosrelacionados mortabet porbinande porbinandeh porbazdid akhbarmortabet");
        Add(CutReason.RelatedLinks, false, "teaser teasers latest popular recommend onward crosslink crosslinks similar topstories headlines carousel linklist");
        Add(CutReason.Chrome, true, "share sharing sharebar sharebuttons sharetools socialshare addthis addtoany sharedaddy newsletter newsletters subscribe subscription subscriptions signup "
            + "cookie cookies consent gdpr onetrust paywall regwall modal popup lightbox login signin donate donation disclaimer "
            + "compartir compartilhar partager partage teilen condividi redessociales boletin boletines infolettre rundbrief suscripcion suscribete inscricao eshterak eshterakgozari khabarname musharaka "
            + " taglist posttags entrytags articletags tagcloud keywords "
            + "authorbio aboutauthor authorbox authorinfo authorcard abouttheauthor byline dateline timestamp pubdate publishdate publisheddate lastupdated inlinesignup noprint copyright errata bookmark "
            + "printonly visuallyhidden screenreader sronly hide subscribebox support");
        Add(CutReason.Chrome, false, "social tools toolbar actions buttons tags tag topics author authors meta postmeta entrymeta articlemeta widget widgets follow print rating ratings survey poll quiz overlay "
            + "date time info instapaper feedback callout cta membership hidden notice tooltip dropdown search textwidget player metadata infobox appeal");
        Add(CutReason.Comments, true, "comment comments commentlist commentarea commentbox commentform disqus livefyre fbcomments respond viafoura coral hyvor conversation discussion usercomments commentthread reactions kommentare comentarios commentaires");
        Add(CutReason.Caption, true, "caption captions imgcaption imagecaption photocaption mediacaption photocredit imagecredit imgcredit photographer wpcaptiontext credit credits creditline copyrightholder");
        Add(CutReason.Caption, false, "slideshow gallery thumbnail photo media figure");
        return words.ToFrozenDictionary();

        void Add(CutReason reason, bool strong, string list)
        {
            foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words[word] = new(reason, strong);
            }
        }
    }
}
