import type { Level } from "../../schemas/studio.ts";
import { decibelsOf } from "./decibels.ts";

const nothing = () => ({ leftPeak: 0, rightPeak: 0, leftEnergy: 0, rightEnergy: 0, frames: 0 });

/** Peak and RMS of a stereo signal since the last look. */
export class LevelMeter {
  #seen = nothing();

  /** Hears a block of interleaved stereo, or of one voice twice as long; answers the block's own RMS in dBFS. */
  measure(block: Float32Array): number {
    let { leftPeak, rightPeak, leftEnergy, rightEnergy } = this.#seen;
    for (let index = 0; index < block.length; index += 2) {
      const left = block[index] ?? 0;
      const right = block[index + 1] ?? 0;
      if (left > leftPeak || -left > leftPeak) leftPeak = Math.abs(left);
      if (right > rightPeak || -right > rightPeak) rightPeak = Math.abs(right);
      leftEnergy += left * left;
      rightEnergy += right * right;
    }
    const energy = leftEnergy + rightEnergy - this.#seen.leftEnergy - this.#seen.rightEnergy;
    this.#seen = { leftPeak, rightPeak, leftEnergy, rightEnergy, frames: this.#seen.frames + block.length / 2 };
    return decibelsOf(Math.sqrt(Math.max(0, energy) / block.length));
  }

  /** Both sides as one, and begins anew. */
  take(): Level {
    const { leftPeak, rightPeak, leftEnergy, rightEnergy, frames } = this.#seen;
    this.#seen = nothing();
    return levelOf(Math.max(leftPeak, rightPeak), leftEnergy + rightEnergy, 2 * frames);
  }

  /** Each side for itself, and begins anew. */
  takeSides(): { left: Level; right: Level } {
    const { leftPeak, rightPeak, leftEnergy, rightEnergy, frames } = this.#seen;
    this.#seen = nothing();
    return { left: levelOf(leftPeak, leftEnergy, frames), right: levelOf(rightPeak, rightEnergy, frames) };
  }
}

const levelOf = (peak: number, energy: number, count: number): Level => ({
  peakDbfs: decibelsOf(peak),
  rmsDbfs: decibelsOf(Math.sqrt(energy / Math.max(1, count))),
});
