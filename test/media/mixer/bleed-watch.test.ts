import { describe, expect, test } from "vitest";
import { BleedWatch } from "../../../media/mixer/bleed-watch.ts";
import type { StripId } from "../../../schemas/ids.ts";
import { babble } from "../../../server/demo/babble.ts";

const [near, far] = ["near", "far"] as unknown as [StripId, StripId];
const seconds = 16;

/** A voice that says nothing, at a level in dBFS. */
function voice(seed: number, levelDbfs = -23): Float32Array {
  const said = babble(seconds, { pitchHz: 180 + (seed % 5) * 25, throat: 1.1 + (seed % 5) * 0.03, seed });
  const rms = Math.sqrt(said.reduce((sum, sample) => sum + sample * sample, 0) / said.length);
  return Float32Array.from(said, (sample) => (sample * 10 ** (levelDbfs / 20)) / rms);
}

/** What a microphone gives: voices, each so many dB down and samples late, and the hiss of a room at −65 dBFS. */
function microphone(...heard: [sound: Float32Array, gainDb: number, late: number][]): Float32Array {
  let chance = 12_345;
  return Float32Array.from({ length: seconds * 48_000 }, (_, index) => {
    chance = (chance * 1_103_515_245 + 12_345) & 0x7fffffff;
    const hiss = (chance / 0x7fffffff - 0.5) * 2 * 10 ** (-60 / 20);
    return heard.reduce((sum, [sound, gainDb, late]) => sum + (sound[index - late] ?? 0) * 10 ** (gainDb / 20), hiss);
  });
}

/** How many of the seconds the two microphones were taken for hearing each other. */
function secondsOfBleed(one: Float32Array, other: Float32Array): number {
  const watch = new BleedWatch();
  let count = 0;
  for (let block = 0; block < seconds * 50; block += 1) {
    watch.hear(near, one.subarray(block * 960, (block + 1) * 960));
    watch.hear(far, other.subarray(block * 960, (block + 1) * 960));
    watch.tick();
    if (block % 50 === 49 && watch.pairs().length > 0) count += 1;
  }
  return count;
}

const [awa, jules] = [voice(100), voice(117)];

describe("two microphones hear each other", () => {
  test.for([-6, -12, -20])("when one gets the other's voice %i dB down, a network's delay later", (gainDb) => {
    expect(secondsOfBleed(microphone([awa, 0, 0]), microphone([awa, gainDb, 4_800]))).toBeGreaterThanOrEqual(6);
  });

  test("when both speak and each gets the other at half its level", () => {
    const one = microphone([awa, 0, 0], [jules, -6, 240]);
    expect(secondsOfBleed(one, microphone([jules, 0, 0], [awa, -6, 240]))).toBeGreaterThanOrEqual(4);
  });
});

describe("two microphones do not hear each other", () => {
  test.for([
    [100, 117],
    [134, 168],
    [151, 185],
    [117, 151],
  ] as const)("when two people speak on their own (%i, %i)", ([one, other]) => {
    expect(secondsOfBleed(microphone([voice(one), 0, 0]), microphone([voice(other), 0, 0]))).toBe(0);
  });

  test("when one of them is silent, or hears the other too softly to matter", () => {
    expect(secondsOfBleed(microphone([awa, 0, 0]), microphone())).toBe(0);
    expect(secondsOfBleed(microphone([awa, 0, 0]), microphone([awa, -36, 4_800]))).toBe(0);
  });
});
