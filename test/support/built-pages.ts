import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const listening =
  '<!doctype html><html lang="fr" dir="ltr"><head><title>Antenne</title><!--head--></head><body><!--page--><!--start--></body></html>';

/** Lays out a build of the listeners' page below `directory`, as `vite build` does, that draws nothing but its address. */
export function buildListeningPage(directory: string): void {
  mkdirSync(join(directory, "pages/.vite"), { recursive: true });
  mkdirSync(join(directory, "dist-server"), { recursive: true });
  writeFileSync(join(directory, "pages/listening.html"), listening);
  writeFileSync(join(directory, "pages/.vite/manifest.json"), '{"i18n/family/uk.ts":{"file":"assets/uk-1.js"}}');
  writeFileSync(
    join(directory, "dist-server/listening-server.js"),
    "export const drawListening = async ({ slug, found }, language) => `<main>${slug} ${language} ${JSON.stringify(Object.keys(found))}</main>`;\n" +
      "export const nameRadios = async (language) => `radios ${language}`;\n",
  );
  writeFileSync(join(directory, "dist-server/package.json"), '{"type":"module"}');
}
