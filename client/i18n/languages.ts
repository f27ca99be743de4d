import { fr } from "./fr/dictionary.ts";
import type { Dictionary } from "./words.ts";

/** Languages of the interface, named as their readers name them. French comes with the page, the others on demand. */
export const languages = {
  fr: { name: "Français", direction: "ltr", load: () => Promise.resolve<Dictionary>(fr) },
  en: {
    name: "English",
    direction: "ltr",
    load: async (): Promise<Dictionary> => (await import("./en/dictionary.ts")).en,
  },
} as const;

export type Language = keyof typeof languages;

const place = "antenne.language";

export const isLanguage = (word: string | null): word is Language => word !== null && word in languages;

/** The language this browser chose before, else French. */
export function readLanguage(storage: Pick<Storage, "getItem">): Language {
  const kept = storage.getItem(place);
  return isLanguage(kept) ? kept : "fr";
}

export const keepLanguage = (storage: Pick<Storage, "setItem">, language: Language) => storage.setItem(place, language);
