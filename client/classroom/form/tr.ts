import type { FormWords } from "./form-words.ts";

/** Turkish. */
export const tr: FormWords = {
  name: "Türkçe",
  direction: "ltr",
  title: "Sesin kaydedilmesi ve yayınlanması için izin",
  from: "{{ school }}, {{ classroom }}: {{ radio }}",
  purposeTitle: "Neden",
  purpose:
    "Sınıf; konuşmayı, dinlemeyi ve anlatmayı öğrenmek için radyo yapıyor. Bunun için okul sesleri kaydeder ve sizin seçtiğiniz kişilere dinletir.",
  supportsTitle: "Ses nerede duyulabilir",
  supports: [
    "Radyonun sayfasındaki canlı yayın ve bölümleri.",
    "Dinleme uygulamalarındaki sınıf podcast’i.",
    "Kayıtlar okulun kendi makinesinde kalır. Soyadı tutulmaz.",
  ],
  durationTitle: "Ne zamana kadar",
  duration:
    "Cevabınız {{ end }} tarihine kadar geçerlidir. Yeni bir cevap verilmezse ses artık kaydedilmez ve yayınlanmaz.",
  rightsTitle: "Haklarınız",
  rights: [
    "Fikrinizi her zaman, sebep göstermeden değiştirebilirsiniz: sınıfa söylemeniz yeterlidir. Ses o zaman yayınlananlardan çıkarılır.",
    "Bu verilerden sorumlu olan okuldan, çocuğunuzla ilgili tuttuklarını dinlemeyi, almayı veya sildirmeyi isteyebilirsiniz. Cevabı kabul etmezseniz Fransız veri koruma kurumu CNIL’e (www.cnil.fr) yazabilirsiniz.",
    "İzin vermemek çocuğunuz için hiçbir şeyi değiştirmez; radyoya başka bir şekilde katılır.",
  ],
  child: "Öğrencinin adı",
  choiceTitle: "Çocuğumun sesini duyabilecek olanlar (bir kutuyu işaretleyin)",
  choices: {
    none: "Hiç kimse: sesi kaydedilmez.",
    class: "Sınıf: bu sınıfın öğrencileri ve öğretmenleri.",
    family: "Sınıfın aileleri, kendi özel bağlantılarıyla.",
    public: "Herkes: radyonun açık sayfası ve podcast’i.",
  },
  nameAllowed: "Çocuğumun adı, sesinin duyulduğu yayınlarla birlikte belirtilebilir.",
  childAgrees: "Çocuğum kabul ediyor.",
  signedBy: "Ad ve yakınlık (anne, baba, yasal vasi)",
  date: "Tarih",
  signature: "İmza",
  slip: {
    title: "Sınıfın radyosu, evinizde",
    opens: "Bu bağlantı çocuğunuzun radyosunun canlı yayınını, bölümlerini ve aboneliğini açar. Başka bir şey açmaz.",
    how: "Telefonun kamerasıyla tarayın. Hesap gerekmez.",
    secret: "Özel: yalnızca aileniz için. Kâğıt kayboldu mu? Sınıf bağlantıyı değiştirebilir.",
  },
};
