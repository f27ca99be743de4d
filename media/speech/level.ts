import { decibelsOf, frameSeconds, quantileOf, windowAround } from "./frames.ts";
import { deviationOf } from "./melody.ts";
import type { Span } from "./voice-activity.ts";

/** How loudly somebody speaks from moment to moment. For comparing a pupil with themself: a microphone's distance changes all of it. */
export type LevelFigures = {
  /** Standard deviation of the voiced frames' level, dB: small is steady. */
  deviationDb: number;
  /** How the level goes from the begin to the end, dB per minute: below 0 the voice becomes softer. */
  slopeDbPerMinute: number;
  /** By how many dB the last 0.4 s before a pause lie under the phrase they end, at the middle of all phrases; absent without a phrase of a second. */
  endFallDb: number | undefined;
};

const windowSamples = 640;
const endSeconds = 0.4;
const shortestPhrase = 1;

/** The level of a voice where it has a pitch; `undefined` where it never has. `phrases` are the spans between pauses. */
export function levelOf(
  samples: Float32Array,
  melody: Float32Array,
  phrases: readonly Span[],
): LevelFigures | undefined {
  const voiced = voicedLevels(samples, melody);
  if (voiced.length < 2) return undefined;
  const falls = phrases.flatMap((phrase) => fallOf(voiced, phrase));
  return {
    deviationDb: deviationOf(Float64Array.from(voiced, ({ db }) => db)),
    slopeDbPerMinute: 60 * slopeOf(voiced),
    endFallDb: quantileOf(falls, 0.5),
  };
}

type Voiced = { at: number; db: number };

function voicedLevels(samples: Float32Array, melody: Float32Array): Voiced[] {
  const window = new Float32Array(windowSamples);
  return Array.from(melody).flatMap((hertz, frame) => {
    if (hertz === 0) return [];
    windowAround(samples, frame, window);
    const power = window.reduce((sum, sample) => sum + sample * sample, 0) / windowSamples;
    return [{ at: (frame + 0.5) * frameSeconds, db: decibelsOf(power) }];
  });
}

/** The straight line through points that is nearest to them (least squares): its rise in dB per second. */
function slopeOf(points: readonly Voiced[]): number {
  const mean = (of: (point: Voiced) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [at, db] = [mean((point) => point.at), mean((point) => point.db)];
  const spread = mean((point) => (point.at - at) ** 2);
  return spread === 0 ? 0 : mean((point) => (point.at - at) * (point.db - db)) / spread;
}

function fallOf(voiced: readonly Voiced[], { from, to }: Span): number[] {
  if (to - from < shortestPhrase) return [];
  const inside = voiced.filter(({ at }) => at >= from && at <= to);
  const last = inside.at(-1)?.at ?? to;
  const middleOf = (points: readonly Voiced[]) =>
    quantileOf(
      points.map(({ db }) => db),
      0.5,
    );
  const body = middleOf(inside.filter(({ at }) => at < last - endSeconds));
  const end = middleOf(inside.filter(({ at }) => at >= last - endSeconds));
  return body === undefined || end === undefined ? [] : [body - end];
}
