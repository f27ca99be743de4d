import { createContext, createEffect, createResource, createSignal, onCleanup, useContext, type JSX } from "solid-js";
import { fr } from "./fr/dictionary.ts";
import { makeFormats, type Formats } from "./formats.ts";
import { findLanguage, keepLanguage, languages, languagesFor, type Language } from "./languages.ts";
import { makeSpeaker } from "./speaker.ts";
import type { Say, SayCount } from "./words.ts";

export type I18n = {
  /** Says a sentence of the dictionary. */
  t: Say;
  /** Says a sentence that depends on a number. */
  count: SayCount;
  language: () => Language;
  chooseLanguage: (language: Language) => void;
  /** The languages that this page can be read in. */
  choices: () => readonly Language[];
  /** Opens the families' languages for as long as the caller's owner lives. Whoever chose none yet gets `usual`. */
  speakToFamilies: (usual?: Language) => void;
  /** Dates, clocks and durations in the language. */
  formats: () => Formats;
};

const I18nContext = createContext<I18n>();

/** Gives its children their words, and tells the page its language and direction. */
export function I18nProvider(props: { children: JSX.Element }) {
  const [chosen, setChosen] = createSignal(findLanguage(localStorage));
  const [familyPages, setFamilyPages] = createSignal(0);
  const choices = () => languagesFor(familyPages() > 0);
  const language = () => {
    const wanted = chosen() ?? "fr";
    return choices().includes(wanted) ? wanted : "fr";
  };
  const chooseLanguage = (wanted: Language) => {
    keepLanguage(localStorage, wanted);
    setChosen(wanted);
  };
  const [dictionary] = createResource(language, (chosen) => languages[chosen].load(), { initialValue: fr });
  createEffect(() => {
    document.documentElement.lang = language();
    document.documentElement.dir = languages[language()].direction;
  });
  // eslint-disable-next-line solid/reactivity -- the speaker reads both where it is called, in whatever tracks there.
  const speaker = makeSpeaker(() => dictionary.latest, language);
  const i18n: I18n = {
    ...speaker,
    language,
    chooseLanguage,
    choices,
    speakToFamilies: (wanted) => {
      setFamilyPages((open) => open + 1);
      if (wanted !== undefined && chosen() === undefined) chooseLanguage(wanted);
      onCleanup(() => setFamilyPages((open) => open - 1));
    },
    formats: () => makeFormats(language()),
  };
  return <I18nContext.Provider value={i18n}>{props.children}</I18nContext.Provider>;
}

/** The words of the page; `t` is reactive, so call it where it is shown. */
export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (i18n === undefined) throw new Error("useI18n is called outside I18nProvider.");
  return i18n;
}
