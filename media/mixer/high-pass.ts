import { framesPerSecond } from "../../schemas/programme.ts";
import type { Stage } from "./stage.ts";

const cutoffHz = 80;

/** Takes rumble, steps and table knocks out of a voice: second-order Butterworth at 80 Hz (−3 dB), 12 dB to the octave below. */
export class HighPass implements Stage {
  readonly #feed: number;
  readonly #back1: number;
  readonly #back2: number;
  #state1 = 0;
  #state2 = 0;

  constructor() {
    // Bilinear transform, as in R. Bristow-Johnson's cookbook, with a quality of √½.
    const angle = (2 * Math.PI * cutoffHz) / framesPerSecond;
    const alpha = Math.sin(angle) * Math.SQRT1_2;
    this.#feed = (1 + Math.cos(angle)) / 2 / (1 + alpha);
    this.#back1 = (-2 * Math.cos(angle)) / (1 + alpha);
    this.#back2 = (1 - alpha) / (1 + alpha);
  }

  process(block: Float32Array): void {
    const [feed, back1, back2] = [this.#feed, this.#back1, this.#back2];
    let [state1, state2] = [this.#state1, this.#state2];
    for (let frame = 0; frame < block.length; frame++) {
      const input = (block[frame] ?? 0) * feed;
      const output = input + state1;
      state1 = state2 - 2 * input - back1 * output;
      state2 = input - back2 * output;
      block[frame] = output;
    }
    // What is left of a voice far below hearing would become denormal numbers, which are slow.
    this.#state1 = Math.abs(state1) < 1e-20 ? 0 : state1;
    this.#state2 = Math.abs(state2) < 1e-20 ? 0 : state2;
  }
}
