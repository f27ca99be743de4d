import { existsSync, readdirSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { ManualClock } from "../../support/manual-clock.ts";
import { openStudioHouse } from "../../support/studio-house.ts";

/** A desk whose microphone is open, on a clock that stands. */
async function openDesk() {
  await using opening = new AsyncDisposableStack();
  const clock = new ManualClock();
  const house = opening.use(await openStudioHouse({ clock }));
  const desk = opening.use(await house.connectAs("teacher"));
  const { stripId, routerRtpCapabilities } = await desk.join(house.showId);
  const producerId = await desk.speakUp(routerRtpCapabilities);
  const studio = await house.studios.studioOf(house.showId);
  const reach = (state: string) => vi.waitFor(() => expect(studio.transmission.state).toBe(state));
  const open = opening.move();
  return { house, clock, desk, stripId, producerId, studio, reach, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

const recordingsIn = (directory: string) => {
  const path = `${directory}/recordings`;
  return existsSync(path) ? readdirSync(path) : [];
};

test("pressed twice, À l'antenne begins one countdown and one recording", async () => {
  await using at = await openDesk();
  await Promise.all([at.desk.must("goOnAir", {}), at.desk.must("goOnAir", {})]);
  expect(at.studio.transmission).toEqual({
    state: "countdown",
    onAirAt: new Date(at.clock.now() + 3_000).toISOString(),
  });
  at.clock.advance(2_999);
  expect(at.studio.transmission.state).toBe("countdown");
  at.clock.advance(1);
  await at.reach("onAir");
  await at.desk.must("goOnAir", {});
  expect(at.studio.transmission).toEqual({ state: "onAir", since: new Date(at.clock.now()).toISOString() });
  expect(recordingsIn(at.house.files.path)).toHaveLength(1);
  expect(at.house.started).toEqual([at.house.showId]);
});

test("a countdown that is cancelled leaves no recording, and the next one goes on air", async () => {
  await using at = await openDesk();
  await at.desk.must("goOnAir", {});
  at.clock.advance(2_900);
  await at.desk.must("cancelCountdown", {});
  await at.desk.must("cancelCountdown", {});
  at.clock.advance(5_000);
  expect(at.studio.transmission).toEqual({ state: "rehearsing" });
  expect(recordingsIn(at.house.files.path)).toEqual([]);
  await at.desk.must("goOnAir", {});
  at.clock.advance(3_000);
  await at.reach("onAir");
  expect(at.house.bugs).toEqual([]);
});

test("pressed twice, Fin ends one show and names one episode", async () => {
  await using at = await openDesk();
  expect(await at.desk.ask("endShow", {})).toEqual({ ok: false, error: "studio.not_on_air" });
  await at.desk.must("goOnAir", {});
  expect(await at.desk.ask("endShow", {})).toEqual({ ok: false, error: "studio.not_on_air" });
  at.clock.advance(3_000);
  await at.reach("onAir");
  const [first, second] = await Promise.all([at.desk.must("endShow", {}), at.desk.must("endShow", {})]);
  expect(first).toEqual(second);
  expect(at.studio.transmission).toMatchObject({ state: "ended", ...first });
  expect(await at.desk.must("endShow", {})).toEqual(first);
  expect(at.house.ended).toHaveLength(1);
});

/** A desk that pressed Fin before the first sound. In one of six tries the mixer's next 20 ms come before it, and the show is an episode. */
async function openTooQuickDesk() {
  for (let tries = 0; tries < 10; tries++) {
    const at = await openDesk();
    await at.desk.must("goOnAir", {});
    at.clock.advance(3_000);
    const answer = await at.desk.ask("endShow", {});
    if (!answer.ok) return { ...at, answer };
    await at[Symbol.asyncDispose]();
  }
  throw new Error("every show had sound");
}

test("Fin before the first sound says that nothing was recorded, and the same show goes on air again", async () => {
  await using at = await openTooQuickDesk();
  expect(at.answer).toEqual({ ok: false, error: "recording.empty" });
  expect(at.studio.transmission).toEqual({ state: "rehearsing" });
  expect(at.house.bugs).toEqual([]);
  await at.desk.must("goOnAir", {});
  at.clock.advance(3_000);
  await at.reach("onAir");
  await vi.waitFor(async () => expect((await at.house.mixers.openMixer()).stats).toBeDefined());
  expect(await at.desk.must("endShow", {})).toHaveProperty("episodeId");
});

test("on air there is no countdown to cancel", async () => {
  await using at = await openDesk();
  await at.desk.must("goOnAir", {});
  at.clock.advance(3_000);
  await at.reach("onAir");
  expect(await at.desk.ask("cancelCountdown", {})).toEqual({ ok: false, error: "studio.not_rehearsing" });
});

test("nobody goes on air while no microphone is ready", async () => {
  await using at = await openDesk();
  const refused = { ok: false, error: "studio.no_microphone" };
  await at.desk.must("setMicrophone", { state: "blocked" });
  expect(await at.desk.ask("goOnAir", {})).toEqual(refused);
  await at.desk.must("setMicrophone", { state: "open" });
  await at.desk.must("closeProducer", { producerId: at.producerId });
  expect(await at.desk.ask("goOnAir", {})).toEqual(refused);
  expect(at.studio.transmission).toEqual({ state: "rehearsing" });
});

test("a station that closes ends the show that is on air, and keeps its recording", async () => {
  const at = await openDesk();
  await at.desk.must("goOnAir", {});
  at.clock.advance(3_000);
  await at.reach("onAir");
  await vi.waitFor(async () => expect((await at.house.mixers.openMixer()).stats).toBeDefined());
  await at[Symbol.asyncDispose]();
  expect(at.house.ended).toHaveLength(1);
  expect(at.house.bugs).toEqual([]);
});

test("a show that everybody left ends after half an hour, an empty rehearsal after five minutes", async () => {
  await using at = await openDesk();
  await at.desk.must("goOnAir", {});
  at.clock.advance(3_000);
  await at.reach("onAir");
  await at.desk.must("leave", {});
  at.clock.advance(29 * 60_000);
  expect(at.house.studios.count()).toBe(1);
  at.clock.advance(60_000);
  await vi.waitFor(() => expect(at.house.ended).toHaveLength(1));
  expect(at.house.studios.count()).toBe(0);
});

test("a show that nobody ends ends by itself after four hours, and the desk is told ten minutes before", async () => {
  await using at = await openDesk();
  await at.desk.must("goOnAir", {});
  at.clock.advance(3_000);
  await at.reach("onAir");
  const endsAt = new Date(at.clock.now() + 4 * 3_600_000).toISOString();
  at.clock.advance(4 * 3_600_000 - 10 * 60_000 - 1);
  expect(at.studio.snapshot().endsAt).toBeNull();
  at.clock.advance(1);
  expect(at.studio.snapshot().endsAt).toBe(endsAt);
  at.clock.advance(10 * 60_000);
  await at.reach("ended");
  expect(at.house.ended).toHaveLength(1);
  expect(at.house.bugs).toEqual([]);
});
