import { expect, test, vi } from "vitest";
import { microphoneParameters } from "../../support/browser-parameters.ts";
import { openStudioHouse } from "../../support/studio-house.ts";
import { openStudioPage } from "../../support/studio-page.ts";
import { seedSchool } from "../../support/school.ts";

test("without a session there is no socket, and none for another site's page", async () => {
  await using house = await openStudioHouse();
  const cookie = await house.cookieOf(house.holders.teacher);
  await expect(openStudioPage(house.url, {})).rejects.toThrow("session.missing");
  await expect(openStudioPage(house.url, { cookie: "antenne_session=guessed" })).rejects.toThrow("session.missing");
  const foreign = openStudioPage(house.url, { cookie, origin: "https://elsewhere.test" });
  await expect(foreign).rejects.toThrow();
  const handshake = (origin: string) =>
    fetch(`${house.url}/socket.io/?EIO=4&transport=polling`, { headers: { cookie, origin } });
  expect((await handshake("https://elsewhere.test")).status).toBe(403);
  expect(await (await handshake("null")).text()).toContain("request.foreign_origin");
  expect((await handshake(house.url)).status).toBe(200);
  using page = await openStudioPage(house.url, { cookie });
  expect((await page.join(house.showId)).isDesk).toBe(true);
});

test("a class of another school finds no such show", async () => {
  await using house = await openStudioHouse();
  const other = await seedSchool(house.store, { name: "Une autre école" });
  using page = await house.connectAs(0);
  using stranger = await house.connect({
    ...{ role: "pupil", pupilId: other.pupils[0].id, classroomId: other.classroom.id, schoolId: other.school.id },
  });
  expect(await stranger.ask("join", { showId: house.showId })).toEqual({ ok: false, error: "show.not_found" });
  expect(await page.ask("join", { showId: other.show.id })).toEqual({ ok: false, error: "show.not_found" });
  expect(house.studios.count()).toBe(0);
});

test("a pupil may not hold the desk", async () => {
  await using house = await openStudioHouse();
  using pupil = await house.connectAs(0);
  const { isDesk, stripId } = await pupil.join(house.showId);
  expect(isDesk).toBe(false);
  const refused = { ok: false, error: "session.forbidden" };
  expect(await pupil.ask("setStrip", { stripId, isOpen: true })).toEqual(refused);
  expect(await pupil.ask("goOnAir", {})).toEqual(refused);
  expect(await pupil.ask("endShow", {})).toEqual(refused);
});

test("whoever comes back finds the same strip, with gain and mute", async () => {
  await using house = await openStudioHouse();
  using desk = await house.connectAs("teacher");
  await desk.join(house.showId);
  const before = await house.connectAs(0);
  const { stripId, peerId } = await before.join(house.showId);
  await desk.must("bringIn", { stripId });
  await desk.must("setStrip", { stripId, gainDb: -9, isOpen: true });
  const strip = () =>
    desk
      .all("studioChanged")
      .at(-1)
      ?.strips.find(({ id }) => id === stripId);
  before.socket.close();
  await vi.waitFor(() => expect(strip()).toMatchObject({ peerId: null, link: { quality: "lost" } }));
  using again = await house.connectAs(0);
  const back = await again.join(house.showId);
  expect(back.stripId).toBe(stripId);
  expect(back.peerId).not.toBe(peerId);
  expect(back.snapshot.strips.find(({ id }) => id === stripId)).toMatchObject({
    ...{ peerId: back.peerId, gainDb: -9, isOpen: true, number: 2, name: "Awa" },
  });
});

test("a second tab of one person replaces the first, which hears it and may do nothing more", async () => {
  await using house = await openStudioHouse();
  using first = await house.connectAs(0);
  using second = await house.connectAs(0);
  const former = await first.join(house.showId);
  await first.speakUp(former.routerRtpCapabilities);
  const { stripId, snapshot } = await second.join(house.showId);
  expect(stripId).toBe(former.stripId);
  expect(snapshot.strips).toHaveLength(1);
  await vi.waitFor(() => expect(first.all("peerReplaced")).toHaveLength(1));
  expect(await first.ask("openTransport", { direction: "send" })).toEqual({ ok: false, error: "studio.not_joined" });
  first.socket.close();
  const { id: transportId } = await second.must("openTransport", { direction: "send" });
  await second.must("produce", { transportId, rtpParameters: microphoneParameters(3) });
  expect(second.all("studioChanged").at(-1)?.strips ?? snapshot.strips).toMatchObject([{ id: stripId }]);
  expect(house.bugs).toEqual([]);
});

test("a page that joins twice replaces itself without a word", async () => {
  await using house = await openStudioHouse();
  using page = await house.connectAs(0);
  const [first, second] = await Promise.all([page.join(house.showId), page.join(house.showId)]);
  expect(first.stripId).toBe(second.stripId);
  expect(page.all("peerReplaced")).toEqual([]);
  await page.must("openTransport", { direction: "send" });
});

test("the thirteenth pupil waits outside until somebody leaves", async () => {
  await using house = await openStudioHouse();
  const pages = [];
  for (let count = 0; count < 13; count += 1) pages.push(await house.connectNewPupil());
  const last = pages.pop()!;
  for (const page of pages) await page.join(house.showId);
  expect(await last.ask("join", { showId: house.showId })).toEqual({ ok: false, error: "studio.full" });
  await pages[3]!.must("leave", {});
  expect((await last.join(house.showId)).snapshot.strips).toHaveLength(12);
  for (const page of [...pages, last]) page.socket.close();
});

test("who is sent out hears it, and may come back to the same strip", async () => {
  await using house = await openStudioHouse();
  using desk = await house.connectAs("teacher");
  await desk.join(house.showId);
  using pupil = await house.connectAs(0);
  const { stripId } = await pupil.join(house.showId);
  await desk.must("removeParticipant", { stripId });
  await vi.waitFor(() => expect(pupil.all("participantRemoved")).toHaveLength(1));
  expect(await pupil.ask("setMicrophone", { state: "open" })).toEqual({ ok: false, error: "studio.not_joined" });
  expect((await pupil.join(house.showId)).stripId).toBe(stripId);
});

test("when the class code is renewed, the pupils' sockets are dropped and the teacher's stay", async () => {
  await using house = await openStudioHouse();
  using desk = await house.connectAs("teacher");
  using pupil = await house.connectAs(0);
  await Promise.all([desk.join(house.showId), pupil.join(house.showId)]);
  await house.store.sessions.endPupilsOf(house.school.classroom.id);
  await house.signalling.recheckSessions();
  await vi.waitFor(() => expect(pupil.socket.connected).toBe(false));
  await vi.waitFor(() => {
    const strips = desk.all("studioChanged").at(-1)?.strips;
    expect(strips?.map(({ peerId }) => peerId === null)).toEqual(expect.arrayContaining([true, false]));
  });
  expect(desk.socket.connected).toBe(true);
});

test("jobs of the classroom are told to its staff only", async () => {
  await using house = await openStudioHouse();
  const other = await seedSchool(house.store, { name: "Une autre école" });
  using desk = await house.connectAs("teacher");
  using pupil = await house.connectAs(0);
  using stranger = await house.connect({ role: "teacher", accountId: other.teacher.id, schoolId: other.school.id });
  const job = {
    id: other.show.id as never,
    kind: "render-episode",
    state: "running",
    progress: 0.4,
    attempts: 1,
    error: null,
  } as const;
  house.signalling.announceJob(job, house.school.classroom.id);
  await vi.waitFor(() => expect(desk.all("jobChanged")).toEqual([job]));
  // Each has asked and been answered since: what was sent before has arrived.
  await Promise.all([pupil.ask("leave", {}), stranger.ask("leave", {})]);
  expect([pupil.heard, stranger.heard]).toEqual([[], []]);
});
