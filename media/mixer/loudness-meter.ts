import { framesPerSecond } from "../../schemas/programme.ts";
import { KWeighting } from "./k-weighting.ts";
import { LoudnessHistogram, lufsOf } from "./loudness-histogram.ts";

const stepFrames = framesPerSecond / 10;
const momentarySteps = 4;
const shortTermSteps = 30;

/** Loudness of a programme by EBU R128 (Tech 3341): momentary, short-term and integrated. */
export class LoudnessMeter {
  readonly #weights: readonly number[];
  readonly #filters: readonly KWeighting[];
  /** Mean squares of the last 3 s, in steps of 100 ms. */
  readonly #steps = new Float64Array(shortTermSteps);
  #histogram = new LoudnessHistogram();
  #step = 0;
  #stepsSinceReset = 0;
  #energy = 0;
  #frames = 0;
  #integratedLufs = lufsOf(0);

  /** `weights` has one entry per interleaved channel: 1, or 1.41 for a surround channel. */
  constructor(weights: readonly number[] = [1, 1]) {
    this.#weights = weights;
    this.#filters = weights.map(() => new KWeighting());
  }

  /** Hears a block of any length. */
  measure(block: Float32Array): void {
    const frames = block.length / this.#weights.length;
    for (let from = 0; from < frames;) {
      const to = Math.min(frames, from + stepFrames - this.#frames);
      this.#weights.forEach((weight, channel) => {
        const energy = this.#filters[channel]?.energy(block, channel, this.#weights.length, from, to) ?? 0;
        this.#energy += weight * energy;
      });
      this.#frames += to - from;
      from = to;
      if (this.#frames === stepFrames) this.#endStep();
    }
  }

  /** Loudness of the last 400 ms; −70 for silence. */
  get momentaryLufs(): number {
    return lufsOf(this.#meanOf(momentarySteps));
  }

  /** Loudness of the last 3 s. */
  get shortTermLufs(): number {
    return lufsOf(this.#meanOf(shortTermSteps));
  }

  /** Gated loudness since the last reset. */
  get integratedLufs(): number {
    return this.#integratedLufs;
  }

  /** Begins the integrated loudness anew. */
  reset(): void {
    this.#histogram = new LoudnessHistogram();
    this.#integratedLufs = lufsOf(0);
    this.#stepsSinceReset = this.#frames = this.#energy = 0;
  }

  #endStep(): void {
    this.#steps[this.#step] = this.#energy / stepFrames;
    this.#step = (this.#step + 1) % shortTermSteps;
    this.#energy = this.#frames = 0;
    if (++this.#stepsSinceReset < momentarySteps) return;
    this.#histogram.add(this.#meanOf(momentarySteps));
    this.#integratedLufs = this.#histogram.integratedLufs();
  }

  #meanOf(steps: number): number {
    let sum = 0;
    for (let back = 1; back <= steps; back++)
      sum += this.#steps[(this.#step - back + shortTermSteps) % shortTermSteps] ?? 0;
    return sum / steps;
  }
}
