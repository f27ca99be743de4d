import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { cartsStripId, type StripId } from "../../schemas/ids.ts";
import type { FinishedRecording } from "../recorder/finished-recording.ts";
import { formatRides, parseRides } from "../recorder/ride-records.ts";
import { indexName, linesOf, readIndex } from "../recorder/session-index.ts";
import type { IndexLine } from "../recorder/index-line.ts";
import { remixAside } from "./remix-aside.ts";
import type { WorkOptions } from "../aside/aside-talk.ts";

/**
 * Takes strips, or with `cartsStripId` all carts, out of a finished recording for good: the programme is made anew without them, their tracks are removed, and
 * index and rides no longer know them. Begun again after a crash, it ends what was left. Loudness is then unknown.
 */
export async function eraseVoices(
  recording: FinishedRecording,
  strips: readonly StripId[],
  options: WorkOptions,
): Promise<void> {
  const { directory, programmePath, tracks, mix } = recording;
  const gone = [...tracks.filter(({ stripId }) => strips.includes(stripId)), ...cartsOf({ mix }, strips)];
  // The programme is replaced before the first track goes: without any, it is done.
  if (gone.some(({ path }) => existsSync(path))) {
    const outputPath = join(directory, "programme-without.flac");
    await rm(outputPath, { force: true });
    await remixAside({ recording, without: strips, outputPath }, options);
    await rename(outputPath, programmePath);
  }
  await eraseTracks({ directory, mix }, strips);
}

/** Removes the tracks of strips that never were in the programme, which stays as it is; index and rides no longer know them. */
export async function eraseTracks(
  { directory, mix }: Pick<FinishedRecording, "directory" | "mix">,
  strips: readonly StripId[],
): Promise<void> {
  const lines = await readIndex(directory);
  const opened = linesOf(lines, "trackOpened").filter(({ stripId }) => strips.includes(stripId));
  const paths = [
    ...opened.map(({ path }) => join(directory, path)),
    ...cartsOf({ mix }, strips).map(({ path }) => path),
  ];
  await Promise.all(paths.map((path) => rm(path, { force: true })));
  if (mix !== undefined) await eraseRides(mix.ridesPath, mix.numbers, strips);
  await eraseLines(directory, lines, { strips, tracks: opened.map(({ track }) => track) });
}

function cartsOf({ mix }: Pick<FinishedRecording, "mix">, strips: readonly StripId[]) {
  if (!strips.includes(cartsStripId)) return [];
  if (mix === undefined) throw new Error("the carts of this recording were not kept apart");
  return mix.carts;
}

async function eraseRides(
  path: string,
  numbers: ReadonlyMap<number, StripId>,
  strips: readonly StripId[],
): Promise<void> {
  if (!existsSync(path)) return;
  const isKept = ({ number }: { number: number }) => !strips.some((stripId) => numbers.get(number) === stripId);
  await replace(path, formatRides([...parseRides(await readFile(path))].filter(isKept)));
}

async function eraseLines(
  directory: string,
  lines: readonly IndexLine[],
  gone: { strips: readonly StripId[]; tracks: readonly number[] },
) {
  const isKept = (line: IndexLine) =>
    line.kind !== "loudness" &&
    !(line.kind === "cartsOpened" && gone.strips.includes(cartsStripId)) &&
    !("stripId" in line && gone.strips.includes(line.stripId)) &&
    !("track" in line && gone.tracks.includes(line.track));
  const isWithoutCarts = gone.strips.includes(cartsStripId) && lines.some(({ kind }) => kind === "cartsOpened");
  const told: IndexLine[] = isWithoutCarts ? [{ kind: "cartsErased", at: new Date().toISOString() }] : [];
  const kept = lines
    .filter(isKept)
    // The last line is that it is closed.
    .toSpliced(-1, 0, ...told)
    .map((line) => (line.kind === "closed" ? { ...line, integratedLufs: undefined, truePeakDbtp: undefined } : line));
  await replace(join(directory, indexName), kept.map((line) => `${JSON.stringify(line)}\n`).join(""));
}

async function replace(path: string, content: string | Buffer): Promise<void> {
  await writeFile(`${path}.new`, content);
  await rename(`${path}.new`, path);
}
