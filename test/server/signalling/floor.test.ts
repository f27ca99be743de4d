import { describe, expect, test, vi } from "vitest";
import { ManualClock } from "../../support/manual-clock.ts";
import { watchConsumers } from "../../support/consumer-watch.ts";
import { openStudioHouse, type StudioHouse } from "../../support/studio-house.ts";
import type { StudioPage } from "../../support/studio-page.ts";

const forbidden = { ok: false, error: "session.forbidden" };

/** A teacher at the desk and two pupils who wait backstage. */
async function openFloor(clock?: ManualClock) {
  await using opening = new AsyncDisposableStack();
  const consumers = opening.use(watchConsumers());
  const house = opening.use(await openStudioHouse({ isPlain: false, ...(clock === undefined ? {} : { clock }) }));
  const sit = async (page: StudioPage) => {
    const { stripId, routerRtpCapabilities } = await page.join(house.showId);
    return { page, stripId, speak: () => page.speakUp(routerRtpCapabilities) };
  };
  const desk = await sit(opening.use(await house.connectAs("teacher")));
  const awa = await sit(opening.use(await house.connectAs(0)));
  const jules = await sit(opening.use(await house.connectAs(1)));
  const open = opening.move();
  return { house, desk, awa, jules, consumers, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

const auditOf = async (house: StudioHouse) => {
  const rows = await house.store.audit.listOf(`show:${house.showId}`);
  return rows.map(({ act, detail }) => `${act} ${detail ?? ""}`.trim()).reverse();
};

describe("behind the curtain", () => {
  test("pupils begin backstage, the teacher on the floor, and a reload on either side finds the same", async () => {
    await using at = await openFloor();
    const places = (page: StudioPage) =>
      page
        .all("studioChanged")
        .at(-1)
        ?.strips.map(({ place }) => place);
    await vi.waitFor(() => expect(places(at.awa.page)).toEqual(["floor", "backstage", "backstage"]));
    await at.desk.page.must("bringIn", { stripId: at.awa.stripId });
    at.awa.page.socket.close();
    at.desk.page.socket.close();
    using awa = await at.house.connectAs(0);
    using desk = await at.house.connectAs("teacher");
    for (const page of [awa, desk]) {
      const { snapshot } = await page.join(at.house.showId);
      expect(snapshot.strips.map(({ place }) => place)).toEqual(["floor", "floor", "backstage"]);
    }
  });

  test("a raised hand keeps its turn, and is lowered by either side or by coming in", async () => {
    const clock = new ManualClock();
    await using at = await openFloor(clock);
    const studio = await at.house.studios.studioOf(at.house.showId);
    const hand = () => studio.snapshot().strips[1]?.handRaisedAt;
    await at.awa.page.must("setHand", { isRaised: true });
    clock.advance(5_000);
    await at.awa.page.must("setHand", { isRaised: true });
    expect(hand()).toBe("2026-11-17T12:00:00.000Z");
    expect(await at.awa.page.ask("lowerHand", { stripId: at.jules.stripId })).toEqual(forbidden);
    const raised = () => studio.snapshot().strips.map(({ handRaisedAt }) => handRaisedAt !== null);
    await at.desk.page.must("lowerHand", { stripId: at.awa.stripId });
    expect(raised()).toEqual([false, false, false]);
    await at.awa.page.must("setHand", { isRaised: true });
    await at.desk.page.must("bringIn", { stripId: at.awa.stripId });
    expect(raised()).toEqual([false, false, false]);
  });

  test("who is not to be heard sends nothing to the others, and is let through without a new negotiation", async () => {
    await using at = await openFloor();
    await at.desk.speak();
    await at.awa.speak();
    const opened = await vi.waitFor(() => {
      const found = at.desk.page.all("consumerOpened").find(({ stripId }) => stripId === at.awa.stripId);
      expect(found).toBeDefined();
      return found!;
    });
    await at.desk.page.must("resumeConsumer", { consumerId: opened.consumerId });
    const isHeard = () => !at.consumers.isPaused(opened.consumerId);
    expect(isHeard(), "backstage").toBe(false);
    await at.desk.page.must("bringIn", { stripId: at.awa.stripId });
    await vi.waitFor(() => expect(isHeard(), "on the floor, in rehearsal").toBe(true));
    await at.desk.page.must("shareTable", { stripIds: [at.desk.stripId, at.awa.stripId], table: "A" });
    await vi.waitFor(() => expect(isHeard(), "at the same table").toBe(false));
    await at.desk.page.must("shareTable", { stripIds: [at.awa.stripId], table: null });
    await vi.waitFor(() => expect(isHeard(), "alone again").toBe(true));
    await at.desk.page.must("sendBackstage", { stripId: at.awa.stripId });
    await vi.waitFor(() => expect(isHeard(), "sent back").toBe(false));
    await at.desk.page.must("talkBack", { target: { kind: "backstage" } });
    await vi.waitFor(() => expect(isHeard(), "while the teacher speaks to them").toBe(true));
    expect(at.house.bugs).toEqual([]);
  });

  test("a table comes with the scanned code, until the desk says otherwise", async () => {
    await using at = await openFloor();
    const join = () => at.awa.page.must("join", { showId: at.house.showId, table: "B" });
    const tableOf = (reply: Awaited<ReturnType<typeof join>>) =>
      reply.snapshot.strips.find(({ id }) => id === at.awa.stripId)?.table;
    expect(tableOf(await join())).toBe("B");
    await at.desk.page.must("shareTable", { stripIds: [at.awa.stripId], table: null });
    expect(tableOf(await join())).toBeNull();
  });
});

describe("a lent desk", () => {
  test("lets a technician move what is lent, on pupils' strips only, and is gone at once when taken back", async () => {
    await using at = await openFloor();
    const { page, stripId } = at.awa;
    const move = (id: typeof stripId) => page.ask("setStrip", { stripId: id, gainDb: -3 });
    expect(await move(stripId)).toEqual(forbidden);
    await at.desk.page.must("lendDesk", { stripId, parts: ["faders"] });
    expect(await move(at.jules.stripId)).toEqual({ ok: true, data: {} });
    expect(await move(at.desk.stripId)).toEqual(forbidden);
    expect(await page.ask("setCartsGain", { gainDb: -3 })).toEqual(forbidden);
    await vi.waitFor(() => expect(page.all("levelsMeasured").length).toBeGreaterThan(0));
    await at.desk.page.must("lendDesk", { stripId, parts: ["carts"] });
    expect(await move(at.jules.stripId)).toEqual(forbidden);
    expect(await page.ask("setCartsGain", { gainDb: -3 })).toEqual({ ok: true, data: {} });
    await at.desk.page.must("lendDesk", { stripId, parts: [] });
    expect(await page.ask("setCartsGain", { gainDb: 0 })).toEqual(forbidden);
    expect(await auditOf(at.house)).toEqual([
      expect.stringMatching(/^desk\.lent strip 2, pupil:.*: faders$/),
      expect.stringMatching(/^desk\.lent strip 2, pupil:.*: carts$/),
      expect.stringMatching(/^desk\.takenBack strip 2, pupil:/),
    ]);
  });
});

describe("talkback", () => {
  test("needs a microphone, ends half a second late, and a teacher who is gone meanwhile comes back closed", async () => {
    const clock = new ManualClock();
    await using at = await openFloor(clock);
    const talk = () => at.desk.page.ask("talkBack", { target: { kind: "all" } });
    expect(await talk()).toEqual({ ok: false, error: "studio.no_microphone" });
    await at.desk.speak();
    await at.desk.page.must("setStrip", { stripId: at.desk.stripId, isOpen: true });
    const studio = await at.house.studios.studioOf(at.house.showId);
    const own = () => studio.snapshot().strips[0];
    expect((await talk()).ok).toBe(true);
    await at.desk.page.must("talkBack", { target: null });
    clock.advance(499);
    expect(own()?.talkingTo).toEqual({ kind: "all" });
    clock.advance(1);
    expect(own()).toMatchObject({ talkingTo: null, isOpen: true });
    await talk();
    at.desk.page.socket.close();
    await vi.waitFor(() => expect(own()).toMatchObject({ peerId: null, talkingTo: null, isOpen: false }));
  });
});

describe("moderation", () => {
  test("all microphones close at once", async () => {
    await using at = await openFloor();
    await at.desk.page.must("bringIn", { stripId: at.awa.stripId });
    for (const { stripId } of [at.desk, at.awa]) await at.desk.page.must("setStrip", { stripId, isOpen: true });
    await at.desk.page.must("muteAll", {});
    const studio = await at.house.studios.studioOf(at.house.showId);
    expect(studio.snapshot().strips.map(({ isOpen }) => isOpen)).toEqual([false, false, false]);
    expect(await auditOf(at.house)).toContain("studio.mutedAll");
  });

  test("a barred pupil stays out, also of a studio that was opened anew, until a teacher lets them back", async () => {
    const clock = new ManualClock();
    await using at = await openFloor(clock);
    await at.desk.page.must("barParticipant", { stripId: at.awa.stripId });
    expect(at.awa.page.all("participantRemoved")).toEqual([{ isBarred: true }]);
    const barred = { ok: false, error: "studio.barred" };
    const come = () => at.awa.page.ask("join", { showId: at.house.showId });
    expect(await come()).toEqual(barred);
    const seenBy = ({ page }: { page: StudioPage }) =>
      page
        .all("studioChanged")
        .at(-1)
        ?.barred.map(({ name }) => name);
    clock.advance(100);
    await vi.waitFor(() => expect([seenBy(at.desk), seenBy(at.jules)]).toEqual([["Awa"], []]));
    const former = await at.house.studios.studioOf(at.house.showId);
    await at.desk.page.must("leave", {});
    await at.jules.page.must("leave", {});
    clock.advance(6 * 60_000);
    expect(await at.house.studios.studioOf(at.house.showId)).not.toBe(former);
    expect(await come()).toEqual(barred);
    await at.desk.page.join(at.house.showId);
    await at.desk.page.must("liftBar", { pupilId: at.house.school.pupils[0].id });
    expect((await come()).ok).toBe(true);
    expect(await auditOf(at.house)).toEqual([
      expect.stringMatching(/^participant\.barred strip 2, pupil:/),
      `participant.barLifted pupil:${at.house.school.pupils[0].id}`,
    ]);
  });
});
