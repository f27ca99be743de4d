import type { TakeMeasures } from "../../../schemas/takes.ts";

/** What is measured of a take of so many seconds: speech from 1 s on to 1 s before its end, with a pause in the middle that grows shorter from one `number` to the next. */
export function measuredTake(seconds: number, number: number): TakeMeasures {
  const [middle, pause] = [seconds / 2, Math.max(0.4, 1.6 - number * 0.3)];
  const speech = [
    { from: 1, to: middle },
    { from: middle + pause, to: seconds - 1 },
  ];
  const nuclei = speech.flatMap(({ from, to }) =>
    Array.from({ length: Math.floor((to - from) * 4) }, (_, at) => from + at / 4),
  );
  return {
    seconds,
    peaks: Array.from({ length: 300 }, (_, at) => (at % 60 > 50 ? 0.02 : 0.3 + 0.3 * Math.abs(Math.sin(at / 7)))),
    doubts: [],
    quality: { clippedShare: 0, snrDb: 30, decaySeconds: 0.3 },
    figures: {
      ...{ speech, pauses: [{ from: middle, to: middle + pause }], phonationRatio: 0.9, nuclei },
      ...{
        syllableRate: 3.6,
        articulationRate: 4,
        melody: Array.from({ length: seconds * 20 }, (_, at) => 220 + (at % 40)),
      },
      pitch: { medianHz: 240, deviationSemitones: 1.2 + number * 0.3 },
      level: { deviationDb: 4, slopeDbPerMinute: -1, endFallDb: 3 },
    },
  };
}
