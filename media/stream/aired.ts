/** Blocks of what was aired last: 6 s, so that a listener's player has three segments at once. */
const keptBlocks = 300;

/** What has left the delay lately, so that an encoder that starts now has something to give at once. */
export class Aired {
  readonly #blocks: Float32Array[] = [];
  #count: number;

  /** `count` blocks of the stream went out elsewhere. */
  constructor(count = 0) {
    this.#count = count;
  }

  /** Takes a block that goes out now. */
  push(block: Float32Array): void {
    this.#count += 1;
    this.#blocks.push(block);
    if (this.#blocks.length > keptBlocks) this.#blocks.shift();
  }

  /** The last `seconds` that went out, and the second of the stream with which they begin. */
  last(seconds: number): { fromSeconds: number; blocks: readonly Float32Array[] } {
    const blocks = seconds === 0 ? [] : this.#blocks.slice(-Math.round(seconds * 50));
    return { fromSeconds: (this.#count - blocks.length) / 50, blocks };
  }
}
