import { bandPassed } from "./band-pass.ts";
import { frameEnergies, frameSeconds, meanAround, speechRate } from "./frames.ts";
import { voiceActivity, type Span } from "./voice-activity.ts";

/** What turns need to know of one microphone: little enough to hold a whole show's in memory. All on the show's own time. */
export type VoiceTrack = {
  /** Energy between 300 Hz and 3 kHz, once per 10 ms of the show. */
  energies: Float32Array;
  /** Where its microphone hears somebody, whoever it is. */
  heard: Span[];
};

/** Hears a microphone's samples (16 kHz, mono), of which the first stands at `startSeconds` of the show. */
export function voiceTrack(samples: Float32Array, startSeconds = 0): VoiceTrack {
  const heard = voiceActivity(samples).map(({ from, to }) => ({ from: from + startSeconds, to: to + startSeconds }));
  const own = meanAround(frameEnergies(bandPassed(samples, 300, 3_000)), 2);
  const before = Math.max(0, Math.round(startSeconds / frameSeconds));
  const energies = new Float32Array(before + Math.ceil(samples.length / speechRate / frameSeconds));
  energies.set(own, before);
  return { energies, heard };
}
