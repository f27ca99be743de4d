import { framesPerBlock } from "../../schemas/programme.ts";
import { decibelsOf, silenceDb } from "./decibels.ts";
import { TruePeak } from "./true-peak.ts";

const silence = 10 ** (silenceDb / 20);

/** Highest true peak of a stereo programme since the last reset. What is certainly below it is not searched. */
export class TruePeakMeter {
  readonly #left = new TruePeak();
  readonly #right = new TruePeak();
  readonly #peaks = new Float64Array(framesPerBlock);
  #highest = silence;

  /** Hears a block of interleaved stereo, 960 frames at most. */
  measure(block: Float32Array): void {
    this.#highest = Math.max(this.#highest, this.#left.find(block, 0, this.#highest, this.#peaks));
    this.#highest = Math.max(this.#highest, this.#right.find(block, 1, this.#highest, this.#peaks));
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
