import type { FamilyLanguage } from "../../../schemas/families.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import type { FormWords } from "./form-words.ts";
import { fr } from "./fr.ts";
import { pt } from "./pt.ts";
import { tr } from "./tr.ts";
import { uk } from "./uk.ts";

/** The form in every language that families are addressed in. */
export const formLanguages = { fr, en, ar, uk, pt, tr, es } as const satisfies Record<FamilyLanguage, FormWords>;
/** Fills the blanks `{{ name }}` of a sentence of the form. */
export const fillIn = (sentence: string, blanks: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{\{ (\w+) \}\}/g, (blank, name: string) => blanks[name] ?? blank);
