import { framesPerBlock } from "../../schemas/programme.ts";

const capacity = 16_384;
const fadeFrames = 240;

/**
 * Decoded sound waiting for its tick: mono, in order, with the block before it kept so that it can be played again.
 * Every splice is crossfaded over 5 ms.
 */
export class SampleQueue {
  readonly #samples = new Float32Array(capacity);
  #start = framesPerBlock;
  #end = framesPerBlock;

  /** Frames waiting. */
  get frames(): number {
    return this.#end - this.#start;
  }

  /** The block that `take` would give, to look at; shorter when less is waiting. */
  get next(): Float32Array {
    return this.#samples.subarray(this.#start, Math.min(this.#end, this.#start + framesPerBlock));
  }

  /** Room for `frames` more, to be written at once; holds whatever was there. */
  extend(frames: number): Float32Array {
    if (this.#end + frames > capacity) this.#compact();
    const from = this.#end;
    this.#end = Math.min(capacity, this.#end + frames);
    return this.#samples.subarray(from, this.#end);
  }

  /** Takes 20 ms out into `block`; missing frames are silence. */
  take(block: Float32Array): void {
    if (this.frames < framesPerBlock) this.extend(framesPerBlock - this.frames).fill(0);
    block.set(this.#samples.subarray(this.#start, this.#start + framesPerBlock));
    this.#start += framesPerBlock;
  }

  /** As `take`, but plays the block before once more, so that what waits stays as it is. */
  repeat(block: Float32Array): void {
    const onward = this.#samples.slice(this.#start, this.#start + Math.min(this.frames, fadeFrames));
    this.#start -= framesPerBlock;
    this.take(block);
    fadeOver(onward, block);
  }

  /** As `take`, but leaves 20 ms out. */
  skip(block: Float32Array): void {
    this.take(block);
    const onward = block.slice(0, fadeFrames);
    this.take(block);
    fadeOver(onward, block);
  }

  /** Forgets what waits. */
  clear(): void {
    this.#samples.fill(0);
    this.#start = this.#end = framesPerBlock;
  }

  #compact(): void {
    const from = this.#start - framesPerBlock;
    this.#samples.copyWithin(0, from, this.#end);
    this.#start -= from;
    this.#end -= from;
  }
}

/** Begins `block` with `old` and goes over to the block itself within the length of `old`. */
export function fadeOver(old: Float32Array, block: Float32Array): void {
  for (let index = 0; index < old.length; index++) {
    const share = (index + 0.5) / old.length;
    block[index] = (block[index] ?? 0) * share + (old[index] ?? 0) * (1 - share);
  }
}
