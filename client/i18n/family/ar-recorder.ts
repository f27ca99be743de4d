import type { FamilyDictionary } from "./family-dictionary.ts";

export const recorder: FamilyDictionary["recorder"] = {
  record: "تسجيل",
  stop: "إيقاف",
  recorded: "{{ time }} من {{ most }}",
  level: "صوتكم",
  levelIs: "صوتكم: {{ words }}",
  levelLow: "ضعيف جداً",
  levelGood: "جيد",
  levelHigh: "قوي جداً",
  again: "من جديد",
  chooseFile: "اختيار صوت من هذا الجهاز",
  noMicrophone: "لا يوجد ميكروفون هنا.",
  noMicrophoneHint: "اسمحوا به في المتصفح، أو اختاروا صوتاً مسجلاً من قبل.",
};
