import { bandPassed } from "./band-pass.ts";
import { decibelsOf, frameEnergies, frameSeconds, quantileOf } from "./frames.ts";
import type { Span } from "./voice-activity.ts";

const [lowestHz, highestHz] = [300, 2_500];
const smoothingHz = 18;
const prominenceDb = 2.75;
const depthDb = 25;
const edge = 0.03;

/**
 * Instants of the syllables' nuclei, in seconds: peaks of the energy between 300 and 2500 Hz, where vowels are, that rise 2.75 dB out of the
 * dips beside them and have a pitch within 50 ms in `melody`, the wide one: a syllable may creak. After de Jong & Wempe (2009), who look at the whole sound's intensity. Accuracy: docs/speech.md.
 */
export function syllableNuclei(samples: Float32Array, melody: Float32Array, speech: readonly Span[]): number[] {
  const levels = smoothedLevels(bandPassed(samples, lowestHz, highestHz));
  const loud =
    quantileOf(
      levels.filter((_, frame) => (melody[frame] ?? 0) > 0),
      0.95,
    ) ?? 0;
  return peaksOf(levels)
    .filter((frame) => (levels[frame] ?? 0) > loud - depthDb && isVoiced(melody, frame))
    .map((frame) => (frame + 0.5) * frameSeconds)
    .filter((at) => speech.some(({ from, to }) => at > from - edge && at < to + edge));
}

const isVoiced = (melody: Float32Array, frame: number) =>
  melody.subarray(Math.max(0, frame - 5), frame + 6).some((hertz) => hertz > 0);

function smoothedLevels(samples: Float32Array): Float32Array {
  const energies = frameEnergies(samples);
  // A bell that is at −3 dB at 18 Hz.
  const width = Math.sqrt(Math.LN2) / (2 * Math.PI * smoothingHz) / frameSeconds;
  const reach = Math.ceil(3 * width);
  const bell = Float32Array.from({ length: 2 * reach + 1 }, (_, index) =>
    Math.exp(-0.5 * ((index - reach) / width) ** 2),
  );
  const sum = bell.reduce((total, weight) => total + weight, 0);
  return energies.map((_, frame) =>
    decibelsOf(bell.reduce((total, weight, index) => total + weight * (energies[frame + index - reach] ?? 0), 0) / sum),
  );
}

// A peak counts once the level has risen to it, and fallen from it, by the prominence.
function peaksOf(levels: Float32Array): number[] {
  const peaks: number[] = [];
  let [isRising, peak, extreme] = [true, 0, -Infinity];
  levels.forEach((level, frame) => {
    if (isRising ? level > extreme : level < extreme) [peak, extreme] = [frame, level];
    else if (Math.abs(level - extreme) > prominenceDb) {
      if (isRising) peaks.push(peak);
      [isRising, peak, extreme] = [!isRising, frame, level];
    }
  });
  return peaks;
}
