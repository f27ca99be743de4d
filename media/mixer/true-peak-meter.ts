import { decibelsOf, silenceDb } from "./decibels.ts";
import { TruePeak } from "./true-peak.ts";

const silence = 10 ** (silenceDb / 20);

/** Highest true peak of a stereo programme since the last reset. Quieter stretches cost nothing, being certainly below it. */
export class TruePeakMeter {
  readonly #sides = [new TruePeak(), new TruePeak()] as const;
  #highest = silence;

  /** Hears a block of interleaved stereo. */
  measure(block: Float32Array): void {
    const [left, right] = this.#sides;
    let highest = this.#highest;
    for (let index = 0; index < block.length; index += 2) {
      const peak = Math.max(left.next(block[index] ?? 0, highest), right.next(block[index + 1] ?? 0, highest));
      if (peak > highest) highest = peak;
    }
    this.#highest = highest;
  }

  /** The highest so far, in dBTP; −100 for digital silence. */
  get truePeakDbtp(): number {
    return decibelsOf(this.#highest);
  }

  /** Begins anew. */
  reset(): void {
    this.#highest = silence;
  }
}
