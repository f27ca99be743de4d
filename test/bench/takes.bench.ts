import { readFile, writeFile } from "node:fs/promises";
import { runFfmpeg } from "../../media/ffmpeg/run-ffmpeg.ts";
import { measureTake } from "../../media/takes/measure-take.ts";
import { scratch } from "../support/scratch.ts";
import { wav16 } from "../support/speech/praat.ts";
import { knownSpeech } from "../support/speech/vowels.ts";
import type { Bench } from "./row.ts";

const secondsOfPhrase = 2;
const aClass = { pupils: 28, takes: 40 };

/** What the station's work on pupils' takes costs, from the file as a tablet sent it to the sound for pages and the measures. */
export const bench: Bench = async function* () {
  const short = await costPerMinute(1);
  yield { case: "core seconds per minute of speech, a take of 1 min", value: short, unit: "s", goal: { atMost: 6 } };
  const long = await costPerMinute(10);
  yield { case: "the same, a take of 10 min", value: long, unit: "s", baseline: short, goal: { ratioAtMost: 1.5 } };
  yield { case: "minutes of speech that a core gets through in one", value: 60 / short, unit: "min" };
  const all = (aClass.pupils * aClass.takes * short) / 60;
  yield { case: "a core, for 28 pupils' 40 takes of 1 min", value: all, unit: "min" };
};

/** Seconds of processor time that a take of so many minutes costs, for each of them. */
async function costPerMinute(minutes: number): Promise<number> {
  using place = scratch();
  const input = place.file("arrived");
  const phrases = Array.from({ length: Math.round((60 * minutes) / secondsOfPhrase) }, () => 7);
  const { samples } = knownSpeech({ phrases, pauseSeconds: secondsOfPhrase - 7 * 0.2 });
  await writeFile(place.file("voice.wav"), wav16(samples));
  await runFfmpeg(["-i", place.file("voice.wav"), "-c:a", "libopus", "-b:a", "48k", "-f", "webm", "-y", input]);
  const before = await processorSeconds();
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  const measured = await measureTake({ input, output: place.file("take.mp3") }, options);
  if ("notSound" in measured) throw new Error(measured.notSound);
  return ((await processorSeconds()) - before) / (samples.length / 16_000 / 60);
}

/** Of this process and of the programs that it started and that have ended, as proc(5) tells them in hundredths. */
async function processorSeconds(): Promise<number> {
  const stat = await readFile("/proc/self/stat", "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / 100;
}
