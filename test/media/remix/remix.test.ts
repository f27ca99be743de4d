import { afterAll, beforeAll, expect, test } from "vitest";
import type { FinishedRecording } from "../../../media/recorder/finished-recording.ts";
import { remix } from "../../../media/remix/remix.ts";
import { remixAside } from "../../../media/remix/remix-aside.ts";
import { offsetBetween } from "../../support/alignment.ts";
import { asBefore, heard, recordShow } from "../../support/recorded-show.ts";
import { scratch } from "../../support/scratch.ts";
import { durationOf, levelAt } from "../../support/sound.ts";

const options = { signal: new AbortController().signal, onProgress: () => undefined };
const directory = scratch();
let recording: FinishedRecording;
beforeAll(async () => {
  recording = await recordShow(directory.file("recording"));
});
afterAll(() => {
  directory[Symbol.dispose]();
});

// Awa's fader moves at 4 s, the theme plays from 2 to 6 s, the teacher's strip is closed from 6 to 7.5 s.
const stretches = [
  { from: 0.5, seconds: 1.5 },
  { from: 2.2, seconds: 1.6 },
  { from: 4.4, seconds: 1.5 },
  { from: 7.8, seconds: 2 },
];

test("a voice that is left out is 40 dB down, and everybody else and the carts are as they were", async () => {
  const outputPath = directory.file("without-jules.flac");
  const way = await remix({ recording, without: [heard.jules.stripId], outputPath }, options);
  expect([way, await durationOf(outputPath)]).toEqual(["remixed", recording.durationSeconds]);
  for (const stretch of stretches) {
    const change = async (pitch: number) =>
      (await levelAt(pitch, outputPath, stretch)) - (await levelAt(pitch, recording.programmePath, stretch));
    const [jules, ...others] = await Promise.all([1_000, 440, 2_500].map(change));
    console.log(
      `from ${stretch.from} s: the voice ${jules!.toFixed(1)} dB, the others ${others.map((each) => each.toFixed(2)).join(" and ")} dB`,
    );
    expect(jules).toBeLessThan(-40);
    for (const each of others) expect(Math.abs(each)).toBeLessThan(1);
  }
  const cart = { from: 2.5, seconds: 3 };
  const cartChange =
    (await levelAt(heard.theme.pitch, outputPath, cart)) -
    (await levelAt(heard.theme.pitch, recording.programmePath, cart));
  expect(Math.abs(cartChange)).toBeLessThan(1);
  for (const frequency of [heard.awa.pitch, heard.teacher.pitch, heard.theme.pitch]) {
    const offset = await offsetBetween(recording.programmePath, outputPath, { frequency, within: 0.2 });
    expect(Math.abs(offset)).toBeLessThanOrEqual(0.001);
  }
});

test("with nobody left out, the tracks give the programme back", async () => {
  const outputPath = directory.file("whole.flac");
  await remix({ recording, without: [], outputPath }, options);
  for (const pitch of [440, 1_000, 2_500, 6_000]) {
    const stretch = { from: 2.5, seconds: 3 };
    const change =
      (await levelAt(pitch, outputPath, stretch)) - (await levelAt(pitch, recording.programmePath, stretch));
    expect(Math.abs(change)).toBeLessThan(0.3);
  }
});

test("a recording from before the mix was kept is silent where the voice may be heard", async () => {
  const before = await asBefore(recording);
  const outputPath = directory.file("silenced.flac");
  expect(before.mix).toBeUndefined();
  const way = await remix({ recording: before, without: [heard.awa.stripId], outputPath }, options);
  expect([way, await durationOf(outputPath)]).toEqual(["silenced", recording.durationSeconds]);
  expect(await levelAt(heard.awa.pitch, outputPath, { from: 0, seconds: 10 })).toBeLessThan(-80);
});

test("a remix that is stopped throws, and is gone by then", async () => {
  const stop = new AbortController();
  const shares: number[] = [];
  const onProgress = (share: number) => {
    shares.push(share);
    if (share > 0.2) stop.abort(new Error("enough"));
  };
  const order = { recording, without: [heard.awa.stripId], outputPath: directory.file("stopped.flac") };
  await expect(remixAside(order, { signal: stop.signal, onProgress })).rejects.toThrow("enough");
  expect(Math.max(...shares)).toBeLessThan(1);
});

test("a remix beside the live sound tells how far it is", async () => {
  const shares: number[] = [];
  const onProgress = (share: number) => void shares.push(share);
  const outputPath = directory.file("aside.flac");
  const way = await remixAside({ recording, without: [heard.awa.stripId], outputPath }, { ...options, onProgress });
  expect([way, shares.at(-1)! > 0.99, shares.length > 50]).toEqual(["remixed", true, true]);
  expect(await levelAt(heard.awa.pitch, outputPath, { from: 0, seconds: 10 })).toBeLessThan(-80);
});
