import { expect, test } from "vitest";
import { denoiserLatencyFrames } from "../../../media/mixer/denoiser.ts";
import { plainProcessing } from "../../../schemas/sound.ts";
import type { StripId } from "../../../schemas/ids.ts";
import { endlessVoice } from "../../support/endless-voice.ts";
import { overNetwork } from "../../support/network.ts";
import { SimulatedShow } from "../../support/simulated-show.ts";
import { rmsDbfs, toneDbfs, toneSamples } from "../../support/sound.ts";

const host = "01890000-0000-7000-8000-000000000001" as StripId;
const guest = "01890000-0000-7000-8000-000000000002" as StripId;

/** Two open microphones, 500 and 2000 Hz at −20 dBFS, and what the desk hears of them on the cue bus. */
function openTwo() {
  const show = new SimulatedShow();
  const [low, high] = [toneSamples(500, -20, 1), toneSamples(2_000, -20, 1)].map((sound, index) =>
    endlessVoice(sound, { ssrc: index + 1 }),
  );
  show.addVoice(host, low!, overNetwork(low!));
  show.addVoice(guest, high!, overNetwork(high!), { isOpen: false });
  const cue = { parts: [] as number[], silentBlocks: 0 };
  show.console.sendCue((bus, isSilent) => {
    cue.parts.push(...bus.filter((_, index) => index % 2 === 0));
    if (isSilent) cue.silentBlocks++;
  });
  const heard = (from: number, to: number) => Float32Array.from(cue.parts.slice(from * 48_000, to * 48_000));
  return { show, cue, heard };
}

test("the desk hears the strips that it listens to, closed ones too, and nobody else hears them for it", () => {
  const { show, cue, heard } = openTwo();
  show.run(1);
  expect(cue.silentBlocks).toBe(50);
  show.console.findStrip(guest)?.set({ isCued: true });
  show.run(1);
  expect(toneDbfs(2_000, heard(1.1, 1.9))).toBeCloseTo(-20, 0);
  expect(toneDbfs(500, heard(1.1, 1.9))).toBeLessThan(-90);
  const programme = show.sound.subarray(1.1 * 48_000, 1.9 * 48_000);
  expect(toneDbfs(2_000, programme)).toBeLessThan(-90);
  expect(toneDbfs(500, programme)).toBeCloseTo(-20, 0);
  show.console.findStrip(guest)?.set({ isCued: false });
  show.run(1);
  expect(rmsDbfs(heard(2.1, 2.9))).toBe(-200);
});

test("the desk listens after the processing and before the fader", () => {
  const { show, heard } = openTwo();
  show.console.findStrip(guest)?.set({ isCued: true, gainDb: -40, processing: { trimDb: -6 } });
  show.run(2);
  expect(toneDbfs(2_000, heard(1, 2))).toBeCloseTo(-26, 0);
  expect(show.levels.at(-1)?.strips[guest]?.rmsDbfs).toBeCloseTo(-26, 0);
});

test.for([
  [-1, -17, -100],
  [-0.5, -17.7, -25.3],
  [0, -20, -20],
  [1, -100, -17],
] as const)("a voice panned to %f is at %f dBFS on the left and %f on the right", ([pan, left, right]) => {
  const { show } = openTwo();
  show.console.findStrip(host)?.set({ pan });
  show.run(2);
  const { programme } = show.levels.at(-1)!;
  expect(programme.left.rmsDbfs).toBeCloseTo(left, 0);
  expect(programme.right.rmsDbfs).toBeCloseTo(right, 0);
});

test("a voice that moves from side to side makes no click", () => {
  const { show } = openTwo();
  for (const pan of [-1, 1, 0]) {
    show.run(0.5);
    show.console.findStrip(host)?.set({ pan });
  }
  show.run(0.5);
  const steps = show.sound.map((sample, frame, all) => Math.abs(sample - (all[frame - 1] ?? sample)));
  expect(steps.subarray(4_800).reduce((most, step) => Math.max(most, step))).toBeLessThan(0.02);
});

test("who speaks into a microphone is told, open or closed; a tone that never ends is not speech for ever", () => {
  const { show } = openTwo();
  show.run(1);
  expect(show.levels.at(-1)?.strips[guest]?.isTalking).toBe(true);
  show.run(20);
  expect(show.levels.at(-1)?.strips[guest]?.isTalking).toBe(false);
});

test("noise suppression tells its 10 ms to whoever aligns the tracks, and what it costs", () => {
  const { show } = openTwo();
  show.run(1);
  show.console.findStrip(host)?.set({ processing: { ...plainProcessing, hasDenoiser: true } });
  show.run(2);
  const aligned = show.messages.filter((message) => message.kind === "aligned" && message.stripId === host);
  const [before, after] = aligned.map((message) => (message.kind === "aligned" ? message : undefined));
  const laterBy = (after!.frame - before!.frame - (after!.rtpTimestamp - before!.rtpTimestamp) + 2 ** 33) % 2 ** 32;
  expect(laterBy).toBe(denoiserLatencyFrames);
  expect(show.levels.at(-1)?.denoisingShare).toBeGreaterThan(0);
});
