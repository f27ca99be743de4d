import { fr } from "./fr/dictionary.ts";
import type { FamilyDictionary } from "./family/family-dictionary.ts";
import type { Dictionary } from "./words.ts";

/** A language that speaks on families' pages only. */
const forFamilies = (load: () => Promise<FamilyDictionary>) => async (): Promise<Dictionary> => {
  const [words, { overFrench }] = await Promise.all([load(), import("./family/family-dictionary.ts")]);
  return overFrench(words);
};

/** Languages of the interface, named as their readers name them. French comes with the page, the others on demand. */
export const languages = {
  fr: { name: "Français", direction: "ltr", isWhole: true, load: () => Promise.resolve<Dictionary>(fr) },
  en: {
    name: "English",
    direction: "ltr",
    isWhole: true,
    load: async (): Promise<Dictionary> => (await import("./en/dictionary.ts")).en,
  },
  ar: {
    name: "العربية",
    direction: "rtl",
    isWhole: false,
    load: forFamilies(async () => (await import("./family/ar.ts")).ar),
  },
  uk: {
    name: "Українська",
    direction: "ltr",
    isWhole: false,
    load: forFamilies(async () => (await import("./family/uk.ts")).uk),
  },
  pt: {
    name: "Português",
    direction: "ltr",
    isWhole: false,
    load: forFamilies(async () => (await import("./family/pt.ts")).pt),
  },
  tr: {
    name: "Türkçe",
    direction: "ltr",
    isWhole: false,
    load: forFamilies(async () => (await import("./family/tr.ts")).tr),
  },
  es: {
    name: "Español",
    direction: "ltr",
    isWhole: false,
    load: forFamilies(async () => (await import("./family/es.ts")).es),
  },
} as const;

export type Language = keyof typeof languages;

const place = "antenne.language";

export const isLanguage = (word: string | null): word is Language => word !== null && word in languages;

/** The languages that a page can be read in: all on families' pages, else those that say everything. */
export const languagesFor = (isForFamilies: boolean): Language[] =>
  (Object.keys(languages) as Language[]).filter((language) => isForFamilies || languages[language].isWhole);

/** The language this browser chose before, if it did. */
export function findLanguage(storage: Pick<Storage, "getItem">): Language | undefined {
  const kept = storage.getItem(place);
  return isLanguage(kept) ? kept : undefined;
}

export const keepLanguage = (storage: Pick<Storage, "setItem">, language: Language) => storage.setItem(place, language);
