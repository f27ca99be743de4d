import type { fr } from "./fr/dictionary.ts";

type French = typeof fr;
type Area = keyof French;

/** Forms of a sentence that depends on a number, by the names of `Intl.PluralRules`. */
export type PluralForms = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** What every language must say: the areas and keys of French. A missing one is a type error. */
export type Dictionary = {
  readonly [A in Area]: { readonly [K in keyof French[A]]: French[A][K] extends string ? string : PluralForms };
};

type KeysOf<Kind> = {
  [A in Area]: {
    [K in keyof French[A] & string]: French[A][K] extends Kind ? `${A}.${K}` : never;
  }[keyof French[A] & string];
}[Area];

/** `area.key` of a plain sentence. */
export type SentenceKey = KeysOf<string>;
/** `area.key` of a sentence that has plural forms. */
export type PluralKey = KeysOf<PluralForms>;

type Said<P> = P extends `${infer A extends Area}.${infer K}`
  ? K extends keyof French[A]
    ? French[A][K]
    : never
  : never;
type Blank<S> = S extends `${string}{{ ${infer Name} }}${infer Rest}` ? Name | Blank<Rest> : never;
type Blanks<S> = [Blank<S>] extends [never] ? [] : [blanks: Readonly<Record<Blank<S>, string | number>>];

/** Says a sentence; the blanks `{{ name }}` of the French sentence are required arguments. */
export type Say = <P extends SentenceKey>(key: P, ...blanks: Blanks<Said<P>>) => string;
/** Says how many; `{{ count }}` is filled in, other blanks are given. */
export type SayCount = (key: PluralKey, count: number, blanks?: Readonly<Record<string, string | number>>) => string;
