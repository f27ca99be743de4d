import { expect, test } from "vitest";
import { StripChain } from "../../../media/mixer/strip-chain.ts";
import type { Processing } from "../../../schemas/sound.ts";
import { babble } from "../../../server/demo/babble.ts";
import { fanSamples, mixed, noiseSamples } from "../../support/noise.ts";
import { rmsDbfs, toneDbfs, toneSamples } from "../../support/sound.ts";
import { voiceSamples } from "../../support/voices.ts";

const blockFrames = 960;
const at = (sound: Float32Array, from: number, to: number) => sound.subarray(from * 48_000, to * 48_000);

/** What a chain makes of a sound; `moves` switch stages after so many seconds. */
function processed(sound: Float32Array, ...moves: readonly [number, Partial<Processing>][]): Float32Array {
  const chain = new StripChain(() => undefined);
  const output = sound.slice();
  for (let from = 0; from + blockFrames <= output.length; from += blockFrames) {
    for (const [seconds, switches] of moves) if (Math.round(seconds * 48_000) === from) chain.set(switches);
    chain.process(output.subarray(from, from + blockFrames));
  }
  chain.rest();
  return output;
}

const largestStep = (sound: Float32Array) =>
  sound.reduce((most, sample, frame) => Math.max(most, Math.abs(sample - (sound[frame - 1] ?? sample))), 0);

test("with everything off, a voice leaves the chain as it came", () => {
  const voice = voiceSamples({ pitch: 440, levelDbfs: -20 }, 1);
  expect(processed(voice)).toEqual(voice);
});

test("the high-pass takes the rumble and leaves the voice", () => {
  const [rumble, corner, voice] = [toneSamples(40, -20, 2), toneSamples(80, -20, 2), toneSamples(400, -20, 2)];
  const levelOf = (sound: Float32Array, hz: number) =>
    toneDbfs(hz, at(processed(sound, [0, { hasHighPass: true }]), 0.5, 1.5));
  expect(levelOf(rumble, 40)).toBeCloseTo(-32.3, 0);
  expect(levelOf(corner, 80)).toBeCloseTo(-23, 1);
  expect(levelOf(voice, 400)).toBeCloseTo(-20, 1);
});

test("the gate closes in a breath, lets the noise of the room fall by 40 dB, and takes nothing off a word", () => {
  const voice = voiceSamples({ pitch: 440, levelDbfs: -20, burstSeconds: 1, breathSeconds: 1 }, 4);
  const sound = processed(mixed(voice, noiseSamples(-62, 4)), [0, { hasGate: true }]);
  expect(rmsDbfs(at(sound, 1.5, 1.95))).toBeCloseTo(-102, 0);
  expect(toneDbfs(440, at(sound, 2.1, 2.9))).toBeCloseTo(-20, 1);
  // A burst begins softly, over 20 ms: all but its first milliseconds is there.
  const [clean, gated] = [at(voice, 2.008, 2.03), at(sound, 2.008, 2.03)];
  expect(rmsDbfs(gated) - rmsDbfs(clean)).toBeGreaterThan(-0.5);
});

test.for([
  [-35, -30],
  [-26, -21.7],
  [-11, -16],
] as const)("with the preset Voix, a voice of %f dBFS leaves at %f", ([input, output]) => {
  const sound = processed(toneSamples(1_000, input, 2), [0, { hasCompressor: true }]);
  expect(toneDbfs(1_000, at(sound, 1, 2))).toBeCloseTo(output, 0);
});

test("noise suppression lowers a fan by 20 dB and more, and keeps the voice within 2 dB", () => {
  const voice = babble(4, { pitchHz: 230, throat: 1.15, seed: 3 }).map((sample) => sample / 4);
  const fan = fanSamples(-40, 4);
  const quiet = processed(fan, [0, { hasDenoiser: true }]);
  expect(rmsDbfs(at(quiet, 2, 4)) - rmsDbfs(fan)).toBeLessThan(-20);
  const cleaned = processed(mixed(voice, fan), [0, { hasDenoiser: true }]);
  expect(Math.abs(rmsDbfs(at(cleaned, 2, 4)) - rmsDbfs(at(voice, 2, 4)))).toBeLessThan(2);
});

test("a stage switched on and off makes no click", () => {
  const voice = toneSamples(300, -20, 4);
  const all = { hasHighPass: true, hasGate: true, hasCompressor: true };
  const none = { hasHighPass: false, hasGate: false, hasCompressor: false };
  const sound = processed(voice, [1, all], [2, none], [3, { hasDenoiser: true }], [3.5, { hasDenoiser: false }]);
  // The preset makes the voice 2 dB louder, and its steps with it.
  expect(largestStep(sound)).toBeLessThan(largestStep(voice) * 1.35);
});

test("a stage that rested remembers nothing of what was said before", () => {
  const chain = new StripChain(() => undefined);
  chain.set({ hasHighPass: true, hasDenoiser: true, hasGate: true, hasCompressor: true });
  const voice = toneSamples(300, -6, 1);
  for (let from = 0; from < voice.length; from += blockFrames) chain.process(voice.subarray(from, from + blockFrames));
  chain.rest();
  const silence = new Float32Array(blockFrames);
  chain.process(silence);
  expect(silence.every((sample) => sample === 0)).toBe(true);
  chain.rest();
});
