import { registerHooks } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Hole } from "./holes.ts";

const root = `${pathToFileURL(resolve(import.meta.dirname, "../..")).href}/`;
const isOurs = (url: string) => url.startsWith(root) && !url.includes("/node_modules/");
const planted = new Map<string, Hole>();
const wordOf = (url: string | undefined) => (url === undefined ? null : new URL(url).searchParams.get("hole"));

// Whoever was loaded with a hole loads what they import with it: each hole has its own copy of the station's modules, and none of the libraries.
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    const word = wordOf(context.parentURL);
    return word !== null && isOurs(found.url) ? { ...found, url: `${found.url}?hole=${word}` } : found;
  },
  load: (url, context, next) => {
    const loaded = next(url, context);
    const hole = planted.get(wordOf(url) ?? "");
    if (hole === undefined || !url.startsWith(`${root}${hole.file}?`)) return loaded;
    return { ...loaded, source: plantIn(new TextDecoder().decode(loaded.source as Uint8Array), hole) };
  },
});

function plantIn(source: string, { file, from, to }: Hole): string {
  if (source.split(from).length !== 2) throw new Error(`${file} is not written as holes.ts has it: ${from}`);
  // As a function: in a text that replaces, `$` would have a meaning.
  return source.replace(from, () => to);
}

/** Loads a module of the tests over a station with this hole in it; files stay as they are. */
export function importWith(hole: Hole, file: string): Promise<unknown> {
  const word = String(planted.size);
  planted.set(word, hole);
  return import(`${root}${file}?hole=${word}`);
}
