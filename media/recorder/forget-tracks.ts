import { readdir, rename, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { IndexLine } from "./index-line.ts";
import { programmeName } from "./join-programme.ts";
import { indexName, readIndex } from "./session-index.ts";

/** What stays of a recording whose tracks are gone. */
export const keptWithoutTracks: readonly string[] = [programmeName, indexName];

const isOfVoice = (line: IndexLine) =>
  "track" in line || "stripId" in line || line.kind === "cartsOpened" || line.kind === "cartsErased";

/**
 * Leaves a closed recording its programme alone: tracks, rides and carts are removed, and its index no longer knows them. Begun again after a crash, it ends
 * what was left.
 */
export async function forgetTracks(directory: string): Promise<void> {
  // The index first: it never names a file that is not there.
  if (existsSync(join(directory, indexName))) {
    const kept = (await readIndex(directory)).filter((line) => !isOfVoice(line));
    const path = join(directory, indexName);
    await writeFile(`${path}.new`, kept.map((line) => `${JSON.stringify(line)}\n`).join(""));
    await rename(`${path}.new`, path);
  }
  const gone = (await readdir(directory)).filter((name) => !keptWithoutTracks.includes(name));
  await Promise.all(gone.map((name) => rm(join(directory, name), { recursive: true, force: true })));
}
