import { rmsDbfs } from "./sound.ts";

const stepSamples = 480;

/** Stretches in which an even sound is more than 6 dB below the level that it should have, in ms, the longest first; looked at every 10 ms. */
export function holesIn(sound: Float32Array, levelDbfs: number): number[] {
  const holes: number[] = [];
  let lengthMs = 0;
  for (let at = 0; at + stepSamples <= sound.length; at += stepSamples) {
    const isHole = rmsDbfs(sound.subarray(at, at + stepSamples)) < levelDbfs - 6;
    if (!isHole && lengthMs > 0) holes.push(lengthMs);
    lengthMs = isHole ? lengthMs + 10 : 0;
  }
  return [...holes, ...(lengthMs > 0 ? [lengthMs] : [])].sort((one, other) => other - one);
}
