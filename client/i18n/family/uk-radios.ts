import type { FamilyDictionary } from "./family-dictionary.ts";

export const radios: FamilyDictionary["radios"] = {
  title: "Усі радіо",
  hint: "Шкільні радіо, відкриті для всіх.",
  label: "Знайти радіо, школу, місто",
  search: "Шукати",
  ways: "Стежити за цими радіо",
  feed: "Один подкаст з усіх",
  outline: "Список для застосунків (OPML)",
  newest: "Найновіші випуски",
  none: "Ще немає радіо, відкритого для всіх",
  noneHint: "Вони з’являться тут. Родина слухає своє за приватним посиланням.",
  noneFound: "Немає радіо для «{{ query }}»",
  noneFoundHint: "Спробуйте інше слово або назву міста.",
};
