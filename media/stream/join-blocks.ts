/** A block that begins as one and ends as the other: the way from a block to one that did not follow it. */
export function crossfade(from: Float32Array, to: Float32Array): Float32Array {
  return from.map((sample, index) => sample + ((to[index] ?? 0) - sample) * ((index >> 1) / (from.length >> 1)));
}

/** A block played backwards, both sides together: put between a block and its repetition, it joins them without a click. */
export function reversed(block: Float32Array): Float32Array {
  return block.map((_, index) => block[block.length - 2 - index + 2 * (index % 2)] ?? 0);
}
