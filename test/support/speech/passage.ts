import { randomNumbers } from "../network.ts";

/** A span of a sound, in seconds. */
export type Span = { from: number; to: number };

/** One phrase of a voice, and how many syllables it has. */
export type Phrase = { samples: Float32Array; syllables: number };

/** Speech of which everything is known. */
export type Passage = { samples: Float32Array; speech: Span[]; syllables: number };

const rate = 16_000;
const frame = 80;
const edgeDb = 30;

/** Phrases one after the other with pauses of 0.3 to 1.2 s, half a second of silence before and after; `seed` draws the pauses. */
export function passageOf(phrases: readonly Phrase[], seed = 1): Passage {
  const random = randomNumbers(seed);
  const parts: Float32Array[] = [new Float32Array(rate / 2)];
  const speech: Span[] = [];
  let at = rate / 2;
  for (const { samples } of phrases) {
    const spans = spansOf(samples);
    const [first, last] = [Math.round((spans[0]?.from ?? 0) * rate), Math.round((spans.at(-1)?.to ?? 0) * rate)];
    speech.push(...spans.map(({ from, to }) => ({ from: from + (at - first) / rate, to: to + (at - first) / rate })));
    const pause = new Float32Array(Math.round((0.3 + 0.9 * random()) * rate));
    parts.push(samples.subarray(first, last), pause);
    at += last - first + pause.length;
  }
  parts.push(new Float32Array(rate / 4));
  const syllables = phrases.reduce((sum, phrase) => sum + phrase.syllables, 0);
  return { samples: joined(parts), speech, syllables };
}

/** Where a clip without any noise sounds: what is within 30 dB of its loud parts, gaps under 150 ms filled. */
export function spansOf(samples: Float32Array): Span[] {
  const levels = Array.from({ length: Math.floor(samples.length / frame) }, (_, index) =>
    energyOf(samples.subarray(index * frame, (index + 1) * frame)),
  );
  const loud = levels.toSorted((a, b) => a - b)[Math.floor(levels.length * 0.95)] ?? 0;
  const spans: Span[] = [];
  levels.forEach((level, index) => {
    if (level < loud * 10 ** (-edgeDb / 10)) return;
    const [from, to] = [(index * frame) / rate, ((index + 1) * frame) / rate];
    const last = spans.at(-1);
    if (last !== undefined && from - last.to < 0.15) last.to = to;
    else spans.push({ from, to });
  });
  return spans.filter(({ from, to }) => to - from > 0.03);
}

/** A clip brought to the level of the others, its silence left out of the reckoning. */
export function levelled(samples: Float32Array, syllables: number): Phrase {
  const spoken = spansOf(samples).map(({ from, to }) =>
    samples.subarray(Math.round(from * rate), Math.round(to * rate)),
  );
  const gain = 0.08 / Math.sqrt(energyOf(joined(spoken)));
  return { samples: samples.map((sample) => gain * sample), syllables };
}

/** The pauses between spans of speech that last `shortest` seconds or more. */
export const pausesBetween = (speech: readonly Span[], shortest: number): Span[] =>
  speech
    .slice(1)
    .map((span, index) => ({ from: speech[index]?.to ?? 0, to: span.from }))
    .filter(({ from, to }) => to - from >= shortest);

/** Sounds one after the other. */
export function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Mean square of samples. */
export function energyOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return sum / Math.max(1, samples.length);
}
