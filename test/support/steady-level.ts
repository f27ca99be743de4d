import { readSound, toneDbfs, type Stretch } from "./sound.ts";

const windowSamples = 9_600;

/**
 * Level in dBFS that a tone has most of the time (median over 0.2 s): a packet that a busy test machine sent late is concealed, and turns the
 * tone's phase, which a measurement over seconds would take for silence.
 */
export async function steadyLevelAt(frequency: number, path: string, stretch: Stretch = {}): Promise<number> {
  const sound = await readSound(path, stretch);
  const windows = Array.from({ length: Math.floor(sound.length / windowSamples) }, (_, index) =>
    toneDbfs(frequency, sound.subarray(index * windowSamples, (index + 1) * windowSamples)),
  );
  return windows.sort((a, b) => a - b)[Math.floor(windows.length / 2)] ?? -200;
}
