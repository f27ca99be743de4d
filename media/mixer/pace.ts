/** What a tick does with its voice: play the next 20 ms, leave 20 ms out first, or play the last 20 ms once more. */
export type Pace = "play" | "skip" | "repeat";

const quiet = { skipAboveMs: 25, repeatBelowMs: -8 };
const sounding = { skipAboveMs: 60, repeatBelowMs: -15 };

/** Chooses a tick's pace; `spareMs` is how much longer than wanted packets wait. A pause is used early, speech is cut only in need. */
export function paceOf(spareMs: number, isQuiet: boolean): Pace {
  const limits = isQuiet ? quiet : sounding;
  if (spareMs > limits.skipAboveMs) return "skip";
  return spareMs < limits.repeatBelowMs ? "repeat" : "play";
}

const silentEnergy = 1e-6;
const quietShare = 1 / 16;
const adaptation = 0.01;

/** Notices pauses: blocks under −60 dBFS, or 12 dB under the average of the last seconds. */
export class PauseDetector {
  #average = 0;

  /** True when the block is part of a pause; every played block is to be shown once. */
  isPause(block: Float32Array): boolean {
    let energy = 0;
    // By index: an iterator costs three times as much, and this is asked of every strip at every tick.
    for (let frame = 0; frame < block.length; frame++) energy += (block[frame] ?? 0) ** 2;
    energy /= Math.max(1, block.length);
    this.#average += (energy - this.#average) * adaptation;
    return energy < silentEnergy || energy < this.#average * quietShare;
  }
}
