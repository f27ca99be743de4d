import type { Language } from "../languages.ts";
import type { Dictionary } from "../words.ts";
import type { FamilyDictionary } from "./family-dictionary.ts";

/** Where the words of listeners' and families' pages are, each language in a file of its own. */
const places: Record<Language, () => Promise<FamilyDictionary>> = {
  fr: async () => (await import("./fr.ts")).fr,
  en: async () => (await import("./en.ts")).en,
  ar: async () => (await import("./ar.ts")).ar,
  uk: async () => (await import("./uk.ts")).uk,
  pt: async () => (await import("./pt.ts")).pt,
  tr: async () => (await import("./tr.ts")).tr,
  es: async () => (await import("./es.ts")).es,
};

/**
 * The words of a page that says nothing but what families read, without all the others: a test sees that its components ask for no other.
 */
export const loadFamilyWords = async (language: Language): Promise<Dictionary> =>
  // What the staff's pages say is not there, and is not asked for.
  (await places[language]()) as unknown as Dictionary;
