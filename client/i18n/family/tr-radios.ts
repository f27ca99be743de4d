import type { FamilyDictionary } from "./family-dictionary.ts";

export const radios: FamilyDictionary["radios"] = {
  title: "Tüm radyolar",
  hint: "Herkese açık okul radyoları.",
  label: "Radyo, okul ya da şehir ara",
  search: "Ara",
  ways: "Bu radyoları takip et",
  feed: "Hepsi için tek podcast",
  outline: "Uygulamalar için liste (OPML)",
  newest: "Son bölümler",
  none: "Henüz herkese açık radyo yok",
  noneHint: "Burada görünecekler. Aileler kendilerininkini özel bağlantılarıyla dinler.",
  noneFound: "“{{ query }}” için radyo yok",
  noneFoundHint: "Başka bir kelime ya da şehir adı deneyin.",
};
