import { expect, test } from "vitest";
import { limiterLatencyFrames } from "../../../media/mixer/limiter.ts";
import type { StripId } from "../../../schemas/ids.ts";
import { endlessVoice } from "../../support/endless-voice.ts";
import { overNetwork } from "../../support/network.ts";
import { SimulatedShow } from "../../support/simulated-show.ts";
import { toneDbfs, toneSamples } from "../../support/sound.ts";

const host = "01890000-0000-7000-8000-000000000001" as StripId;
const guest = "01890000-0000-7000-8000-000000000002" as StripId;
const low = endlessVoice(toneSamples(500, -20, 1), { ssrc: 1 });
const high = endlessVoice(toneSamples(2_000, -20, 1), { ssrc: 2, firstTimestamp: 1_000 });
const part = (show: SimulatedShow, from: number, to: number) => show.sound.subarray(from * 48_000, to * 48_000);

function openTwo(): SimulatedShow {
  const show = new SimulatedShow();
  show.addVoice(host, low, overNetwork(low));
  show.addVoice(guest, high, overNetwork(high), { gainDb: -12, isOpen: true });
  return show;
}

test("each voice is heard at the gain of its own fader", () => {
  const show = openTwo();
  show.run(2);
  expect(toneDbfs(500, part(show, 0.5, 2))).toBeCloseTo(-20, 0);
  expect(toneDbfs(2_000, part(show, 0.5, 2))).toBeCloseTo(-32, 0);
});

test("a muted microphone is not heard in the programme, and opens again without waiting", () => {
  const show = openTwo();
  show.run(1);
  show.console.findStrip(host)?.set({ isOpen: false });
  show.run(1);
  show.console.findStrip(host)?.set({ isOpen: true });
  show.run(1);
  expect(toneDbfs(500, part(show, 1.1, 2))).toBeLessThan(-90);
  expect(toneDbfs(2_000, part(show, 1.1, 2))).toBeCloseTo(-32, 0);
  expect(toneDbfs(500, part(show, 2.05, 2.95))).toBeCloseTo(-20, 0);
});

test("a fader moved or closed makes no click", () => {
  const show = new SimulatedShow();
  show.addVoice(host, low, overNetwork(low));
  for (const change of [{ gainDb: -20 }, { gainDb: 6 }, { isOpen: false }, { isOpen: true, gainDb: 0 }]) {
    show.run(0.5);
    show.console.findStrip(host)?.set(change);
  }
  show.run(0.5);
  show.console.closeStrip(host);
  show.run(0.5);
  // A 500 Hz sine of peak 0.28 moves by 0.019 from sample to sample at most, and by twice that 6 dB up.
  const steps = part(show, 0.1, 3).map((sample, frame, all) => Math.abs(sample - (all[frame - 1] ?? sample)));
  expect(steps.reduce((most, step) => Math.max(most, step))).toBeLessThan(0.04);
});

test("a fader at −60 dB is off", () => {
  const show = new SimulatedShow();
  show.addVoice(host, low, overNetwork(low), { gainDb: -60, isOpen: true });
  show.run(1);
  expect(show.sound.every((sample) => sample === 0)).toBe(true);
});

test("the desk's meters move 15 times a second and show the microphone before its fader", () => {
  const show = openTwo();
  show.console.findStrip(guest)?.set({ isOpen: false });
  show.run(4);
  const last = show.levels.at(-1);
  expect(show.levels).toHaveLength(60);
  expect(last?.strips[guest]?.rmsDbfs).toBeCloseTo(-20, 0);
  expect(last?.strips[guest]?.peakDbfs).toBeCloseTo(-17, 0);
  expect(last?.programme.left.rmsDbfs).toBeCloseTo(-20, 0);
  expect(last?.shortTermLufs).toBeCloseTo(-20.7 + 3, 0);
});

test("what is said of a voice's alignment is true to the sample", () => {
  const show = new SimulatedShow();
  const click = new Float32Array(48_000);
  click[24_000] = 0.9;
  const clicks = endlessVoice(click);
  show.addVoice(host, clicks, overNetwork(clicks));
  show.run(3);
  const aligned = show.messages.find((message) => message.kind === "aligned");
  if (aligned?.kind !== "aligned") throw new Error("nothing was said");
  const firstTimestamp = 2 ** 32 - 38_400;
  const frameOfFirst = aligned.frame + ((firstTimestamp - aligned.rtpTimestamp) % 2 ** 32);
  // Opus itself is 312 frames late at 48 kHz (RFC 7845's pre-skip); that is the codec's, and the isolated track has it too.
  const loudest =
    part(show, 1, 2).reduce((at, sample, frame, all) => (sample > (all[at] ?? 0) ? frame : at), 0) + 48_000;
  const heard = (loudest - frameOfFirst - 24_000 - 312) % 48_000;
  expect(Math.abs(heard)).toBeLessThanOrEqual(48);
  expect(aligned.frame).toBe(limiterLatencyFrames);
});

test("a programme that opens later begins at frame 0, with loudness and losses of its own", () => {
  const show = openTwo();
  show.run(2);
  expect(show.console.closeProgramme()).toMatchObject({ frames: 96_000, concealedBlocks: 0, lateTicks: 0 });
  const batches: number[] = [];
  show.console.openProgramme((message) => message.kind === "batch" && batches.push(message.frame));
  expect(() => {
    show.console.openProgramme(() => undefined);
  }).toThrow("open already");
  show.run(0.26);
  expect(batches).toEqual([0, 4_800]);
  expect(show.console.closeProgramme()).toMatchObject({ frames: 12_480 });
  expect(batches).toEqual([0, 4_800, 9_600]);
});

test("a tick that comes late is counted, and the programme has no gap", () => {
  const show = openTwo();
  show.console.tick(20, 55);
  show.console.tick(40, 55);
  expect(show.console.closeProgramme()).toMatchObject({ frames: 1_920, lateTicks: 1 });
});

test("twelve hot microphones together stay at or under −1 dBTP", () => {
  const show = new SimulatedShow();
  const shout = endlessVoice(toneSamples(700, -6, 1));
  for (let number = 1; number <= 12; number++) {
    const stripId = `01890000-0000-7000-8000-0000000000${String(number).padStart(2, "0")}` as StripId;
    show.addVoice(stripId, shout, overNetwork(shout), { gainDb: 10, isOpen: true });
  }
  show.run(3);
  const summary = show.console.closeProgramme();
  expect(summary?.truePeakDbtp).toBeLessThanOrEqual(-1);
  expect(summary?.truePeakDbtp).toBeGreaterThan(-2.5);
});
