import { framesPerSecond } from "../../schemas/programme.ts";
import { meanSquareOf } from "../pauses/mean-square.ts";
import { decibelsOf } from "./decibels.ts";
import type { Stage } from "./stage.ts";

const sliceFrames = framesPerSecond / 1_000;

/** Is told a voice's level once each millisecond, and answers the gain in dB that it shall have by the end of it. */
export type GainLaw = (levelDbfs: number) => number;

/** Rides a voice's gain as a law says, in straight lines from millisecond to millisecond. Gate and compressor are such laws. */
export class Dynamics implements Stage {
  readonly #law: GainLaw;
  #gain: number | undefined;

  constructor(law: GainLaw) {
    this.#law = law;
  }

  process(block: Float32Array): void {
    for (let from = 0; from < block.length; from += sliceFrames) {
      const to = from + sliceFrames;
      const gain = 10 ** (this.#law(decibelsOf(Math.sqrt(meanSquareOf(block, from, to)))) / 20);
      const before = this.#gain ?? gain;
      const step = (gain - before) / sliceFrames;
      for (let frame = from; frame < to; frame++) {
        block[frame] = (block[frame] ?? 0) * (before + step * (frame - from + 1));
      }
      this.#gain = gain;
    }
  }
}
