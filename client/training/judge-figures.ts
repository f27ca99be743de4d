import type { Pace } from "../../schemas/exercises.ts";
import type { TakeFigures } from "../../schemas/takes.ts";

/** One measure for a child: a word, and where it lies on a scale of 0 to 1 with the easy part marked. */
export type Judged<Word extends string> = { word: Word; at: number; zone: { from: number; to: number } };

const share = (value: number, most: number) => Math.min(1, Math.max(0, value / most));
const fastestShown = 7;
const mostPauses = 30;
const mostSemitones = 7;
const easyPauses = { from: 4, to: 18 };
const lively = { from: 2, to: 5 };

function wordOf<Word extends string>(
  value: number,
  { from, to }: { from: number; to: number },
  words: readonly [Word, Word, Word],
) {
  return value < from ? words[0] : value > to ? words[2] : words[1];
}

/** Syllables per second with the pauses, against what the teacher chose for the whole class. */
export function judgePace(syllableRate: number, { slowest, fastest }: Pace): Judged<"slow" | "calm" | "fast"> {
  const zone = { from: share(slowest, fastestShown), to: share(fastest, fastestShown) };
  const word = wordOf(syllableRate, { from: slowest, to: fastest }, ["slow", "calm", "fast"]);
  return { word, at: share(syllableRate, fastestShown), zone };
}

/** Pauses per minute of the take's speech. */
export function judgePauses({ pauses, speech }: TakeFigures): Judged<"few" | "breathing" | "many"> {
  const [first, last] = [speech[0]?.from ?? 0, speech.at(-1)?.to ?? 0];
  const perMinute = last > first ? (60 * pauses.length) / (last - first) : 0;
  const zone = { from: share(easyPauses.from, mostPauses), to: share(easyPauses.to, mostPauses) };
  return { word: wordOf(perMinute, easyPauses, ["few", "breathing", "many"]), at: share(perMinute, mostPauses), zone };
}

/** How far the pitch moves, in semitones. */
export function judgeMelody(deviationSemitones: number): Judged<"flat" | "moving" | "dancing"> {
  const zone = { from: share(lively.from, mostSemitones), to: 1 };
  const word = wordOf(deviationSemitones, lively, ["flat", "moving", "dancing"]);
  return { word, at: share(deviationSemitones, mostSemitones), zone };
}

/** The longest silence, s; 0 without any. */
export const longestPause = ({ pauses }: TakeFigures): number =>
  pauses.reduce((longest, { from, to }) => Math.max(longest, to - from), 0);

/** A melody as an SVG path within `width` × `height`, one stroke for each voiced stretch: high is up, on a scale of semitones around its middle. */
export function melodyPath(melody: readonly number[], medianHz: number, width: number, height: number): string {
  const step = width / Math.max(1, melody.length);
  const semitones = 9;
  let isDrawing = false;
  return melody
    .map((hertz, index) => {
      const wasDrawing = isDrawing;
      isDrawing = hertz > 0;
      if (!isDrawing) return "";
      const up = Math.max(-semitones, Math.min(semitones, 12 * Math.log2(hertz / medianHz)));
      const y = height / 2 - (up / semitones) * (height / 2);
      return `${wasDrawing ? "L" : "M"}${(index * step).toFixed(1)} ${y.toFixed(1)}`;
    })
    .join("");
}
