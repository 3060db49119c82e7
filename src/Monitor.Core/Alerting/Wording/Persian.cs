using Monitor.Core.Model;

namespace Monitor.Core.Alerting.Wording;

/// <summary>Messages in Persian.</summary>
internal static class Persian
{
    public static AlertWording Words { get; } = new()
    {
        Language = "fa",
        RightToLeft = true,
        NewMatches = new("{n} مورد تازه", "{n} مورد تازه"),
        Subject = "مانیتور: {count} برای «{name}»",
        Intro = "{count} ({kind}) برای جست‌وجوی ذخیره‌شدهٔ شما «{name}»",
        Kinds = new Dictionary<string, string>
        {
            [SavedSearchKinds.Claims] = "ادعاها",
            [SavedSearchKinds.Documents] = "سندها",
            [SavedSearchKinds.Statements] = "گفته‌ها",
            [SavedSearchKinds.Accounts] = "حساب‌ها",
            [SavedSearchKinds.Evidence] = "تغییر شواهد",
        },
        Query = "عبارت جست‌وجو",
        SpeakerUnknown = "گوینده نامعلوم",
        FirstSeen = "نخستین بار در",
        Outlets = new("در {n} رسانه", "در {n} رسانه"),
        Further = "همچنین",
        Differs = "تفاوت با آنچه پیش‌تر معلوم بود",
        Releases = "مجموعه‌داده‌هایی که می‌توانند به آن مربوط باشند",
        NearlySame = new("و {n} مورد تقریباً یکسان", "و {n} مورد تقریباً یکسان"),
        More = new("و {n} مورد دیگر: در مانیتور ببینید", "و {n} مورد دیگر: در مانیتور ببینید"),
        Gone = new(
            "{n} مورد دیگر هنگام یافتن مطابق بود و دیگر در پیکره نیست (صفحه‌ای تغییر کرد یا برداشته شد).",
            "{n} مورد دیگر هنگام یافتن مطابق بودند و دیگر در پیکره نیستند (صفحه‌ای تغییر کرد یا برداشته شد)."),
        Storm = "{n} مورد در یک ساعت از حد شما ({limit}) بیشتر است: این چکیده به جای پیام‌های جداگانه آمده است. تا زمانی که ادامه دارد هر ساعت یک پیام می‌گیرید و چیزی جا نمی‌ماند.",
        NothingNew = "از پیام پیشین تاکنون مورد تازه‌ای پیدا نشده است. جست‌وجو برقرار است.",
        Test = "این پیامی آزمایشی است که کسی خواسته است و آخرین موردها را تکرار می‌کند.",
        WhyYou = "این پیام را می‌گیرید چون این جست‌وجو برای {recipient} ذخیره شده است.",
        ThisSearch = "این جست‌وجو در مانیتور",
        Unsubscribe = "پایان دادن به این نامه‌ها",
        NoWords = "(بدون واژه)",
        Changes = new Dictionary<EvidenceChange, string>
        {
            [EvidenceChange.Candidates] = "مجموعه‌دادهٔ {other} رسید، با حساب‌هایی که می‌توانند به این ادعا مربوط باشند: {n}.",
            [EvidenceChange.RowChanged] = "نسخهٔ تازهٔ یک مجموعه‌داده ردیفی را که رأی {other} بر آن تکیه دارد به گونهٔ دیگری نشان می‌دهد یا دیگر نشان نمی‌دهد.",
            [EvidenceChange.Reinstated] = "تعلیق این حساب برداشته شد.",
            [EvidenceChange.PageEdited] = "واژه‌های این صفحه تغییر کرده‌اند و صفحه آن را نمی‌گوید.",
            [EvidenceChange.Drift] = "این ادعا با عددها یا واژه‌هایی جز پیش آمده است.",
        },
    };
}
