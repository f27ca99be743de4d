import { speechRate } from "./frames.ts";
import { measureSpeech } from "./measure-speech.ts";

/** How somebody speaks right now, over the last seconds. */
export type Liveliness = {
  /** Whether there is enough voice to tell anything. */
  isHeard: boolean;
  /** Syllables per second, short pauses included. */
  syllableRate: number;
  /** How far the pitch moves, in semitones (standard deviation). Hincks (2005): r = .83 with how lively a speaker is heard to be. */
  deviationSemitones: number;
};

/** What is looked at, in seconds. */
export const livelinessSeconds = 6;
const leastSpeechSeconds = 1.5;

/** The liveliness of the last six seconds of a voice: mono samples at 16 kHz, −1 to 1. */
export function livelinessOf(samples: Float32Array): Liveliness {
  const { speech, syllableRate, pitch } = measureSpeech(samples.subarray(-livelinessSeconds * speechRate));
  const spoken = speech.reduce((sum, { from, to }) => sum + to - from, 0);
  if (spoken < leastSpeechSeconds || pitch === undefined) {
    return { isHeard: false, syllableRate: 0, deviationSemitones: 0 };
  }
  return { isHeard: true, syllableRate, deviationSemitones: pitch.deviationSemitones };
}
