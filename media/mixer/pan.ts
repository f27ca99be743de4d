/** Amplitudes of a voice on both sides: together always of the same power, and 1 each (as without a pan) in the middle. */
export type Sides = { left: number; right: number };

/** Sides for a pan from −1 (left) to 1 (right), by the equal-power law: a voice at one side is 3 dB louder there, and off on the other. */
export function sidesOf(pan: number): Sides {
  if (pan === 0) return { left: 1, right: 1 };
  const angle = ((Math.min(1, Math.max(-1, pan)) + 1) * Math.PI) / 4;
  return { left: Math.SQRT2 * Math.cos(angle), right: Math.SQRT2 * Math.sin(angle) };
}

const rampFrames = 240;

/** Puts a mono voice into the stereo image; a moved pan arrives within 5 ms, without a click. */
export class Panner {
  #wanted: Sides = { left: 1, right: 1 };
  #now: Sides = this.#wanted;

  /** Takes effect from the next block on. */
  set(pan: number): void {
    this.#wanted = sidesOf(pan);
  }

  /** Adds a mono block to both sides of a bus of interleaved stereo. */
  mixInto(bus: Float32Array, block: Float32Array): void {
    const [from, to] = [this.#now, this.#wanted];
    this.#now = to;
    const ramp = from === to ? 0 : Math.min(rampFrames, block.length);
    for (let frame = 0; frame < ramp; frame++) {
      const rest = 1 - (frame + 1) / ramp;
      const left = to.left + (from.left - to.left) * rest;
      addTo(bus, frame, block[frame] ?? 0, left, to.right + (from.right - to.right) * rest);
    }
    for (let frame = ramp; frame < block.length; frame++) addTo(bus, frame, block[frame] ?? 0, to.left, to.right);
  }
}

function addTo(bus: Float32Array, frame: number, sample: number, left: number, right: number): void {
  bus[2 * frame] = (bus[2 * frame] ?? 0) + sample * left;
  bus[2 * frame + 1] = (bus[2 * frame + 1] ?? 0) + sample * right;
}
