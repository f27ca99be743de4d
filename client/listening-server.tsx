// A listener's page as HTML, for the server: built beside the pages (scripts/pages/listening-page.ts).
import { renderToString } from "solid-js/web";
import type { DrawListening, NameRadios } from "../schemas/listening.ts";
import { loadFamilyWords } from "./i18n/family/family-words.ts";
import { ListeningApp } from "./listen/ListeningApp.tsx";

/** Draws the page; see {@link DrawListening}. */
export const drawListening: DrawListening = async (start, language) => {
  const words = { language, dictionary: await loadFamilyWords(language), load: loadFamilyWords };
  return renderToString(() => <ListeningApp start={start} words={words} />);
};

/** See {@link NameRadios}. */
export const nameRadios: NameRadios = async (language) => (await loadFamilyWords(language)).radios.title;
