import { endOf } from "../../schemas/soundbite-span.ts";
import type { Soundbite } from "../../schemas/soundbites.ts";

/** A waveform in the audiowaveform JSON format: pairs of minimum and maximum, each of as many samples. */
export type Waveform = { sample_rate: number; samples_per_pixel: number; bits: number; data: readonly number[] };

/** Below this share of full scale nobody is heard: −45 dB. */
const quiet = 0.005_6;
/** What an encoding may take from the end of a sound. */
const tolerance = 0.25;

/** Which extracts an episode that was made anew still holds: those that end within it, and in which somebody is still heard. */
export function fittingSoundbites(
  soundbites: readonly Soundbite[],
  { durationSeconds, waveform }: { durationSeconds: number; waveform: Waveform },
): { kept: Soundbite[]; lost: Soundbite[] } {
  const isThere = (soundbite: Soundbite) =>
    endOf(soundbite) <= durationSeconds + tolerance && loudestIn(soundbite, waveform) > quiet;
  return {
    kept: soundbites.filter(isThere),
    lost: soundbites.filter((soundbite) => !isThere(soundbite)),
  };
}

function loudestIn(soundbite: Soundbite, { sample_rate, samples_per_pixel, bits, data }: Waveform): number {
  const at = (seconds: number) => 2 * Math.floor((seconds * sample_rate) / samples_per_pixel);
  const heard = data.slice(at(soundbite.startSeconds), at(endOf(soundbite)) + 2);
  return heard.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 2 ** (bits - 1);
}
