import { bandPassed } from "./band-pass.ts";
import { decibelsOf, frameEnergies, frameSeconds, quantileOf } from "./frames.ts";
import { secondsOf, type Span } from "./voice-activity.ts";

/** Why figures of a sound are not to be shown. */
export type Doubt = "too_little_speech" | "clipped" | "noisy" | "reverberant";

/** How far a sound can be trusted. */
export type Quality = {
  /** Reasons to show no figure of it; none when it is fit. */
  doubts: Doubt[];
  /** Share of the samples that are at the end of the scale, 0 to 1. */
  clippedShare: number;
  /** How far the voice stands over what is heard between words, dB; 60 at most. */
  snrDb: number;
  /** How long the room would take to let a sound fall by 60 dB, s, judged by the steepest ends of the speech. */
  decaySeconds: number;
};

const least = { speechSeconds: 3, snrDb: 10 };
// Near the noise only the slow falls can be seen to their end, so more is allowed there.
const most = { clippedShare: 0.001, decaySeconds: 0.55, decaySecondsInNoise: 0.7 };
const clearlySeenDb = 18;
const clear = 0.05;

/** Judges a sound before anything of it is shown: more than 0.1 % clipped, less than 10 dB over the noise, or a room that rings too long. */
export function qualityOf(samples: Float32Array, speech: readonly Span[]): Quality {
  const clippedShare =
    samples.reduce((count, sample) => count + (Math.abs(sample) >= 0.99 ? 1 : 0), 0) / Math.max(1, samples.length);
  const energies = frameEnergies(bandPassed(samples, 100, 6_000));
  const snrDb = snrOf(energies, speech);
  const decaySeconds = decayOf(energies);
  const found: Record<Doubt, boolean> = {
    too_little_speech: secondsOf(speech) < least.speechSeconds,
    clipped: clippedShare > most.clippedShare,
    noisy: snrDb < least.snrDb,
    // In louder noise no fall is seen to its end.
    reverberant:
      snrDb >= least.snrDb && decaySeconds > (snrDb < clearlySeenDb ? most.decaySecondsInNoise : most.decaySeconds),
  };
  const doubts = (Object.keys(found) as Doubt[]).filter((doubt) => found[doubt]);
  return { doubts, clippedShare, snrDb, decaySeconds };
}

function snrOf(energies: Float32Array, speech: readonly Span[]): number {
  const isIn = (frame: number, wider: number) => {
    const at = (frame + 0.5) * frameSeconds;
    return speech.some(({ from, to }) => at > from - wider && at < to + wider);
  };
  const between = energies.filter((_, frame) => !isIn(frame, clear));
  const spoken = energies.filter((_, frame) => isIn(frame, 0));
  const noise = between.reduce((sum, energy) => sum + energy, 0) / Math.max(1, between.length);
  const both = spoken.reduce((sum, energy) => sum + energy, 0) / Math.max(1, spoken.length);
  return Math.max(0, Math.min(60, decibelsOf(Math.max(0, both - noise)) - decibelsOf(noise)));
}

const fitFrames = 12;

// The steepest tenth of the falls of 120 ms that begin well above the noise: a mouth closes faster than a ringing room lets it be heard.
function decayOf(energies: Float32Array): number {
  const levels = energies.map(decibelsOf);
  const floor = quantileOf(levels, 0.1) ?? 0;
  const loud = quantileOf(levels, 0.9) ?? 0;
  const slopes: number[] = [];
  for (let frame = 0; frame + fitFrames < levels.length; frame++) {
    const [start = 0, end = 0] = [levels[frame], levels[frame + fitFrames]];
    if (start > loud - 10 && end > Math.max(floor + 3, loud - 45) && start - end > 6) slopes.push(start - end);
  }
  const steepest = quantileOf(slopes, 0.9);
  return steepest === undefined ? 0 : (60 * fitFrames * frameSeconds) / steepest;
}
