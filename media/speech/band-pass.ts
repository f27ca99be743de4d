import { speechRate } from "./frames.ts";

/** The sound between two frequencies, Hz: a high-pass and a low-pass of second order (Butterworth, −3 dB at each). */
export const bandPassed = (samples: Float32Array, lowestHz: number, highestHz: number): Float32Array =>
  filtered(filtered(samples, lowestHz, 1), highestHz, -1);

// Bilinear transform, as in R. Bristow-Johnson's cookbook, with a quality of √½; a high-pass's sign is 1, a low-pass's −1.
function filtered(samples: Float32Array, cutoffHz: number, sign: 1 | -1): Float32Array {
  const angle = (2 * Math.PI * cutoffHz) / speechRate;
  const alpha = Math.sin(angle) * Math.SQRT1_2;
  const feed = (1 + sign * Math.cos(angle)) / 2 / (1 + alpha);
  const back1 = (-2 * Math.cos(angle)) / (1 + alpha);
  const back2 = (1 - alpha) / (1 + alpha);
  let [state1, state2] = [0, 0];
  return samples.map((sample) => {
    const input = sample * feed;
    const output = input + state1;
    state1 = state2 - 2 * sign * input - back1 * output;
    state2 = input - back2 * output;
    return output;
  });
}
