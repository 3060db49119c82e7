using Monitor.Core.Text;

namespace Monitor.Tests.Text;

public class LanguageDetectorTests
{
    [Theory]
    [InlineData("en", "The company said on Thursday that it had removed almost five thousand accounts from its service.")]
    [InlineData("es", "La empresa dijo el jueves que había eliminado casi cinco mil cuentas de su servicio.")]
    [InlineData("fr", "L'entreprise a déclaré jeudi qu'elle avait supprimé près de cinq mille comptes de son service.")]
    [InlineData("de", "Das Unternehmen teilte am Donnerstag mit, dass es fast fünftausend Konten gelöscht hat.")]
    [InlineData("pt", "A empresa disse na quinta-feira que removeu quase cinco mil contas do seu serviço.")]
    [InlineData("it", "L'azienda ha detto giovedì che sono stati rimossi quasi cinquemila profili dal suo servizio.")]
    [InlineData("ca", "L'empresa va dir dijous que havia eliminat gairebé cinc mil comptes del seu servei.")]
    [InlineData("tr", "Şirket perşembe günü yaptığı açıklamada yaklaşık beş bin hesabın silindiğini söyledi.")]
    [InlineData("nl", "Het bedrijf zei donderdag dat het bijna vijfduizend accounts van zijn dienst heeft verwijderd.")]
    [InlineData("sv", "Företaget sade på torsdagen att det har tagit bort nästan fem tusen konton från sin tjänst.")]
    [InlineData("pl", "Firma poinformowała w czwartek, że usunęła prawie pięć tysięcy kont ze swojego serwisu.")]
    [InlineData("ro", "Compania a declarat joi că a șters aproape cinci mii de conturi din serviciul său.")]
    [InlineData("id", "Perusahaan itu mengatakan pada hari Kamis bahwa mereka telah menghapus hampir lima ribu akun.")]
    [InlineData("fa", "این شرکت روز پنجشنبه اعلام کرد که نزدیک به پنج هزار حساب کاربری را حذف کرده است.")]
    [InlineData("ar", "قالت الشركة يوم الخميس إنها حذفت ما يقرب من خمسة آلاف حساب من خدمتها.")]
    [InlineData("ur", "کمپنی نے جمعرات کو کہا کہ اس نے تقریباً پانچ ہزار اکاؤنٹس ہٹا دیے ہیں۔")]
    [InlineData("ckb", "کۆمپانیاکە ڕایگەیاند کە لەم هەفتەیەدا نزیکەی پێنج هەزار هەژماری لە خزمەتگوزارییەکەی سڕییەوە.")]
    [InlineData("ru", "Компания сообщила в четверг, что удалила почти пять тысяч учётных записей.")]
    [InlineData("uk", "Компанія повідомила в четвер, що видалила майже п'ять тисяч облікових записів.")]
    [InlineData("bg", "Компанията съобщи в четвъртък, че е изтрила почти пет хиляди профила от услугата си.")]
    [InlineData("sr", "Компанија је у четвртак саопштила да је уклонила скоро пет хиљада налога.")]
    [InlineData("el", "Η εταιρεία ανακοίνωσε την Πέμπτη ότι αφαίρεσε σχεδόν πέντε χιλιάδες λογαριασμούς.")]
    [InlineData("he", "החברה הודיעה ביום חמישי כי הסירה כמעט חמשת אלפים חשבונות.")]
    [InlineData("zh", "该公司周四表示，已删除近五千个账户。")]
    [InlineData("ja", "同社は木曜日、約五千のアカウントを削除したと発表した。")]
    [InlineData("ko", "회사는 목요일에 거의 오천 개의 계정을 삭제했다고 밝혔다.")]
    [InlineData("th", "บริษัทกล่าวเมื่อวันพฤหัสบดีว่าได้ลบบัญชีเกือบห้าพันบัญชี")]
    [InlineData("hi", "कंपनी ने गुरुवार को कहा कि उसने लगभग पाँच हज़ार खाते हटा दिए हैं।")]
    [InlineData("und", "12345 :) https://t.co/abc @JZarif #YouAreBots")]
    [InlineData("und", "")]
    public void A_sentence_tells_its_language(string language, string text) => Assert.Equal(language, LanguageDetector.Detect(text));
}
