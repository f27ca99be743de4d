import type { PitchCandidate } from "./pitch-candidates.ts";

// Costs of P. Boersma's path finder ("Accurate short-term analysis of the fundamental frequency", 1993), that of a jump higher than
// Praat's, which has more candidates to choose from.
const costs = { voicing: 0.45, octave: 0.02, jump: 0.5, change: 0.14 };

type Step = { hertz: number; gain: number; from: number };

/**
 * The melody through the frames' candidates that is strong and does not jump: Hz per frame, 0 where no candidate is worth a voice.
 * `quietness` is 0 where a frame is loud and up to 1 where it is silent, which makes its voice less likely.
 */
export function pitchPath(candidates: readonly PitchCandidate[][], quietness: (frame: number) => number): Float32Array {
  const steps: Step[][] = [];
  candidates.forEach((found, frame) => {
    const silent = { hertz: 0, strength: costs.voicing + quietness(frame) };
    const before = steps.at(-1) ?? [{ hertz: 0, gain: 0, from: 0 }];
    steps.push([silent, ...found].map((candidate) => bestStep(before, candidate)));
  });
  return walkedBack(steps);
}

function bestStep(before: readonly Step[], { hertz, strength }: PitchCandidate): Step {
  const own = hertz === 0 ? strength : strength - costs.octave * Math.log2(600 / hertz);
  let best = { hertz, gain: -Infinity, from: 0 };
  before.forEach((step, from) => {
    const gain = step.gain + own - costOf(step.hertz, hertz);
    if (gain > best.gain) best = { hertz, gain, from };
  });
  return best;
}

function costOf(from: number, to: number): number {
  if (from === 0 && to === 0) return 0;
  return from === 0 || to === 0 ? costs.change : costs.jump * Math.abs(Math.log2(from / to));
}

function walkedBack(steps: readonly Step[][]): Float32Array {
  const path = new Float32Array(steps.length);
  const last = steps.at(-1) ?? [];
  let at = last.reduce((best, step, index) => (step.gain > (last[best]?.gain ?? -Infinity) ? index : best), 0);
  for (let frame = steps.length - 1; frame >= 0; frame--) {
    const step = steps[frame]?.[at];
    path[frame] = step?.hertz ?? 0;
    at = step?.from ?? 0;
  }
  return path;
}
