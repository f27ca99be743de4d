import type { Level } from "../../schemas/studio.ts";

/** The level of nothing: what a closed path measures. */
export const silence: Level = { peakDbfs: -100, rmsDbfs: -100 };

/** Linear amplitude (1 is full scale) to dBFS, −100 at the bottom. */
export const toDbfs = (amplitude: number): number => (amplitude <= 1e-5 ? -100 : 20 * Math.log10(amplitude));

/** Peak and RMS of samples between −1 and 1. */
export function levelOf(samples: Float32Array): Level {
  let peak = 0;
  let power = 0;
  for (const sample of samples) {
    peak = Math.max(peak, Math.abs(sample));
    power += sample * sample;
  }
  return { peakDbfs: toDbfs(peak), rmsDbfs: toDbfs(Math.sqrt(power / Math.max(1, samples.length))) };
}
