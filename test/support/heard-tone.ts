import { writeFile } from "node:fs/promises";
import { scratch } from "./scratch.ts";
import { readSound, toneDbfs } from "./sound.ts";

const windowSamples = 9_600;

const audibleDbfs = -35;

const levelsOf = (frequency: number, sound: Float32Array): number[] =>
  Array.from({ length: Math.floor(sound.length / windowSamples) }, (_, at) =>
    toneDbfs(frequency, sound.subarray(at * windowSamples, (at + 1) * windowSamples)),
  );

/** The loudest that a tone is in any fifth of a second, and the share of these in which it is well heard. */
export function heardTone(frequency: number, sound: Float32Array): { most: number; share: number } {
  const levels = levelsOf(frequency, sound);
  return { most: Math.max(...levels), share: levels.filter((level) => level > audibleDbfs).length / levels.length };
}

/** For how many seconds, to a fifth, a tone is missing between the first and the last time that it is heard. */
export function longestWithout(frequency: number, sound: Float32Array): number {
  const heard = levelsOf(frequency, sound).flatMap((level, at) => (level > audibleDbfs ? [at] : []));
  const gaps = heard.map((at, index) => at - (heard[index - 1] ?? at - 1) - 1);
  return (Math.max(0, ...gaps) * windowSamples) / 48_000;
}

/** Several files, one after the other. */
export async function soundOf(paths: readonly string[]): Promise<Float32Array> {
  const sounds = await Promise.all(paths.map((path) => readSound(path)));
  return Float32Array.from(sounds.flatMap((sound) => Array.from(sound)));
}

/** The loudest that a tone is in any fifth of a second of the sound that a station answered with, in dBFS. */
export async function toneIn(answer: Response, frequency: number): Promise<number> {
  using folder = scratch();
  await writeFile(folder.file("answer"), new Uint8Array(await answer.arrayBuffer()));
  return heardTone(frequency, await readSound(folder.file("answer"))).most;
}
