import { gainOf } from "./decibels.ts";
import type { Fader as FaderPosition } from "./mixer.ts";

const rampFrames = 240;

/** A gain with a mute, moved in a straight line over 5 ms so that no step is heard. */
export class Fader {
  readonly #channels: number;
  #position: FaderPosition;
  #gain: number;

  constructor(position: FaderPosition, channels: 1 | 2) {
    this.#channels = channels;
    this.#position = { ...position };
    this.#gain = this.#wanted;
  }

  /** Takes effect from the next block. */
  set(change: { gainDb?: number; isOpen?: boolean }): void {
    this.#position = { ...this.#position, ...change };
  }

  /** The gain at the end of the last block. */
  get gain(): number {
    return this.#gain;
  }

  /** Nothing comes through, and nothing will with the next block. */
  get isOff(): boolean {
    return this.#gain === 0 && this.#wanted === 0;
  }

  /** Applies the gain to a block; false when nothing is left of it. */
  process(block: Float32Array): boolean {
    if (this.isOff) return false;
    const [from, to] = [this.#gain, this.#wanted];
    this.#gain = to;
    const ramp = from === to ? 0 : this.#channels * rampFrames;
    for (let index = 0; index < ramp; index++) {
      block[index] = (block[index] ?? 0) * (from + ((to - from) * (index + 1)) / ramp);
    }
    if (to !== 1) for (let index = ramp; index < block.length; index++) block[index] = (block[index] ?? 0) * to;
    return true;
  }

  get #wanted(): number {
    return this.#position.isOpen ? gainOf(this.#position.gainDb) : 0;
  }
}
