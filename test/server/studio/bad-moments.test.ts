import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { readIndex, linesOf } from "../../../media/recorder/session-index.ts";
import type { FinishedRecording } from "../../../media/recorder/finished-recording.ts";
import { hangThread } from "../../support/hang-thread.ts";
import { decode, openRtpEar } from "../../support/rtp-ear.ts";
import { scratch } from "../../support/scratch.ts";
import { toneDbfs } from "../../support/sound.ts";
import { speak } from "../../support/speak.ts";
import { steadyLevelAt as levelAt } from "../../support/steady-level.ts";
import { toneCart } from "../../support/known-cart.ts";
import { openStudioHouse } from "../../support/studio-house.ts";

const seconds = (count: number) => ({ timeout: count * 1_000, interval: 20 });

/** A teacher at −12 dB, a pupil whose microphone is closed, and a bed, on air. */
async function goOnAir() {
  await using opening = new AsyncDisposableStack();
  const bed = toneCart(opening.use(scratch()), { kind: "bed" });
  const house = opening.use(await openStudioHouse({ carts: [bed] }));
  const [desk, awa] = [opening.use(await house.connectAs("teacher")), opening.use(await house.connectAs(0))];
  const voices = opening.use(new AsyncDisposableStack());
  const sit = async (page: typeof desk, frequency: number) => {
    const { stripId, routerRtpCapabilities } = await page.join(house.showId);
    const producerId = await page.speakUp(routerRtpCapabilities);
    voices.use(await speak(house.microphones.get(producerId)!, frequency, -20));
    return stripId;
  };
  const strips = { desk: await sit(desk, 1_320), awa: await sit(awa, 440) };
  await desk.must("setDucking", { isOn: false, depthDb: 12, releaseMs: 1_000 });
  await desk.must("bringIn", { stripId: strips.awa });
  await desk.must("setStrip", { stripId: strips.desk, isOpen: true, gainDb: -12 });
  await desk.must("goOnAir", {});
  const state = () => desk.all("studioChanged").at(-1)!;
  const onAirSeconds = () => {
    const { transmission } = state();
    return transmission.state === "onAir" ? (Date.now() - Date.parse(transmission.since)) / 1_000 : -1;
  };
  const onAirFor = (count: number) => vi.waitFor(() => expect(onAirSeconds()).toBeGreaterThan(count), seconds(30));
  await vi.waitFor(() => expect(state().transmission.state).toBe("onAir"), seconds(20));
  await desk.must("playCart", { cartId: bed.cart.id });
  const end = async () => {
    const lasted = onAirSeconds();
    await desk.must("endShow", {});
    return { lasted, recording: house.ended[0]! };
  };
  const open = opening.move();
  return {
    ...{ house, desk, awa, strips, sit, state, onAirFor, end },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

/** What is heard of the three in a stretch of the programme: as the desk has set them. */
async function expectSameDesk({ programmePath }: FinishedRecording, stretch: { from: number; seconds: number }) {
  expect(await levelAt(1_320, programmePath, stretch), "the teacher").toBeCloseTo(-32, 0);
  expect(await levelAt(440, programmePath, stretch), "the closed microphone").toBeLessThan(-70);
  expect(await levelAt(300, programmePath, stretch), "the bed").toBeCloseTo(-20, 0);
}

test("the mixer's thread hangs on air: within 3 s everything is heard as before, and no voice's track has a gap", async () => {
  await using air = await goOnAir();
  const { room, returnProducerId } = await (await air.house.studios.studioOf(air.house.showId)).floor.room();
  const ear = await openRtpEar();
  await using carts = await room.forward(returnProducerId, async () => ear);
  await carts.resume();
  await air.onAirFor(2);
  await hangThread("mixer-thread.ts");
  await vi.waitFor(() => expect(air.state().interruption).not.toBeNull(), seconds(10));
  await air.onAirFor(6);
  const { lasted, recording } = await air.end();

  const gaps = linesOf(await readIndex(recording.directory), "programmeGap");
  expect(gaps).toHaveLength(1);
  const [from, missing] = [gaps[0]!.frame / 48_000, gaps[0]!.frames / 48_000];
  expect(missing).toBeLessThan(3);
  expect(air.state().interruption!.missingSeconds).toBeCloseTo(missing, 3);
  expect(Math.abs(recording.durationSeconds - lasted)).toBeLessThan(0.1);
  await expectSameDesk(recording, { from: 0.6, seconds: from - 0.8 });
  await expectSameDesk(recording, { from: from + missing + 0.4, seconds: lasted - from - missing - 0.6 });
  const track = recording.tracks.find(({ stripId }) => stripId === air.strips.desk)!;
  expect(track.gaps).toEqual([]);
  expect(track.durationSeconds).toBeGreaterThan(recording.durationSeconds - 0.3);
  expect(await levelAt(1_320, track.path, { from, seconds: missing })).toBeCloseTo(-20, 0);
  // The carts are still at everybody's ear, from the same port to the same transport.
  expect(air.state().playing).toHaveLength(1);
  const atTheEar = decode(ear.heard.map(({ payload }) => payload));
  for (const second of [atTheEar.subarray(24_000, 72_000), atTheEar.subarray(-72_000, -24_000)]) {
    expect(toneDbfs(300, second), "the bed on the return").toBeCloseTo(-20, 0);
  }
  expect(air.house.bugs).toEqual([]);
});

test("the recorder's thread dies on air: the recording goes on in further files, and the episode has both parts", async () => {
  await using air = await goOnAir();
  await air.onAirFor(2);
  await air.house.recorders.restart();
  await vi.waitFor(() => expect(air.state().interruption).not.toBeNull(), seconds(10));
  await air.onAirFor(6);
  const { lasted, recording } = await air.end();

  const { missingSeconds } = air.state().interruption!;
  expect(missingSeconds).toBeLessThan(3);
  expect(Math.abs(recording.durationSeconds - lasted)).toBeLessThan(0.15);
  await expectSameDesk(recording, { from: 0.6, seconds: 1.2 });
  await expectSameDesk(recording, { from: 2.5 + missingSeconds, seconds: lasted - missingSeconds - 2.8 });
  const tracks = recording.tracks.filter(({ stripId }) => stripId === air.strips.desk);
  expect(tracks).toHaveLength(2);
  const [before, after] = tracks.sort((a, b) => a.startSeconds - b.startSeconds);
  expect(after!.startSeconds - before!.startSeconds - before!.durationSeconds).toBeLessThan(3);
  expect(after!.startSeconds + after!.durationSeconds).toBeGreaterThan(recording.durationSeconds - 0.3);
  expect(await readFile(join(recording.directory, "session.jsonl"), "utf8")).toContain('"continued"');
  expect(air.house.bugs).toEqual([]);
});

test("the media worker dies on air: who comes in again is on the same recording, which has gone on", async () => {
  await using air = await goOnAir();
  await air.onAirFor(2);
  process.kill(air.house.sfu.workers()[0]!.pid!, "SIGKILL");
  await vi.waitFor(() => expect(air.desk.all("mediaLost")).toHaveLength(1), seconds(10));
  const { routerRtpCapabilities } = await air.desk.join(air.house.showId);
  const producerId = await air.desk.speakUp(routerRtpCapabilities);
  await using voice = await speak(air.house.microphones.get(producerId)!, 1_320, -20);
  expect(voice).toBeDefined();
  await air.onAirFor(7);
  const { lasted, recording } = await air.end();

  expect(Math.abs(recording.durationSeconds - lasted)).toBeLessThan(0.15);
  expect(await levelAt(300, recording.programmePath, { from: 0.6, seconds: lasted - 1 })).toBeCloseTo(-20, 0);
  expect(await levelAt(1_320, recording.programmePath, { from: lasted - 1.5, seconds: 1.2 })).toBeCloseTo(-32, 0);
  const tracks = recording.tracks.filter(({ stripId }) => stripId === air.strips.desk);
  const [before, after] = tracks.sort((a, b) => a.startSeconds - b.startSeconds);
  expect(after!.startSeconds - before!.startSeconds - before!.durationSeconds).toBeLessThan(3);
});
