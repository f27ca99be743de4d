import { expect, test } from "vitest";
import { limiterLatencyFrames } from "../../../media/mixer/limiter.ts";
import type { CartId, StripId } from "../../../schemas/ids.ts";
import { endlessVoice } from "../../support/endless-voice.ts";
import { knownCart, plainOrder } from "../../support/known-cart.ts";
import { overNetwork } from "../../support/network.ts";
import { SimulatedShow } from "../../support/simulated-show.ts";
import { toneDbfs, toneSamples } from "../../support/sound.ts";

const jingle = "01890000-0000-7000-8000-00000000000a" as CartId;
const sting = "01890000-0000-7000-8000-00000000000b" as CartId;
const stripId = "01890000-0000-7000-8000-000000000001" as StripId;
const ramp = (frame: number) => Math.fround((frame % 1_000) / 2_000);
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Runs in steps short enough for the pieces of a cart to be loaded in between. */
async function run(show: SimulatedShow, seconds: number): Promise<void> {
  for (let step = 0; step < seconds * 10; step++) {
    show.run(0.1);
    await settled();
  }
}

test("a cart begins with its first sample in the tick after play, and is whole to its last", async () => {
  const show = new SimulatedShow();
  const frames = 60_123;
  show.console.carts.load(jingle, knownCart(frames, ramp), plainOrder);
  show.run(0.5);
  show.console.carts.play(jingle);
  await run(show, 2);
  const heard = show.sound.subarray(24_000 + limiterLatencyFrames);
  expect(heard.findIndex((sample, frame) => sample !== (frame < frames ? ramp(frame) : 0))).toBe(-1);
  expect(show.sound.subarray(0, 24_000).every((sample) => sample === 0)).toBe(true);
  expect(show.endedCarts).toEqual([jingle]);
});

test("a looping cart goes round without a click, for as long as it is let", async () => {
  const show = new SimulatedShow();
  // 440 Hz does not fit into the length: without mending, its end and its beginning would be a step of 0.3.
  const bed = (frame: number) => 0.3 * Math.sin((2 * Math.PI * 440 * frame) / 48_000);
  show.console.carts.load(jingle, knownCart(48_027, bed), { ...plainOrder, isLooping: true });
  show.console.carts.play(jingle);
  await run(show, 5);
  const steps = show.sound.map((sample, frame, all) => Math.abs(sample - (all[frame - 1] ?? sample)));
  expect(steps.subarray(1_000).reduce((most, step) => Math.max(most, step))).toBeLessThan(0.025);
  expect(toneDbfs(440, show.sound.subarray(1.1 * 48_000, 1.9 * 48_000))).toBeGreaterThan(-14);
  expect(show.endedCarts).toEqual([]);
});

test("a stopped cart fades out in 300 ms and says that it ended", async () => {
  const show = new SimulatedShow();
  show.console.carts.load(
    jingle,
    knownCart(480_000, () => 0.5),
    plainOrder,
  );
  show.console.carts.play(jingle);
  await run(show, 1);
  show.console.carts.stop(jingle);
  await run(show, 1);
  const at = (seconds: number) => show.sound[Math.round(seconds * 48_000) + limiterLatencyFrames] ?? 0;
  expect([at(0.9), at(1.15), at(1.31)]).toEqual([0.5, expect.closeTo(0.25, 2), 0]);
  expect(show.endedCarts).toEqual([jingle]);
});

test("a cart played again begins again at once, and ends once", async () => {
  const show = new SimulatedShow();
  show.console.carts.load(jingle, knownCart(48_000, ramp), plainOrder);
  show.console.carts.play(jingle);
  await run(show, 0.5);
  show.console.carts.play(jingle);
  await run(show, 2);
  const again = show.sound.subarray(24_000 + limiterLatencyFrames);
  expect(again.findIndex((sample, frame) => frame > 240 && frame < 48_000 && sample !== ramp(frame))).toBe(-1);
  expect(show.endedCarts).toEqual([jingle]);
});

test("the carts' fader holds for programme and return alike, and the return has no voice in it", async () => {
  const show = new SimulatedShow();
  const voice = endlessVoice(toneSamples(2_000, -20, 1));
  show.addVoice(stripId, voice, overNetwork(voice));
  const sine = toneSamples(440, -20, 4);
  show.console.carts.load(
    jingle,
    knownCart(sine.length, (frame) => sine[frame] ?? 0),
    plainOrder,
  );
  show.console.carts.setGain(-12);
  const back: number[] = [];
  show.console.sendReturn((bus) => back.push(...bus.filter((_, index) => index % 2 === 0)));
  show.console.carts.play(jingle);
  await run(show, 3);
  expect(toneDbfs(440, show.sound.subarray(48_000))).toBeCloseTo(-32, 1);
  expect(toneDbfs(440, Float32Array.from(back.slice(48_000)))).toBeCloseTo(-32, 1);
  expect(toneDbfs(2_000, Float32Array.from(back.slice(48_000)))).toBeLessThan(-100);
});

test("a cart that throws is reported, and the voices go on", () => {
  const show = new SimulatedShow();
  const voice = endlessVoice(toneSamples(2_000, -20, 1));
  show.addVoice(stripId, voice, overNetwork(voice));
  const broken = {
    frames: 9_600,
    openReader: () => ({
      read: () => {
        throw new Error("the tape tore");
      },
    }),
  };
  show.console.carts.load(jingle, broken, plainOrder);
  show.console.carts.play(jingle);
  show.run(2);
  expect(show.faults).toHaveLength(1);
  expect(toneDbfs(2_000, show.sound.subarray(48_000))).toBeCloseTo(-20, 1);
  expect(show.endedCarts).toEqual([jingle]);
});

test("a chained cart begins at the very sample at which the one before it ends, and is told of", async () => {
  const show = new SimulatedShow();
  const [first, second] = [60_123, 30_007];
  show.console.carts.load(jingle, knownCart(first, ramp), { ...plainOrder, nextCartId: sting });
  show.console.carts.load(
    sting,
    knownCart(second, (frame) => -ramp(frame) - 0.25),
    plainOrder,
  );
  show.console.carts.play(jingle);
  await run(show, 2.5);
  const heard = show.sound.subarray(limiterLatencyFrames);
  const due = (frame: number) => {
    if (frame < first) return ramp(frame);
    return frame < first + second ? Math.fround(-ramp(frame - first) - 0.25) : 0;
  };
  expect(heard.findIndex((sample, frame) => sample !== due(frame))).toBe(-1);
  expect(show.chains).toEqual([
    [jingle, sting],
    [sting, null],
  ]);
});

test.for([960, 959, 961, 1])("carts that follow each other in a ring of %i frames leave no gap", async (frames) => {
  const show = new SimulatedShow();
  show.console.carts.load(
    jingle,
    knownCart(frames, () => 0.25),
    { ...plainOrder, nextCartId: sting },
  );
  show.console.carts.load(
    sting,
    knownCart(frames, () => 0.25),
    { ...plainOrder, nextCartId: jingle },
  );
  show.console.carts.play(jingle);
  await run(show, 0.2);
  expect(show.sound.subarray(limiterLatencyFrames).every((sample) => sample === 0.25)).toBe(true);
});

test("a cart that is stopped is not followed, and fades as long as its own order says", async () => {
  const show = new SimulatedShow();
  const order = { ...plainOrder, fadeOutSeconds: 1, nextCartId: sting };
  show.console.carts.load(
    jingle,
    knownCart(480_000, () => 0.5),
    order,
  );
  show.console.carts.load(sting, knownCart(480_000, ramp), plainOrder);
  show.console.carts.play(jingle);
  await run(show, 1);
  show.console.carts.stop(jingle);
  await run(show, 2);
  const at = (seconds: number) => show.sound[Math.round(seconds * 48_000) + limiterLatencyFrames] ?? 0;
  expect([at(0.9), at(1.5), at(1.9), at(2.01)]).toEqual([0.5, expect.closeTo(0.25, 2), expect.closeTo(0.05, 2), 0]);
  expect(show.chains).toEqual([[jingle, null]]);
});

test("each cart has a gain of its own, which can be moved while it plays, without a click", async () => {
  const show = new SimulatedShow();
  const sine = toneSamples(440, -20, 4);
  const sound = knownCart(sine.length, (frame) => sine[frame] ?? 0);
  show.console.carts.load(jingle, sound, { ...plainOrder, gainDb: -6 });
  show.console.carts.play(jingle);
  await run(show, 1);
  show.console.carts.load(jingle, sound, { ...plainOrder, gainDb: 6 });
  await run(show, 1);
  expect(toneDbfs(440, show.sound.subarray(9_600, 43_200))).toBeCloseTo(-26, 1);
  expect(toneDbfs(440, show.sound.subarray(57_600, 91_200))).toBeCloseTo(-14, 1);
  const steps = show.sound.map((sample, frame, all) => Math.abs(sample - (all[frame - 1] ?? 0)));
  expect(steps.reduce((most, step) => Math.max(most, step))).toBeLessThan(0.02);
});

test("a cart is heard from the tick that follows the order: within 20 ms and the limiter's look-ahead", async () => {
  const show = new SimulatedShow();
  show.console.carts.load(
    jingle,
    knownCart(9_600, () => 0.25),
    plainOrder,
  );
  await run(show, 1);
  const orderedAt = show.frames;
  show.console.carts.play(jingle);
  show.run(0.1);
  const waited = show.sound.subarray(orderedAt).findIndex((sample) => sample !== 0);
  // The order may have come just after the tick before.
  expect((960 + waited) / 48).toBeLessThan(40);
});
