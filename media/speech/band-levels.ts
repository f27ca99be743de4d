import FFT from "fft.js";
import { decibelsOf, framesIn, speechRate, windowAround } from "./frames.ts";

const size = 512;
const bandCount = 18;
const [lowestHz, highestHz] = [120, 7_000];

const mel = (hertz: number) => 2_595 * Math.log10(1 + hertz / 700);
const hertz = (mels: number) => 700 * (10 ** (mels / 2_595) - 1);

/** First bin of each band, and the one after the last: the bands are as wide as hearing's (mel scale). */
const edges = Array.from({ length: bandCount + 1 }, (_, band) => {
  const at = mel(lowestHz) + ((mel(highestHz) - mel(lowestHz)) * band) / bandCount;
  return Math.round((hertz(at) * size) / speechRate);
});

const hann = Float32Array.from(
  { length: size },
  (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (index + 0.5)) / size),
);

/** Level of each of 18 bands from 120 Hz to 7 kHz, one row of dB per band, one value per frame (32 ms Hann windows). */
export function bandLevels(samples: Float32Array): Float32Array[] {
  const fft = new FFT(size);
  const spectrum = fft.createComplexArray();
  const window = new Float32Array(size);
  const frames = framesIn(samples);
  const rows = Array.from({ length: bandCount }, () => new Float32Array(frames));
  for (let frame = 0; frame < frames; frame++) {
    windowAround(samples, frame, window);
    for (let index = 0; index < size; index++) window[index] = (window[index] ?? 0) * (hann[index] ?? 0);
    fft.realTransform(spectrum, window);
    rows.forEach((row, band) => (row[frame] = decibelsOf(powerOf(spectrum, band) / size ** 2)));
  }
  return rows;
}

function powerOf(spectrum: readonly number[], band: number): number {
  const [from, to] = [edges[band] ?? 0, edges[band + 1] ?? 0];
  let sum = 0;
  for (let bin = 2 * from; bin < 2 * to; bin++) sum += (spectrum[bin] ?? 0) ** 2;
  return sum / Math.max(1, to - from);
}
