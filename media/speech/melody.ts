import { framesIn, quantileOf, speechRate, windowAround } from "./frames.ts";
import { PitchFinder, type PitchSearch } from "./pitch-candidates.ts";
import { pitchPath } from "./pitch-path.ts";

// Children reach 376 Hz when they read, so nothing is capped at 400.
const widest: PitchSearch = { lowestHz: 75, highestHz: 600, windowSeconds: 0.04 };
const periodsInWindow = 3;
const silentShare = 0.03;
const deadShare = 0.003;
const longestPeriod = Math.round(speechRate / widest.lowestHz);

/** A voice's pitch as two passes hear it, Hz per frame, 0 where there is none. */
export type Melodies = {
  /** All that repeats itself between 75 and 600 Hz: also where a voice creaks far below its own range. */
  wide: Float32Array;
  /** Within the voice's own range: the melody. */
  narrow: Float32Array;
};

/**
 * Both passes that De Looze & Hirst (2008) propose: the second looks between 0.75 times the first's lower quartile and 1.5 times its upper one,
 * 2.5 times for `isExpressive` voices. Against Praat's: docs/speech.md.
 */
export function melodiesOf(samples: Float32Array, { isExpressive = false } = {}): Melodies {
  const peaks = peaksOf(samples);
  const wide = passOver(samples, peaks, widest);
  const voiced = wide.filter((hertz) => hertz > 0);
  const [lower = widest.lowestHz, upper = widest.highestHz] = [quantileOf(voiced, 0.25), quantileOf(voiced, 0.75)];
  const lowestHz = Math.max(widest.lowestHz, 0.75 * lower);
  const highestHz = Math.min(widest.highestHz, (isExpressive ? 2.5 : 1.5) * upper);
  const windowSeconds = Math.min(widest.windowSeconds, periodsInWindow / lowestHz);
  return { wide, narrow: passOver(samples, peaks, { lowestHz, highestHz, windowSeconds }) };
}

function passOver(samples: Float32Array, peaks: Float32Array, search: PitchSearch): Float32Array {
  const finder = new PitchFinder(search);
  const loudest = peaks.reduce((most, peak) => Math.max(most, peak), 1e-9);
  const candidates = Array.from(peaks, (peak, frame) =>
    peak < loudest * deadShare ? [] : finder.candidatesAt(samples, frame),
  );
  return pitchPath(candidates, (frame) => Math.max(0, 2 - (1.45 * (peaks[frame] ?? 0)) / loudest / silentShare));
}

function peaksOf(samples: Float32Array): Float32Array {
  const window = new Float32Array(longestPeriod);
  return Float32Array.from({ length: framesIn(samples) }, (_, frame) => {
    windowAround(samples, frame, window);
    return window.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  });
}

/** What a melody comes to: its middle in Hz, and how far it moves (standard deviation in semitones); absent without voice. */
export function pitchOf(melody: Float32Array): { medianHz: number; deviationSemitones: number } | undefined {
  const voiced = melody.filter((hertz) => hertz > 0);
  const medianHz = quantileOf(voiced, 0.5);
  if (medianHz === undefined) return undefined;
  return { medianHz, deviationSemitones: deviationOf(Float64Array.from(voiced, (hertz) => 12 * Math.log2(hertz))) };
}

/** Standard deviation of values; 0 without any. */
export function deviationOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length));
}
