import { framesPerBlock, framesPerSecond } from "../../schemas/programme.ts";

const blockMs = (1_000 * framesPerBlock) / framesPerSecond;
const blocksPerLook = 50;

/** How much of a core some work takes: looked at once a second, from a sum of ms that grows with every 20 ms block. */
export class WorkShare {
  /** Over the last whole second; 1 is one core. */
  share = 0;
  #blocks = 0;
  #before = 0;

  /** Takes the sum after the next block. */
  add(sumMs: number): void {
    this.#blocks++;
    if (this.#blocks < blocksPerLook) return;
    this.share = (sumMs - this.#before) / (blocksPerLook * blockMs);
    this.#blocks = 0;
    this.#before = sumMs;
  }
}
