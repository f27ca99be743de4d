import type { Noun } from "./facts.ts";
import type { Rule } from "./rules.ts";

/** Ids for the body of a request. */
export type Pick = {
  /** Of the class that the address is about, where it has one. */
  here(noun: Noun): string;
  /** From anywhere at all: another class, another school. */
  anywhere(noun: Noun): string;
  /** Of any class but that one. */
  elsewhere(noun: Noun): string;
  /** A word that nobody had before. */
  word(): string;
  /** Now this, now that. */
  coin(): boolean;
  /** Whether something was picked that is not of the class. */
  hasStrayed(): boolean;
};

/** What the oracle knows of a route. */
export type Door = {
  may: Rule;
  /** What the address is about, in `:id` or the parameter told; nothing, when left out. */
  about?: Noun;
  /** Another thing in the address, of which as much is asked; it is looked at second. */
  and?: { noun: Noun; param: string; may: Rule };
  /** What stands in the other parameters; `*` is the thing's own word. */
  at?: Readonly<Record<string, string>>;
  /** A body that does what the door is for; without one, a body that no door takes. */
  body?: (pick: Pick) => object;
  /** Instead of a body, a form with a file that the door is for. */
  form?: "cover" | "sound" | "voice" | "anchor";
  /** Who is let near at all; others are told that it is not for them, whatever the address names. */
  gate?: Rule;
  /** Who may not, hears that it does not exist: always, or those for whom this holds. */
  hides?: Rule;
  /** What depends on more than who and where is tried so often. */
  tries?: number;
};
