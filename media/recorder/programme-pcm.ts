let state = 0x9e37_79b9;

/** A number between −0.5 and 0.5 (xorshift32): noise for dither needs no secrecy. */
function noise(): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state / 0x1_0000_0000;
}

/**
 * A block of the programme as 16-bit little-endian samples: triangular dither of ±1 step, clipped at full scale. Digital silence
 * stays digital silence, and what is not a number becomes silence.
 */
export function programmePcm(samples: Float32Array): Buffer {
  const pcm = new Int16Array(samples.length);
  for (let index = 0; index < samples.length; index++) {
    const sample = samples[index] ?? 0;
    if (sample === 0 || Number.isNaN(sample)) continue;
    const dithered = Math.round(sample * 32_768 + noise() + noise());
    pcm[index] = Math.max(-32_768, Math.min(32_767, dithered));
  }
  return Buffer.from(pcm.buffer);
}
