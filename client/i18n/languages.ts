/** Languages of the interface, named as their readers name them. */
export const languages = {
  fr: { name: "Français", direction: "ltr", isWhole: true },
  en: { name: "English", direction: "ltr", isWhole: true },
  ar: { name: "العربية", direction: "rtl", isWhole: false },
  uk: { name: "Українська", direction: "ltr", isWhole: false },
  pt: { name: "Português", direction: "ltr", isWhole: false },
  tr: { name: "Türkçe", direction: "ltr", isWhole: false },
  es: { name: "Español", direction: "ltr", isWhole: false },
} as const;

export type Language = keyof typeof languages;

const place = "antenne.language";

export const isLanguage = (word: string | null): word is Language => word !== null && word in languages;

/** The dearest of the languages that this browser asks for. */
export const languageOfDevice = (): Language | undefined =>
  navigator.languages.map((each) => each.slice(0, 2)).find(isLanguage);

/** The language that an address asks for in `?langue=`: that of the letter or of the paper which it stands on. */
export function languageIn(search: string): Language | undefined {
  const wanted = new URLSearchParams(search).get("langue");
  return isLanguage(wanted) ? wanted : undefined;
}

/** The languages that a page can be read in: all on families' pages, else those that say everything. */
export const languagesFor = (isForFamilies: boolean): Language[] =>
  (Object.keys(languages) as Language[]).filter((language) => isForFamilies || languages[language].isWhole);

/** The language this browser chose before, if it did. */
export function findLanguage(storage: Pick<Storage, "getItem">): Language | undefined {
  const kept = storage.getItem(place);
  return isLanguage(kept) ? kept : undefined;
}

export const keepLanguage = (storage: Pick<Storage, "setItem">, language: Language) => storage.setItem(place, language);
