import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FamilyLanguage } from "../../schemas/families.ts";
import type { DrawListening, ListeningStart, NameRadios } from "../../schemas/listening.ts";

/** The built page of listeners: its document, what draws it, and the file in which the words of a language are. */
export type ListeningPage = {
  document: string;
  draw: DrawListening;
  nameRadios: NameRadios;
  wordsOf: (language: FamilyLanguage) => string | undefined;
};

type Manifest = Record<string, { file: string } | undefined>;

/** Reads what the build made of the listeners' page, in `pages` and beside it; `undefined` when the pages are not built. */
export async function readListeningPage(pages: string): Promise<ListeningPage | undefined> {
  try {
    const document = readFileSync(join(pages, "listening.html"), "utf8");
    const manifest = JSON.parse(readFileSync(join(pages, ".vite/manifest.json"), "utf8")) as Manifest;
    const address = pathToFileURL(join(pages, "../dist-server/listening-server.js")).href;
    const built = (await import(address)) as { drawListening: DrawListening; nameRadios: NameRadios };
    const { drawListening, nameRadios } = built;
    return {
      document,
      nameRadios,
      draw: drawListening,
      wordsOf: (language) => manifest[`i18n/family/${language}.ts`]?.file,
    };
  } catch (error) {
    if (error instanceof Error && "code" in error && /^(ENOENT|ERR_MODULE_NOT_FOUND)$/.test(String(error.code))) return;
    throw error;
  }
}

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Text within HTML, also between the quotes of an attribute. */
export const htmlText = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => signs[sign]!);

/** A value that a page's script reads: no text in it can end its element. */
const dataText = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c");

/** What a document is filled with. */
export type Filling = { start: ListeningStart; language: FamilyLanguage; title: string; head: readonly string[] };

/** The whole page of a listener as HTML: readable as it is, and what its script begins with. */
export async function fillDocument(page: ListeningPage, { start, language, title, head }: Filling): Promise<string> {
  const words = page.wordsOf(language);
  const preload = words === undefined ? [] : [`<link rel="modulepreload" crossorigin href="/${words}">`];
  const drawn = await page.draw(start, language);
  const pieces: Readonly<Record<string, string>> = {
    '<html lang="fr" dir="ltr">': `<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">`,
    "<title>Antenne</title>": `<title>${htmlText(title)}</title>`,
    "<!--head-->": [...head, ...preload].join("\n    "),
    "<!--page-->": drawn,
    "<!--start-->": `<script type="application/json" id="start">${dataText(start)}</script>`,
  };
  return Object.entries(pieces).reduce((text, [mark, piece]) => text.replace(mark, () => piece), page.document);
}
