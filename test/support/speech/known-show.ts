import { pinkNoise } from "./degrade.ts";
import { knownSpeech } from "./vowels.ts";
import type { Span } from "./passage.ts";

/** Who speaks from when on, and how many syllables of a fifth of a second. */
export type Line = { voice: number; at: number; syllables: number };

/** A show of which everything is known: each microphone's sound, and where its own voice speaks. */
export type KnownShow = { microphones: Float32Array[]; speech: Span[][] };

const rate = 16_000;
const lateness = 0.004;
const leadSeconds = 0.6;
const pitches = [210, 265, 320, 140];

/** Microphones that hear each other so many decibels softer, a little late, over a room's noise 50 dB under the voices. */
export function knownShow(lines: readonly Line[], voices: number, bleedDb: number, seconds: number): KnownShow {
  const speech: Span[][] = Array.from({ length: voices }, () => []);
  const own = speech.map(() => new Float32Array(seconds * rate));
  for (const { voice, at, syllables } of lines) {
    const pitch = pitches[voice] ?? 200;
    // A voice sways a little, so that no two lines are the same wave.
    const line = knownSpeech({ phrases: [syllables], pitchAt: (time) => pitch * (1 + 0.08 * Math.sin(3 * time + at)) });
    const spoken = line.samples.subarray(leadSeconds * rate, Math.round((leadSeconds + syllables * 0.2) * rate));
    own[voice]?.set(spoken, Math.round(at * rate));
    speech[voice]?.push({ from: at, to: at + syllables * 0.2 });
  }
  const gain = 10 ** (bleedDb / 20);
  const late = Math.round(lateness * rate);
  const microphones = own.map((voice, index) => {
    const noise = pinkNoise(voice.length, index + 1);
    return voice.map((sample, at) => {
      const others = own.reduce((sum, other) => (other === voice ? sum : sum + (other[at - late] ?? 0)), 0);
      return sample + gain * others + 0.0002 * (noise[at] ?? 0);
    });
  });
  return { microphones, speech };
}
