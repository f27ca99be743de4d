import { expect, test } from "vitest";
import { DelayLine } from "../../../media/stream/delay-line.ts";
import { inStereo } from "../../support/fake-programme.ts";
import { rmsDbfs, toneDbfs, toneSamples } from "../../support/sound.ts";

const blocksPerSecond = 50;

/** A delay line on a simulated clock: for every 20 ms one block goes in and one comes out. */
function openLine(delaySeconds: number) {
  const line = new DelayLine(delaySeconds);
  const heard: Float32Array[] = [];
  let frame = 0;
  const pull = () => {
    const block = line.pull();
    if (block !== undefined) heard.push(block.filter((_, index) => index % 2 === 0));
    return block !== undefined;
  };
  /** Speaks a sound, while its listeners hear what is due. */
  const speak = (sound: Float32Array) => {
    for (let at = 0; at + 960 <= sound.length; at += 960, frame += 960) {
      line.push(frame, inStereo(sound.subarray(at, at + 960)));
      pull();
    }
  };
  const soundOf = (from: number, seconds: number) => {
    const blocks = heard.slice(Math.round(from * blocksPerSecond), Math.round((from + seconds) * blocksPerSecond));
    return Float32Array.from(blocks.flatMap((block) => [...block]));
  };
  /** Hears the rest, and tells how many seconds that was. */
  const hearOut = () => {
    let blocks = 0;
    while (pull()) blocks += 1;
    return blocks / blocksPerSecond;
  };
  return { line, speak, soundOf, hearOut, seconds: () => heard.length / blocksPerSecond };
}

const tone = (frequency: number, seconds: number) => toneSamples(frequency, -20, seconds);
const silence = (seconds: number) => new Float32Array(seconds * 48_000);

test("what is said is heard ten seconds later, sample for sample; until then a soft chord says that something comes", () => {
  const { speak, soundOf, line } = openLine(10);
  speak(tone(1_000, 15));
  expect(line.pipe()).toEqual({ heldSeconds: 10, parts: [{ kind: "programme", seconds: 10 }] });
  expect(toneDbfs(1_000, soundOf(0, 10))).toBeLessThan(-80);
  const hold = rmsDbfs(soundOf(2, 4));
  expect(hold).toBeGreaterThan(-40);
  expect(hold).toBeLessThan(-24);
  // The first block fades in.
  const expected = tone(1_000, 5).subarray(960);
  expect(soundOf(10.02, 4.98).every((sample, at) => Math.abs(sample - expected[at]!) < 1e-6)).toBe(true);
});

test("a tone that is cut is never heard; what was said before and after is, and the output never stops", () => {
  const { line, speak, soundOf, hearOut, seconds } = openLine(10);
  speak(tone(500, 12));
  speak(tone(1_000, 4));
  const removed = line.cut(5);
  // The four seconds of the tone and the last second before it.
  expect(removed).toEqual({ seconds: 5, passages: [{ from: 11 * 48_000, to: 16 * 48_000 }] });
  expect(line.pipe()).toEqual({
    heldSeconds: 5,
    parts: [
      { kind: "programme", seconds: 5 },
      { kind: "cover", seconds: 5 },
    ],
  });
  speak(tone(2_000, 6));
  line.drain();
  expect(hearOut()).toBe(10);
  expect(seconds()).toBe(32);
  expect(toneDbfs(1_000, soundOf(0, 32))).toBeLessThan(-90);
  expect(toneDbfs(500, soundOf(11, 9.9))).toBeGreaterThan(-21);
  expect(toneDbfs(2_000, soundOf(26.1, 5.8))).toBeGreaterThan(-21);
  // The cover: a bell at first, then the chord, never silence and never loud.
  expect(rmsDbfs(soundOf(21, 1))).toBeGreaterThan(-34);
  for (let at = 21.2; at < 25.5; at += 0.2) expect(rmsDbfs(soundOf(at, 0.2))).toBeGreaterThan(-45);
});

test("pressed again, more is removed, until the delay is empty; when its cover has been played the delay is whole again", () => {
  const { line, speak } = openLine(10);
  speak(tone(500, 20));
  expect(line.cut(5)?.seconds).toBe(5);
  speak(tone(500, 1));
  // The second since, and four of the five that were left.
  expect(line.cut(5)).toEqual({
    seconds: 5,
    passages: [
      { from: 11 * 48_000, to: 15 * 48_000 },
      { from: 20 * 48_000, to: 21 * 48_000 },
    ],
  });
  expect(line.cut(5)).toBeUndefined();
  speak(tone(500, 0.1));
  expect(line.cut(5)).toBeUndefined();
  expect(line.pipe().heldSeconds).toBe(0);
  speak(tone(500, 10));
  expect(line.pipe()).toEqual({ heldSeconds: 10, parts: [{ kind: "programme", seconds: 10 }] });
});

test("what was said before a cut and comes after it is taken out too, and nothing that was there before", () => {
  const { line, speak, soundOf, hearOut } = openLine(10);
  speak(tone(500, 12));
  expect(line.cut(2)?.passages).toEqual([{ from: 10 * 48_000, to: 12 * 48_000 }]);
  expect(line.cutSince(12 * 48_000)).toBeUndefined();
  speak(tone(1_000, 0.2));
  expect(line.cutSince(12 * 48_000)).toEqual({ from: 12 * 48_000, to: 12.2 * 48_000 });
  speak(tone(500, 4));
  line.drain();
  expect(hearOut()).toBe(10);
  expect(toneDbfs(1_000, soundOf(20, 4))).toBeLessThan(-80);
  expect(toneDbfs(500, soundOf(12, 7.9))).toBeGreaterThan(-21);
  expect(toneDbfs(500, soundOf(22.3, 3.6))).toBeGreaterThan(-21);
});

test("at the end listeners hear the last words, and these can still be cut", () => {
  const { line, speak, soundOf, hearOut, seconds } = openLine(10);
  speak(tone(500, 12));
  speak(tone(1_000, 2));
  line.drain();
  expect(line.cut(3)?.seconds).toBe(3);
  expect(hearOut()).toBe(10);
  expect(toneDbfs(1_000, soundOf(0, seconds()))).toBeLessThan(-90);
  expect(toneDbfs(500, soundOf(14, 6.9))).toBeGreaterThan(-21);
});

test("a show that was shorter than its delay is heard at once when it ends", () => {
  const { line, speak, soundOf, hearOut } = openLine(10);
  speak(tone(500, 3));
  line.drain();
  expect(hearOut()).toBe(3);
  expect(toneDbfs(500, soundOf(3.1, 2.8))).toBeGreaterThan(-21);
});

test("what is abandoned never goes out", () => {
  const { line, speak, hearOut } = openLine(10);
  speak(tone(500, 12));
  line.abandon();
  expect(hearOut()).toBe(0);
});

test("more delay is made by stretching the pauses, less by shortening them; words stay whole, without a click", () => {
  const { line, speak, soundOf, seconds } = openLine(5);
  const sentence = () => {
    speak(tone(500, 1.5));
    speak(silence(0.5));
  };
  for (let count = 0; count < 5; count += 1) sentence();
  line.setDelay(8);
  for (let count = 0; count < 10; count += 1) sentence();
  expect(line.pipe().heldSeconds).toBeCloseTo(8, 0);
  line.setDelay(4);
  for (let count = 0; count < 30; count += 1) sentence();
  expect(line.pipe().heldSeconds).toBeCloseTo(4, 0);
  // Nothing of the tone was doubled or left out: each word has its whole length.
  const sound = soundOf(5, seconds() - 5);
  const words = lengthsAbove(sound, 0.01);
  expect(words.slice(1, -1).every((length) => Math.abs(length - 1.5) < 0.03)).toBe(true);
  // A sine of this level moves by no more than 0.0093 from sample to sample.
  expect(sound.every((sample, at) => Math.abs(sample - (sound[at - 1] ?? 0)) < 0.012)).toBe(true);
});

test("a mixer that stands still is bridged by the chord, and the delay comes back to what was wanted", () => {
  const { line, speak, soundOf, seconds } = openLine(0);
  speak(tone(500, 3));
  for (let count = 0; count < 25; count += 1) line.pull();
  for (let count = 0; count < 5; count += 1) {
    speak(tone(500, 1));
    speak(silence(0.5));
  }
  expect(line.pipe().parts.reduce((sum, part) => sum + part.seconds, 0)).toBeLessThan(0.3);
  expect(toneDbfs(500, soundOf(0.3, 2.5))).toBeGreaterThan(-21);
  expect(seconds()).toBeGreaterThan(10);
});

/** Lengths in seconds of what is louder than `threshold`, apart by 100 ms at least. */
function lengthsAbove(sound: Float32Array, threshold: number): number[] {
  const lengths: number[] = [];
  let [begun, last] = [-1, -1];
  sound.forEach((sample, at) => {
    if (Math.abs(sample) > threshold) {
      if (begun < 0 || at - last > 4_800) {
        if (begun >= 0) lengths.push((last - begun) / 48_000);
        begun = at;
      }
      last = at;
    }
  });
  return [...lengths, (last - begun) / 48_000];
}
