import { randomNumbers } from "./network.ts";

/** Samples of white noise, mono; `levelDbfs` is its RMS. Another seed is another microphone: nothing in common with the first. */
export function noiseSamples(levelDbfs: number, seconds: number, seed = 1): Float32Array {
  const random = randomNumbers(seed);
  // Evenly spread from −1 to 1, noise has an RMS of √⅓.
  const peak = Math.sqrt(3) * 10 ** (levelDbfs / 20);
  return Float32Array.from({ length: Math.round(seconds * 48_000) }, () => peak * (2 * random() - 1));
}

/** The noise of fans and air conditioning: softer from 400 Hz up, by 6 dB an octave. `levelDbfs` is its RMS, to a decibel. */
export function fanSamples(levelDbfs: number, seconds: number, seed = 1): Float32Array {
  let state = 0;
  return noiseSamples(levelDbfs + 15.8, seconds, seed).map((sample) => (state += (sample - state) * 0.05));
}

/** The sum of sounds of the same length. */
export function mixed(...sounds: readonly Float32Array[]): Float32Array {
  return Float32Array.from(sounds[0] ?? [], (_, frame) => sounds.reduce((sum, sound) => sum + (sound[frame] ?? 0), 0));
}
