import { createContext, createEffect, createResource, createSignal, onCleanup, useContext, type JSX } from "solid-js";
import { makeFormats, type Formats } from "./formats.ts";
import { findLanguage, keepLanguage, languageOfDevice, languages, languagesFor, type Language } from "./languages.ts";
import { makeSpeaker } from "./speaker.ts";
import type { Dictionary, Say, SayCount } from "./words.ts";

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

/** Words that are here already, in their language, and where to get the others. */
export type Words = { language: Language; dictionary: Dictionary; load: (language: Language) => Promise<Dictionary> };

const I18nContext = createContext<I18n>();

/** The language that this device chose before; none on the server, and where nothing may be kept. */
function keptLanguage(): Language | undefined {
  try {
    return findLanguage(localStorage);
  } catch {
    return undefined;
  }
}

/**
 * Gives its children their words, and tells the page its language and direction. `isDecided` holds to the language of the words, which was chosen where
 * the page was made; else it is the one that this device chose before. Hours are those of `timeZone`, this device's unless told.
 */
export function I18nProvider(props: { words: Words; isDecided?: boolean; timeZone?: string; children: JSX.Element }) {
  // eslint-disable-next-line solid/reactivity -- what a page begins with does not change.
  const { language: first, dictionary: initialValue, load } = props.words;
  // eslint-disable-next-line solid/reactivity -- likewise.
  const [chosen, setChosen] = createSignal(props.isDecided === true ? first : keptLanguage());
  const [familyPages, setFamilyPages] = createSignal(0);
  const choices = () => languagesFor(familyPages() > 0);
  // A family that has chosen none, and whose slip says none yet, is spoken to as its device is.
  const ofDevice = () => (familyPages() > 0 ? languageOfDevice() : undefined);
  const language = () => {
    const wanted = chosen() ?? ofDevice() ?? first;
    return choices().includes(wanted) ? wanted : first;
  };
  const chooseLanguage = (wanted: Language) => {
    keepLanguage(localStorage, wanted);
    // For the station too, which draws listeners' pages in it.
    document.cookie = `antenne.language=${wanted}; path=/; max-age=31536000; samesite=lax`;
    setChosen(wanted);
  };
  const loadWords = (wanted: Language) => (wanted === first ? initialValue : load(wanted));
  const [dictionary] = createResource(language, loadWords, { initialValue, ssrLoadFrom: "initial" });
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
    formats: () => makeFormats(language(), props.timeZone),
  };
  return <I18nContext.Provider value={i18n}>{props.children}</I18nContext.Provider>;
}

/** The words of the page; `t` is reactive, so call it where it is shown. */
export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (i18n === undefined) throw new Error("useI18n is called outside I18nProvider.");
  return i18n;
}
