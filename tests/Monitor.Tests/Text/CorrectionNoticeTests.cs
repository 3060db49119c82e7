using Monitor.Core.Text;

namespace Monitor.Tests.Text;

public sealed class CorrectionNoticeTests
{
    [Theory]
    [InlineData("Correction (12 May): the figure is 284, not 248.")]
    [InlineData("An earlier version of this article misnamed the ministry.")]
    [InlineData("This story has been corrected to say that two people spoke.")]
    [InlineData("Corrección: son 284 cuentas.")]
    [InlineData("Rectificatif : le chiffre était faux.")]
    [InlineData("Korrektur: Es waren 284 Konten.")]
    [InlineData("Исправление: речь идёт о 284 аккаунтах.")]
    [InlineData("اصلاحیه: شمار حساب‌ها ۲۸۴ است.")]
    [InlineData("تصحيح: عدد الحسابات 284.")]
    public void A_notice_is_found_in_its_paragraph(string notice) =>
        Assert.Equal(notice, CorrectionNotice.In("The council met on Monday.\n" + notice + "\nIt meets again in June."));

    [Theory]
    [InlineData("The ministry asked for a correction of the record, its speaker said.")]
    [InlineData("Corrections officers went on strike: the prison is closed.")]
    [InlineData("")]
    public void Words_about_corrections_are_no_notice(string text) => Assert.Null(CorrectionNotice.In(text));
}
