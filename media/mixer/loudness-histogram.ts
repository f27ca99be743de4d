const leastLufs = -70;
const mostLufs = 20;
const binsPerLu = 20;
const relativeGateLu = -10;

/** Loudness in LUFS of a mean square of K-weighted channels (ITU-R BS.1770-4). */
export const lufsOf = (power: number): number => Math.max(leastLufs, 10 * Math.log10(power) - 0.691);

/**
 * Integrated loudness of any length of programme in constant memory: gating blocks of 400 ms, sorted into bins of 0.05 LU with
 * their exact energy, so that only the relative gate's edge is rounded.
 */
export class LoudnessHistogram {
  readonly #counts = new Float64Array((mostLufs - leastLufs) * binsPerLu);
  readonly #powers = new Float64Array((mostLufs - leastLufs) * binsPerLu);

  /** Adds a gating block; the absolute gate at −70 LUFS leaves it out when it is not above. */
  add(power: number): void {
    const lufs = lufsOf(power);
    if (lufs <= leastLufs) return;
    const bin = Math.min(this.#counts.length - 1, Math.floor((lufs - leastLufs) * binsPerLu));
    this.#counts[bin] = (this.#counts[bin] ?? 0) + 1;
    this.#powers[bin] = (this.#powers[bin] ?? 0) + power;
  }

  /** Loudness of all blocks above the relative gate, 10 LU below the loudness of all; −70 for silence. */
  integratedLufs(): number {
    const gateLufs = lufsOf(this.#meanFrom(0)) + relativeGateLu;
    return lufsOf(this.#meanFrom(Math.max(0, Math.ceil((gateLufs - leastLufs) * binsPerLu))));
  }

  #meanFrom(bin: number): number {
    let [count, power] = [0, 0];
    for (let index = bin; index < this.#counts.length; index++) {
      count += this.#counts[index] ?? 0;
      power += this.#powers[index] ?? 0;
    }
    return count === 0 ? 0 : power / count;
  }
}
