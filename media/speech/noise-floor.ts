import { frameSeconds, quantileOf } from "./frames.ts";

// Longer than anybody speaks without a breath.
const reachFrames = 12 / frameSeconds;
const stepFrames = 1 / frameSeconds;
const quietShare = 0.1;
const biasDb = 2;
const deepestDb = 50;

/**
 * The level in dB of what sounds when nobody speaks, for each frame of a band: the quietest tenth of the 24 seconds around it. It is
 * never taken to lie more than 50 dB under the band's loud moments, so that digital silence does not make a breath a voice.
 */
export function noiseFloor(levels: Float32Array): Float32Array {
  const least = (quantileOf(levels, 0.95) ?? 0) - deepestDb;
  const floor = new Float32Array(levels.length);
  for (let from = 0; from < levels.length; from += stepFrames) {
    const centre = from + stepFrames / 2;
    const around = levels.subarray(Math.max(0, centre - reachFrames), centre + reachFrames);
    floor.fill(Math.max(least, (quantileOf(around, quietShare) ?? 0) + biasDb), from, from + stepFrames);
  }
  return floor;
}
