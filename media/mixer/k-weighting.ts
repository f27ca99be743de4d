// ITU-R BS.1770-4, tables 1 and 2, for 48 kHz: a shelf for the head, then a high-pass.
const shelf = {
  b0: 1.53512485958697,
  b1: -2.69169618940638,
  b2: 1.19839281085285,
  a1: -1.69065929318241,
  a2: 0.73248077421585,
};
const highPass = { a1: -1.99004745483398, a2: 0.99007225036621 };

/** One channel's K-weighting: how loud its frequencies are to a head in a room. */
export class KWeighting {
  #s1 = 0;
  #s2 = 0;
  #h1 = 0;
  #h2 = 0;

  /** Sum of the squares of one channel of `block`, weighted; `channel` of `channels` interleaved ones, frames `from` to `to`. */
  energy(block: Float32Array, channel: number, channels: number, from: number, to: number): number {
    let [s1, s2, h1, h2, energy] = [this.#s1, this.#s2, this.#h1, this.#h2, 0];
    for (let index = from * channels + channel; index < to * channels; index += channels) {
      const input = block[index] ?? 0;
      // Transposed direct form 2.
      const shelved = shelf.b0 * input + s1;
      s1 = shelf.b1 * input - shelf.a1 * shelved + s2;
      s2 = shelf.b2 * input - shelf.a2 * shelved;
      const weighted = shelved + h1;
      h1 = -2 * shelved - highPass.a1 * weighted + h2;
      h2 = shelved - highPass.a2 * weighted;
      energy += weighted * weighted;
    }
    [this.#s1, this.#s2, this.#h1, this.#h2] = [s1, s2, h1, h2].map(withoutDenormals) as [
      number,
      number,
      number,
      number,
    ];
    return energy;
  }
}

// After a loud sound the filters ring on in numbers so small that the processor crawls.
const withoutDenormals = (value: number): number => (Math.abs(value) < 1e-20 ? 0 : value);
