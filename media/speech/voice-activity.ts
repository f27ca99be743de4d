import { bandLevels } from "./band-levels.ts";
import { frameSeconds, meanAround, quantileOf } from "./frames.ts";
import { noiseFloor } from "./noise-floor.ts";

/** A stretch of a sound, in seconds. */
export type Span = { from: number; to: number };

const mostDb = 35;
const smoothingFrames = 2;
const leastApartDb = 2;
const shortestGap = 0.15;
const shortestVoice = 0.06;
// A window of 32 ms and the smoothing see a voice this long before it begins and after it ends.
const foreseen = 0.01;

/**
 * Where somebody speaks, to 20 ms. Each of 18 bands is compared with its own noise floor; a frame is voice when it stands out on the
 * average, by more than the frames between words do. Gaps under 150 ms are closed;
 * where nothing stands out by 2 dB nobody speaks. F1 of pauses: docs/speech.md.
 */
export function voiceActivity(samples: Float32Array): Span[] {
  const prominence = meanAround(prominenceOf(samples), smoothingFrames);
  const spans = spansOver(prominence, thresholdsOf(prominence)).map(({ from, to }) => ({
    from: from + foreseen,
    to: to - foreseen,
  }));
  return closed(spans, shortestGap).filter(({ from, to }) => to - from >= shortestVoice);
}

/** The pauses between the first word and the last that take 250 ms or more, as most work on fluency counts them. */
export function pausesBetween(speech: readonly Span[], shortest = 0.25): Span[] {
  const gaps = speech.slice(1).map(({ from }, index) => ({ from: speech[index]?.to ?? 0, to: from }));
  return gaps.filter(({ from, to }) => to - from >= shortest);
}

/** Seconds that spans take together. */
export const secondsOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);

/** By how many dB a frame's bands stand out of their noise floors, on the average. */
function prominenceOf(samples: Float32Array): Float32Array {
  const bands = bandLevels(samples);
  const sum = new Float32Array(bands[0]?.length ?? 0);
  for (const band of bands) {
    const floor = noiseFloor(band);
    for (let frame = 0; frame < sum.length; frame++) {
      const overDb = (band[frame] ?? 0) - (floor[frame] ?? 0);
      sum[frame] = (sum[frame] ?? 0) + Math.max(0, Math.min(mostDb, overDb)) / bands.length;
    }
  }
  return sum;
}

type Thresholds = { sure: number; edge: number };

// Babble stands out of its own floor too: so voice is what stands out of the frames below the middle, by three times what they vary.
function thresholdsOf(prominence: Float32Array): Thresholds {
  const { middle, apart } = halvesOf(prominence);
  if (apart < leastApartDb) return { sure: Infinity, edge: Infinity };
  const quiet = prominence.filter((value) => value < middle);
  const usual = quantileOf(quiet, 0.4) ?? 0;
  const spread = usual - (quantileOf(quiet, 0.1) ?? 0);
  const least = Math.max(1, 0.6 * (middle - 7));
  return {
    sure: Math.max(least, Math.min(middle, usual + 2.9 * spread)),
    edge: Math.max(least, Math.min(middle, usual + 0.7 * spread)),
  };
}

/** The middle between the mean of what lies below it and of what lies above (Ridler & Calvard 1978), and how far these are apart. */
function halvesOf(values: Float32Array): { middle: number; apart: number } {
  let middle = ((quantileOf(values, 0) ?? 0) + (quantileOf(values, 1) ?? 0)) / 2;
  let apart = 0;
  for (let round = 0; round < 30; round++) {
    const below = meanOf(values.filter((value) => value < middle));
    const above = meanOf(values.filter((value) => value >= middle));
    [middle, apart] = [(below + above) / 2, above - below];
  }
  return { middle, apart };
}

const meanOf = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function spansOver(values: Float32Array, { sure, edge }: Thresholds): Span[] {
  const spans: Span[] = [];
  let from: number | undefined;
  let isSure = false;
  for (let frame = 0; frame <= values.length; frame++) {
    const value = values[frame] ?? -1;
    if (value >= edge) {
      from ??= frame;
      isSure ||= value >= sure;
    } else if (from !== undefined) {
      if (isSure) spans.push({ from: from * frameSeconds, to: frame * frameSeconds });
      [from, isSure] = [undefined, false];
    }
  }
  return spans;
}

/** Spans with the gaps closed that are shorter than `gap` seconds. */
export function closed(spans: readonly Span[], gap: number): Span[] {
  const whole: Span[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    if (last !== undefined && span.from - last.to < gap) last.to = span.to;
    else whole.push({ ...span });
  }
  return whole;
}
