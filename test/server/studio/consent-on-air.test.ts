import { join } from "node:path";
import { readdir } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { steadyLevelAt as levelAt } from "../../support/steady-level.ts";
import { giveConsent } from "../../support/school.ts";
import { speak } from "../../support/speak.ts";
import { openStudioHouse, type StudioHouse } from "../../support/studio-house.ts";
import type { StudioPage } from "../../support/studio-page.ts";

const seconds = (count: number) => ({ timeout: count * 1_000, interval: 50 });
const lastSnapshot = (page: StudioPage) => page.all("studioChanged").at(-1);

/** Sits down and speaks in a tone; backstage, for a pupil. */
async function sit(house: StudioHouse, open: AsyncDisposableStack, who: "teacher" | 0 | 1, frequency: number) {
  const page = open.use(await house.connectAs(who));
  const { stripId, routerRtpCapabilities } = await page.join(house.showId);
  const producerId = await page.speakUp(routerRtpCapabilities);
  open.use(await speak(house.microphones.get(producerId)!, frequency, -23));
  return { page, stripId };
}

/** The show's media time, as its pages tell it. */
function airSeconds(page: StudioPage): number {
  const now = lastSnapshot(page)?.transmission;
  return now?.state === "onAir" ? (Date.now() - Date.parse(now.since)) / 1_000 : -1;
}

const onAirFor = (page: StudioPage, count: number) =>
  vi.waitFor(() => {
    expect(airSeconds(page)).toBeGreaterThan(count);
  }, seconds(30));

test("a pupil without consent leaves no byte of a show on disk, and one who withdraws on air is off it at once", async () => {
  await using house = await openStudioHouse();
  await using open = new AsyncDisposableStack();
  const [awaId, julesId] = [house.school.pupils[0].id, house.school.pupils[1].id];
  await giveConsent(house.store, awaId, "none");
  const desk = await sit(house, open, "teacher", 1_320);
  const awa = await sit(house, open, 0, 440);
  const jules = await sit(house, open, 1, 880);
  for (const { stripId } of [awa, jules]) await desk.page.must("bringIn", { stripId });
  for (const { stripId } of [desk, jules]) await desk.page.must("setStrip", { stripId, isOpen: true });
  const refused = { ok: false, error: "consent.too_narrow" };
  expect(await desk.page.ask("setStrip", { stripId: awa.stripId, isOpen: true })).toEqual(refused);

  await desk.page.must("goOnAir", {});
  await onAirFor(desk.page, 2);
  await desk.page.must("sendBackstage", { stripId: awa.stripId });
  expect(await desk.page.ask("bringIn", { stripId: awa.stripId })).toEqual(refused);
  await giveConsent(house.store, julesId, "none");
  await house.studios.refresh();
  const withdrawnAt = airSeconds(desk.page);
  await onAirFor(desk.page, withdrawnAt + 2);
  await desk.page.must("endShow", {});

  const [recording] = house.ended;
  const { directory, programmePath, tracks } = recording!;
  const [before, after] = [
    { from: 0, seconds: 1.8 },
    { from: withdrawnAt + 0.5, seconds: 1.2 },
  ];
  const measured = await Promise.all([
    levelAt(440, programmePath),
    levelAt(880, programmePath, before),
    levelAt(880, programmePath, after),
    levelAt(1_320, programmePath, after),
  ]);
  const [ofAwa, ofJulesBefore, ofJulesAfter, ofDesk] = measured;
  expect(ofAwa).toBeLessThan(-80);
  expect(ofJulesBefore).toBeCloseTo(-23, 0);
  expect(ofJulesAfter).toBeLessThan(-70);
  expect(ofDesk).toBeCloseTo(-23, 0);
  expect(tracks.map(({ stripId }) => stripId).sort()).toEqual([desk.stripId, jules.stripId].sort());
  const ofJules = tracks.find(({ stripId }) => stripId === jules.stripId)!;
  expect(await levelAt(880, ofJules.path, after)).toBeLessThan(-70);
  // Whatever is sound on this disk is one of these three, or the carts, of which none played.
  const files = (await readdir(directory)).filter((name) => /\.(opus|flac)$/.test(name) && !name.startsWith("carts-"));
  expect(files).toHaveLength(3);
  expect(await levelAt(440, join(directory, "carts-1.opus"))).toBeLessThan(-80);
  // Who was heard is written down: one of them withdrew later, and counts all the same.
  expect(house.heardPupils).toEqual([julesId]);
  expect(house.bugs).toEqual([]);
});

test("a voice that reaches less far than the show is locked; the desk and its own tablet are told how far it may go, the class is not", async () => {
  await using house = await openStudioHouse();
  await using open = new AsyncDisposableStack();
  const { channel, pupils } = house.school;
  await giveConsent(house.store, pupils[0].id, "family");
  await house.store.channels.change(channel.id, { visibility: "family" });
  const desk = open.use(await house.connectAs("teacher"));
  const awa = open.use(await house.connectAs(0));
  const jules = open.use(await house.connectAs(1));
  await desk.join(house.showId);
  const { stripId } = await awa.join(house.showId);
  await jules.join(house.showId);
  const locks = () =>
    [desk, awa, jules].map((page) => lastSnapshot(page)?.strips.find(({ id }) => id === stripId)?.lock);
  await vi.waitFor(() => expect(locks()).toEqual([null, null, null]), seconds(5));
  await house.store.channels.change(channel.id, { visibility: "public" });
  await house.studios.refresh();
  await vi.waitFor(() => expect(locks()).toEqual(["family", "family", null]), seconds(5));
});

test("a show that is deleted closes its studio, and a withdrawal reaches all others", async () => {
  await using house = await openStudioHouse();
  await using open = new AsyncDisposableStack();
  const { channel, pupils } = house.school;
  const deleted = await house.store.shows.create(channel.id, { title: "Le journal de la cour", scheduledAt: null });
  const early = open.use(await house.connectAs(2));
  await early.join(deleted.id);
  const desk = open.use(await house.connectAs("teacher"));
  await desk.join(house.showId);
  const { stripId } = await sit(house, open, 1, 880);
  await desk.must("bringIn", { stripId });
  await house.store.shows.remove(deleted.id);
  await giveConsent(house.store, pupils[1].id, "none");
  await house.studios.refresh();
  const refused = { ok: false, error: "consent.too_narrow" };
  expect(await desk.ask("setStrip", { stripId, isOpen: true })).toEqual(refused);
  expect(house.studios.count()).toBe(1);
  // Who was in it is told, and hears why they cannot come back.
  await vi.waitFor(() => expect(early.all("studioClosed")).toHaveLength(1), seconds(5));
  expect(await early.ask("join", { showId: deleted.id })).toEqual({ ok: false, error: "show.not_found" });
  expect(desk.all("studioClosed")).toEqual([]);
  expect(house.bugs).toEqual([]);
});

test("a show in which only locked voices are ready does not go on air", async () => {
  await using house = await openStudioHouse();
  await using open = new AsyncDisposableStack();
  await giveConsent(house.store, house.school.pupils[0].id, "none");
  const desk = open.use(await house.connectAs("teacher"));
  await desk.join(house.showId);
  const { stripId } = await sit(house, open, 0, 440);
  await desk.must("bringIn", { stripId });
  expect(await desk.ask("goOnAir", {})).toEqual({ ok: false, error: "studio.no_microphone" });
});
