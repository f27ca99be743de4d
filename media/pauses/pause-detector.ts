import { meanSquareOf } from "./mean-square.ts";

const silentEnergy = 1e-6;
const quietShare = 1 / 16;
const adaptation = 0.01;

/** Notices pauses between words: blocks under −60 dBFS, or 12 dB under the average of the last seconds. */
export class PauseDetector {
  #average = 0;

  /** Whether the block is part of a pause; every played block is to be shown once, in order. */
  isPause(block: Float32Array): boolean {
    const energy = meanSquareOf(block);
    this.#average += (energy - this.#average) * adaptation;
    return energy < silentEnergy || energy < this.#average * quietShare;
  }
}
