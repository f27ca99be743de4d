import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runFfmpeg } from "../../media/ffmpeg/run-ffmpeg.ts";
import { measureSpeech, type SpeechMeasures } from "../../media/speech/measure-speech.ts";
import { openSeat, type Seat } from "../support/browser.ts";
import { scratch } from "../support/scratch.ts";
import { pinkNoise, withNoise } from "../support/speech/degrade.ts";
import { hasEspeak, speak } from "../support/speech/espeak.ts";
import { passageOf } from "../support/speech/passage.ts";
import { phrases } from "../support/speech/phrases.ts";
import { wav16 } from "../support/speech/praat.ts";
import { readClip } from "../support/speech/read-clip.ts";
import { knownSpeech } from "../support/speech/vowels.ts";

let seat: Seat;

beforeAll(async () => {
  seat = await openSeat({ isStill: true });
  await seat.page.addScriptTag({ content: await bundled("test/support/speech/measure-file.ts") });
});

afterAll(() => seat[Symbol.asyncDispose]());

async function bundled(entry: string): Promise<string> {
  const built = await build({
    ...{ configFile: false, root: path.resolve(import.meta.dirname, "../.."), logLevel: "error" },
    build: { write: false, lib: { entry, formats: ["iife"], name: "measure" } },
  });
  const [output] = Array.isArray(built) ? built : [];
  if (output === undefined) throw new Error("nothing was built");
  return output.output[0].code;
}

const lively = (seconds: number) => 230 * 2 ** ((3 * Math.sin(2.3 * seconds)) / 12);
const vowels = () => knownSpeech({ phrases: [9, 12, 7, 11, 10], pitchAt: lively }).samples;

function noisyReading(): Float32Array {
  const spoken = phrases.slice(0, 8).map((text) => ({ samples: speak(text, { name: "fr+f3" }), syllables: 0 }));
  const passage = passageOf(spoken);
  return withNoise(passage, pinkNoise(passage.samples.length), 25);
}

/** The same file, once read by ffmpeg and measured here, once read and measured by Chromium. */
async function measuredTwice(samples: Float32Array, name: string, codec: string[]) {
  using files = scratch();
  await writeFile(files.file("voice.wav"), wav16(samples));
  await runFfmpeg(["-i", files.file("voice.wav"), "-ar", "48000", ...codec, files.file(name)]);
  const here = measureSpeech(readClip(files.file(name)));
  const base64 = (await readFile(files.file(name))).toString("base64");
  const there = await seat.page.evaluate(
    (file) => (globalThis as unknown as { measureFile(file: string): Promise<SpeechMeasures> }).measureFile(file),
    base64,
  );
  return { here: figuresOf(here), there: figuresOf(there) };
}

const figuresOf = (measures: SpeechMeasures) => ({
  pauses: measures.pauses.length,
  pauseSeconds: measures.pauses.reduce((sum, { from, to }) => sum + to - from, 0),
  phonationRatio: measures.phonationRatio,
  syllableRate: measures.syllableRate,
  articulationRate: measures.articulationRate,
  medianHz: measures.pitch?.medianHz ?? 0,
  deviationSemitones: measures.pitch?.deviationSemitones ?? 0,
  levelDeviationDb: measures.level?.deviationDb ?? 0,
});

function expectAlike({ here, there }: Awaited<ReturnType<typeof measuredTwice>>): void {
  expect(here.pauses).toBeGreaterThan(3);
  expect(here.medianHz).toBeGreaterThan(100);
  for (const [name, value] of Object.entries(here)) {
    const other = there[name as keyof typeof there];
    expect(Math.abs(other / value - 1), `${name}: ${value} here, ${other} in the browser`).toBeLessThan(0.01);
  }
}

const files = [
  ["voice.flac", ["-c:a", "flac"]],
  ["voice.ogg", ["-c:a", "libopus", "-b:a", "48k"]],
] as const;

test.each(files)("a voice kept as %s has the same figures in the browser as on the server", async (name, codec) => {
  expectAlike(await measuredTwice(vowels(), name, [...codec]));
});

test.skipIf(!hasEspeak())("so has a reading in a noisy room", async () => {
  expectAlike(await measuredTwice(noisyReading(), "voice.ogg", ["-c:a", "libopus", "-b:a", "32k"]));
  expect(seat.errors).toEqual([]);
});
