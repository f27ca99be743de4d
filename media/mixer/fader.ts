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

  /** Applies the gain to a block; false when nothing is left of it. */
  process(block: Float32Array): boolean {
    const [from, to] = [this.#gain, this.#wanted];
    if (from === 0 && to === 0) return false;
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
