import { overFrench } from "./family/family-dictionary.ts";
import { loadFamilyWords } from "./family/family-words.ts";
import { fr } from "./fr/dictionary.ts";
import { languages, type Language } from "./languages.ts";
import type { Dictionary } from "./words.ts";

/** All words of a language. French comes with the page, the others on demand; what no family reads stays French where only families' pages are translated. */
export async function loadDictionary(language: Language): Promise<Dictionary> {
  if (language === "fr") return fr;
  if (languages[language].isWhole) return (await import("./en/dictionary.ts")).en;
  return overFrench(await loadFamilyWords(language));
}
