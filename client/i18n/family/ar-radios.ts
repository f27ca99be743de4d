import type { FamilyDictionary } from "./family-dictionary.ts";

export const radios: FamilyDictionary["radios"] = {
  title: "كل الإذاعات",
  hint: "إذاعات المدارس المفتوحة للجميع.",
  label: "البحث عن إذاعة أو مدرسة أو مدينة",
  search: "بحث",
  ways: "متابعة هذه الإذاعات",
  feed: "بودكاست واحد للجميع",
  outline: "قائمة للتطبيقات (OPML)",
  newest: "أحدث الحلقات",
  none: "لا توجد إذاعة مفتوحة للجميع بعد",
  noneHint: "ستظهر هنا. تستمع العائلة إلى إذاعتها عبر رابطها الخاص.",
  noneFound: "لا توجد إذاعة لـ «{{ query }}»",
  noneFoundHint: "جرّبوا كلمة أخرى أو اسم المدينة.",
};
