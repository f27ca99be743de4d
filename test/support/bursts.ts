import { readSound, toneDbfs, type Stretch } from "./sound.ts";

const sampleRate = 48_000;
const windowSeconds = 0.4;
const stepSeconds = 0.1;

/** Level of a tone in each window of 0.4 s, ten a second: within the breaths it is low, within the bursts it is the voice's. */
export function levelsOverTime(frequency: number, samples: Float32Array): number[] {
  const [width, step] = [windowSeconds * sampleRate, stepSeconds * sampleRate];
  const count = Math.max(0, Math.floor((samples.length - width) / step) + 1);
  return Array.from({ length: count }, (_, index) =>
    toneDbfs(frequency, samples.subarray(index * step, index * step + width)),
  );
}

/** How loud a known voice speaks in a stretch: the level that nine tenths of its windows stay below, so that its breaths do not count. */
export async function voiceLevelAt(frequency: number, path: string, stretch: Stretch): Promise<number> {
  const levels = levelsOverTime(frequency, await readSound(path, stretch)).sort((a, b) => a - b);
  return levels[Math.floor(levels.length * 0.9)] ?? -200;
}

/** The loudest that a voice gets in a stretch: for telling that it is absent. */
export async function loudestOf(frequency: number, path: string, stretch: Stretch): Promise<number> {
  return Math.max(...levelsOverTime(frequency, await readSound(path, stretch)));
}
