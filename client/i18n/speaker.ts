import { flatten, translator, type BaseTemplateArgs } from "@solid-primitives/i18n";
import type { Dictionary, Say, SayCount } from "./words.ts";

/** All blanks at once: what people wrote is filled in and not read again, also where it looks like a blank or a pattern of `replace`. */
const fillBlanks = (sentence: string, blanks?: BaseTemplateArgs): string =>
  sentence.replaceAll(/{{\s*(\w+)\s*}}/g, (blank, name: string) => String(blanks?.[name] ?? blank));

/** A name that begins with a vowel takes the end of the French `de` before it: « la voix d’Inès ». */
const elideNames = (sentence: string, blanks: BaseTemplateArgs = {}): string =>
  sentence.replaceAll(/\b(d)e (?={{\s*(\w+)\s*}})/gi, (before, d: string, name: string) =>
    /^[aeiouyàâäéèêëîïôöùûüœæ]/i.test(String(blanks[name])) ? `${d}’` : before,
  );
const fillFrench = (sentence: string, blanks?: BaseTemplateArgs) => fillBlanks(elideNames(sentence, blanks), blanks);

/** The two ways of saying something in the language of `dictionary`; both are reactive when `dictionary` is. */
export function makeSpeaker(dictionary: () => Dictionary, language: () => string): { t: Say; count: SayCount } {
  const flat = rememberLast((spoken: Dictionary) => flatten(spoken) as unknown as Record<string, string>);
  const rules = rememberLast((spoken: string) => new Intl.PluralRules(spoken));
  const words = () => flat(dictionary());
  const [say, sayFrench] = [translator(words, fillBlanks), translator(words, fillFrench)];
  const tell = (key: string, blanks?: Readonly<Record<string, string | number>>) =>
    (language() === "fr" ? sayFrench : say)(key, blanks);
  const form = (key: string, count: number) => {
    const exact = `${key}.${rules(language()).select(count)}`;
    return exact in words() ? exact : `${key}.other`;
  };
  return {
    t: (key, ...blanks) => tell(key, blanks[0]),
    count: (key, count, blanks) => tell(form(key, count), { count, ...blanks }),
  };
}

/** Makes something anew only when it is asked of something else than the last time: a page says hundreds of sentences in one language. */
function rememberLast<Of, Made>(make: (of: Of) => Made): (of: Of) => Made {
  let last: { of: Of; made: Made } | undefined;
  return (of) => {
    if (last?.of !== of) last = { of, made: make(of) };
    return last.made;
  };
}
