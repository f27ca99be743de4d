import { speechRate } from "./frames.ts";

const crossings = 24;

/**
 * Mono samples of any rate at 16 kHz: a windowed sinc of 24 zero crossings to each side, flat to 7 kHz. Node's ffmpeg resamples as it
 * decodes; the browser, whose own way differs from one to the next, takes this.
 */
export function resampled(samples: Float32Array, fromRate: number): Float32Array {
  if (fromRate === speechRate) return samples;
  const step = fromRate / speechRate;
  const cutoff = 0.94 * Math.min(1, 1 / step);
  const reach = crossings / cutoff;
  return Float32Array.from({ length: Math.floor(samples.length / step) }, (_, index) => {
    const centre = index * step;
    let sum = 0;
    for (let at = Math.max(0, Math.ceil(centre - reach)); at <= centre + reach && at < samples.length; at++) {
      sum += (samples[at] ?? 0) * kernel(at - centre, cutoff, reach);
    }
    return sum;
  });
}

function kernel(distance: number, cutoff: number, reach: number): number {
  const turn = Math.PI * distance * cutoff;
  const sinc = distance === 0 ? 1 : Math.sin(turn) / turn;
  // Hann: it falls to 0 where the kernel is cut off.
  return cutoff * sinc * (0.5 + 0.5 * Math.cos((Math.PI * distance) / reach));
}
