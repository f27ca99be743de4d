import { readSound, toneDbfs } from "./sound.ts";

const windowSamples = 9_600;

/** The loudest that a tone is in any fifth of a second, and the share of these in which it is well heard. */
export function heardTone(frequency: number, sound: Float32Array): { most: number; share: number } {
  const levels = Array.from({ length: Math.floor(sound.length / windowSamples) }, (_, at) =>
    toneDbfs(frequency, sound.subarray(at * windowSamples, (at + 1) * windowSamples)),
  );
  return { most: Math.max(...levels), share: levels.filter((level) => level > -35).length / levels.length };
}

/** Several files, one after the other. */
export async function soundOf(paths: readonly string[]): Promise<Float32Array> {
  const sounds = await Promise.all(paths.map((path) => readSound(path)));
  return Float32Array.from(sounds.flatMap((sound) => Array.from(sound)));
}
