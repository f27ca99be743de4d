import { meanSquareOf } from "../pauses/mean-square.ts";
import { framesPerBlock } from "../../schemas/programme.ts";

/** In how many parts a block is ridden: 5 ms each. */
export const slicesPerBlock = 4;
const sliceFrames = framesPerBlock / slicesPerBlock;
const releasePerSlice = 1 - Math.exp(-5 / 50);
// −100 dBFS: in digital silence all microphones share alike.
const leastPower = 1e-10;

/** One open microphone's part in the sharing; a strip keeps its own from block to block. `ridden` is the gain at the end of each slice of the last one. */
export type Share = { power: number; gain: number | undefined; readonly ridden: Float64Array };

/** What shares: a voice after its fader, changed in place. `weight` is a factor of its power: the heavier gets more. */
export type Sharing = { readonly block: Float32Array; readonly weight: number; readonly share: Share };

/** A part that nothing was given yet. */
export const newShare = (): Share => ({ power: 0, gain: undefined, ridden: new Float64Array(slicesPerBlock).fill(1) });

/**
 * Automix by gain sharing (D. Dugan): each open microphone gets the part of one whole gain that its level has in the sum of all
 * levels. Whoever speaks has it at once (5 ms), and ten open microphones are together as noisy as one.
 */
export function shareGain(voices: readonly Sharing[]): void {
  for (let from = 0; from < framesPerBlock; from += sliceFrames) {
    let sum = 0;
    for (const { block, share, weight } of voices) {
      const power = meanSquareOf(block, from, from + sliceFrames) + leastPower;
      share.power = power > share.power ? power : share.power + (power - share.power) * releasePerSlice;
      sum += share.power * weight;
    }
    for (const voice of voices) ride(voice, from, Math.sqrt((voice.share.power * voice.weight) / sum));
  }
}

/** Lets go of the sharing within 5 ms: the gain is whole again. */
export function unshareGain({ block, share }: Sharing): void {
  share.ridden.fill(1);
  if (share.gain === undefined) return;
  ride({ block, share, weight: 1 }, 0, 1);
  forgetShare(share);
}

/** Forgets how loud a microphone was that shares no more: when it comes back, it takes from others what it is then. */
export function forgetShare(share: Share): void {
  share.power = 0;
  share.gain = undefined;
}

function ride({ block, share }: Sharing, from: number, gain: number): void {
  const before = share.gain ?? gain;
  const step = (gain - before) / sliceFrames;
  for (let frame = 0; frame < sliceFrames; frame++) {
    block[from + frame] = (block[from + frame] ?? 0) * (before + step * (frame + 1));
  }
  share.gain = gain;
  share.ridden[from / sliceFrames] = gain;
}
