import { flatten, resolveTemplate, translator } from "@solid-primitives/i18n";
import type { Dictionary, Say, SayCount } from "./words.ts";

/** The two ways of saying something in the language of `dictionary`; both are reactive when `dictionary` is. */
export function makeSpeaker(dictionary: () => Dictionary, language: () => string): { t: Say; count: SayCount } {
  const flat = () => flatten(dictionary()) as unknown as Record<string, string>;
  const say = translator(flat, resolveTemplate);
  const form = (key: string, count: number) => {
    const exact = `${key}.${new Intl.PluralRules(language()).select(count)}`;
    return exact in flat() ? exact : `${key}.other`;
  };
  return {
    t: (key, ...blanks) => say(key, blanks[0]),
    count: (key, count, blanks) => say(form(key, count), { count, ...blanks }),
  };
}
