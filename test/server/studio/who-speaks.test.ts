import { expect, test, vi } from "vitest";
import type { PupilId } from "../../../schemas/ids.ts";
import { giveConsent } from "../../support/school.ts";
import { speak } from "../../support/speak.ts";
import { steadyLevelAt as levelAt } from "../../support/steady-level.ts";
import { openStudioHouse } from "../../support/studio-house.ts";
import type { StudioPage } from "../../support/studio-page.ts";

const seconds = (count: number) => ({ timeout: count * 1_000, interval: 50 });
const lastSnapshot = (page: StudioPage) => page.all("studioChanged").at(-1);

/** The show's media time, as its pages tell it. */
function airSeconds(page: StudioPage): number {
  const now = lastSnapshot(page)?.transmission;
  return now?.state === "onAir" ? (Date.now() - Date.parse(now.since)) / 1_000 : -1;
}
const onAirUntil = (page: StudioPage, moment: number) =>
  vi.waitFor(() => {
    expect(airSeconds(page)).toBeGreaterThan(moment);
  }, seconds(30));

/** Awa's tablet, which Jules (whose family refused) and Lina share, and a desk; all speak. */
async function openShared() {
  await using opening = new AsyncDisposableStack();
  const house = opening.use(await openStudioHouse());
  const [awa, jules, lina] = house.school.pupils.map(({ id }) => id);
  await giveConsent(house.store, jules!, "none");
  const desk = opening.use(await house.connectAs("teacher"));
  const { routerRtpCapabilities } = await desk.join(house.showId);
  const producerId = await desk.speakUp(routerRtpCapabilities);
  opening.use(await speak(house.microphones.get(producerId)!, 1_320, -23));
  const tablet = opening.use(await house.connectAs(0));
  const { stripId } = await tablet.join(house.showId);
  const own = await tablet.speakUp(routerRtpCapabilities);
  opening.use(await speak(house.microphones.get(own)!, 440, -23));
  const say = (...pupilIds: PupilId[]) => desk.ask("setSpeakers", { stripId, pupilIds });
  const stripAt = (page: StudioPage) => lastSnapshot(page)?.strips.find(({ id }) => id === stripId);
  const company = (page: StudioPage) =>
    stripAt(page)?.company.map(({ name, isSpeaking }) => `${name}${isSpeaking ? "" : " listens"}`);
  const open = opening.move();
  return {
    ...{ house, desk, tablet, stripId, say, stripAt, company, awa: awa!, jules: jules!, lina: lina! },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

test("a microphone is off air and off the recording while somebody is said to speak there whose voice may not go out", async () => {
  await using at = await openShared();
  const { house, desk, stripId, say, stripAt, awa, jules, lina } = at;
  await desk.must("bringIn", { stripId });
  await desk.must("setStrip", { stripId, isOpen: true });
  await desk.must("goOnAir", {});
  await onAirUntil(desk, 2);
  expect(await say(awa, jules)).toMatchObject({ ok: true });
  const lockedAt = airSeconds(desk);
  expect(await desk.ask("setStrip", { stripId, isOpen: true })).toEqual({ ok: false, error: "consent.too_narrow" });
  await onAirUntil(desk, lockedAt + 2);
  // Lina takes over; what the lock had closed stays so until the desk opens it.
  expect(await say(lina)).toMatchObject({ ok: true });
  await vi.waitFor(() => {
    expect(at.company(desk)).toContain("Lina");
  }, seconds(5));
  expect(stripAt(desk)).toMatchObject({ isOpen: false, lock: null });
  await desk.must("setStrip", { stripId, isOpen: true });
  const againAt = airSeconds(desk);
  await onAirUntil(desk, againAt + 2);
  await desk.must("endShow", {});
  const { programmePath, tracks } = house.ended[0]!;
  const spans = { before: [0.2, 1.5], locked: [lockedAt + 0.5, 1.2], again: [againAt + 0.5, 1.2] } as const;
  const levels = async (path: string) => {
    const at = ([from, length]: readonly [number, number]) => levelAt(440, path, { from, seconds: length });
    return Promise.all([at(spans.before), at(spans.locked), at(spans.again)]);
  };
  const [before, locked, again] = await levels(programmePath);
  expect([before, again].map(Math.round)).toEqual([-23, -23]);
  expect(locked).toBeLessThan(-70);
  const track = tracks.find((each) => each.stripId === stripId)!;
  expect((await levels(track.path))[1]).toBeLessThan(-70);
  // Jules was never heard; who took over is.
  expect(house.heardPupils).toEqual([awa, lina]);
  // While the microphone was closed the track held her voice already.
  expect(house.closedPupils).toEqual([lina]);
  // Whose the microphones were and when: Awa's until the lock closed it, then Lina's once it was open again; the desk's own never was.
  expect(house.saidSpeakers).toEqual([[awa], [], [lina]]);
  expect(house.bugs).toEqual([]);
});

test("everybody sees who speaks at a shared microphone, also after a reload; those who were named are one tap away", async () => {
  await using at = await openShared();
  await at.tablet.must("tellSpeakers", { pupilIds: [at.lina] });
  using other = await at.house.connectAs(1);
  await other.join(at.house.showId);
  const pages = [at.desk, at.tablet, other];
  await vi.waitFor(() => {
    for (const page of pages) expect(at.company(page)).toEqual(["Awa listens", "Lina"]);
  }, seconds(5));
  // The tablet comes back: it finds what the station knows.
  using again = await at.house.connectAs(0);
  const { snapshot } = await again.join(at.house.showId);
  const strip = snapshot.strips.find(({ id }) => id === at.stripId)!;
  expect(strip.company.map(({ name, isSpeaking }) => [name, isSpeaking])).toEqual([
    ["Awa", false],
    ["Lina", true],
  ]);
});

test("a tablet's own word locks a voice and never unlocks it; nobody names whom the class does not know, or another's microphone", async () => {
  await using at = await openShared();
  const { tablet, desk, stripId, awa, jules } = at;
  const other = await at.house.store.classrooms.create(
    at.house.school.school.id,
    { name: "CM1", schoolYear: "2026-2027" },
    () => ({ code: "PIC 0001", codeExpiresAt: Date.now() + 60_000 }),
  );
  const stranger = await at.house.store.people.addPupil(other.id, { firstName: "Noé", bird: "pic", colour: 1 });
  expect(await tablet.ask("tellSpeakers", { pupilIds: [stranger.id] })).toEqual({
    ok: false,
    error: "pupil.not_found",
  });
  await tablet.must("tellSpeakers", { pupilIds: [awa, jules] });
  const refused = { ok: false, error: "consent.too_narrow" };
  expect(await tablet.ask("tellSpeakers", { pupilIds: [awa] })).toEqual(refused);
  expect(await tablet.ask("setSpeakers", { stripId, pupilIds: [awa] })).toEqual({
    ok: false,
    error: "session.forbidden",
  });
  expect(await desk.ask("setSpeakers", { stripId, pupilIds: [awa] })).toMatchObject({ ok: true });
  const deskStrip = lastSnapshot(desk)!.strips.find(({ voice }) => voice.kind === "teacher")!;
  const atTeacher = await desk.ask("setSpeakers", { stripId: deskStrip.id, pupilIds: [awa] });
  expect(atTeacher).toEqual({ ok: false, error: "strip.not_pupil" });
  const hostile: unknown[] = [{}, { pupilIds: [] }, { pupilIds: Array(7).fill(awa) }, { pupilIds: ["Awa"] }, [awa]];
  for (const data of hostile)
    expect(await tablet.ask("tellSpeakers", data as never)).toEqual({ ok: false, error: "request.malformed" });
  expect(at.house.bugs).toEqual([]);
});
