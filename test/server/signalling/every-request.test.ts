import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { lentActions, type Action } from "../../../schemas/permissions.ts";
import { requestActions, requests, type RequestName } from "../../../schemas/signalling.ts";
import { honestRequests } from "../../support/honest-requests.ts";
import { secondsOnAir } from "../../support/go-on-air.ts";
import { openStudioHouse, type StudioHouse } from "../../support/studio-house.ts";
import type { StudioPage } from "../../support/studio-page.ts";

const names = Object.keys(requests) as RequestName[];
/** Whether wrong types can be told: parameters of mediasoup's own are for mediasoup to check. */
const hasOwnTypes = (name: RequestName) =>
  Object.keys(honestRequests[name]).some((key) => key !== "rtpCapabilities" && key !== "dtlsParameters");

/** What is asked without a seat in a studio, and what is said of a show that does not exist or is not heard. */
const seatless: Partial<Record<RequestName, { ok: true; data: object } | { ok: false; error: string }>> = {
  join: { ok: false, error: "show.not_found" },
  listen: { ok: false, error: "show.not_found" },
  startListening: { ok: false, error: "live.off" },
  connectListening: { ok: false, error: "live.off" },
  stopListening: { ok: true, data: {} },
};

let house: StudioHouse;
beforeAll(async () => {
  house = await openStudioHouse({ isPlain: false });
});
afterAll(async () => {
  const { bugs } = house;
  await house[Symbol.asyncDispose]();
  expect(bugs).toEqual([]);
});

const raw = (page: StudioPage, name: string, data: unknown) =>
  page.socket.timeout(10_000).emitWithAck(name, data) as Promise<{ ok: boolean; error?: string }>;

const deskRequests = names.filter((name) => requestActions[name].startsWith("desk."));
test.each(deskRequests)("a pupil who asks %s of the desk is refused", async (name) => {
  using page = await house.connectNewPupil();
  await page.join(house.showId);
  expect(await raw(page, name, honestRequests[name])).toEqual({ ok: false, error: "session.forbidden" });
});

describe("a technician with all that can be lent", () => {
  let page: StudioPage;
  let desk: StudioPage;
  beforeAll(async () => {
    desk = await house.connectAs("teacher");
    page = await house.connectNewPupil();
    await desk.join(house.showId);
    const { stripId } = await page.join(house.showId);
    await desk.must("lendDesk", { stripId, parts: ["faders", "carts"] });
  });
  afterAll(() => {
    page.socket.close();
    desk.socket.close();
  });

  const kept = deskRequests.filter((name) => lentActions[requestActions[name] as Action] === undefined);
  test.each(kept)("who asks %s of the desk is refused", async (name) => {
    expect(await raw(page, name, honestRequests[name])).toEqual({ ok: false, error: "session.forbidden" });
  });
});

describe.each(names)("%s", (name) => {
  let page: StudioPage;
  beforeAll(async () => {
    page = await house.connectNewPupil();
    await page.join(house.showId);
  });
  afterAll(() => {
    page.socket.close();
  });

  test("is not answered before the studio was joined, or for a show that does not exist", async () => {
    using outside = await house.connectNewPupil();
    const answer = seatless[name] ?? { ok: false, error: "studio.not_joined" };
    expect(await raw(outside, name, honestRequests[name])).toEqual(answer);
  });

  test.each([
    ["nothing", undefined],
    ["null", null],
    ["a number", 7],
    ["a text", "open the door"],
    ["a list", []],
    ["one field too many", { ...honestRequests[name], isAdmin: true }],
    ["fields of wrong types", Object.fromEntries(Object.keys(honestRequests[name]).map((key) => [key, { $ne: 0 }]))],
    ["bytes", Buffer.from([1, 2, 3])],
  ])("is refused with %s", async (what, data) => {
    if (what === "fields of wrong types" && !hasOwnTypes(name)) return;
    expect(await raw(page, name, data)).toEqual({ ok: false, error: "request.malformed" });
  });

  test("is refused when it is too large", async () => {
    const data = { ...honestRequests[name], ballast: "x".repeat(40_000) };
    expect(await raw(page, name, data)).toEqual({ ok: false, error: "request.too_large" });
  });

  test("without acknowledgement it is ignored", async () => {
    page.socket.emit(name, honestRequests[name]);
    page.socket.emit(name);
    page.socket.emit(name, honestRequests[name], "reply here");
    expect((await raw(page, "setMicrophone", { state: "open" })).ok).toBe(true);
  });
});

test("after the show nothing of it can be done any more, but to look, to leave and to hear which episode it became", async () => {
  await using ended = await openStudioHouse();
  using desk = await ended.connectAs("teacher");
  const { routerRtpCapabilities } = await desk.join(ended.showId);
  await desk.speakUp(routerRtpCapabilities);
  await desk.must("goOnAir", {});
  // A show without any sound is none.
  await vi.waitFor(() => expect(secondsOnAir(desk)).toBeGreaterThan(0.5), { timeout: 20_000 });
  const { episodeId } = await desk.must("endShow", {});
  const errors = new Map<string, string | undefined>();
  for (const name of names.filter((name) => name !== "leave" && !(name in seatless))) {
    errors.set(name, (await raw(desk, name, honestRequests[name])).error);
  }
  const stillAnswered = {
    closeProducer: "producer.not_found",
    setMicrophone: undefined,
    endShow: undefined,
    setAir: undefined,
  };
  const refused = Object.fromEntries([...errors.keys()].map((name) => [name, "show.ended"]));
  expect(Object.fromEntries(errors)).toEqual({ ...refused, ...stillAnswered });
  const { snapshot } = await desk.join(ended.showId);
  expect(snapshot.transmission).toMatchObject({ state: "ended", episodeId });
  await desk.must("leave", {});
  expect(ended.bugs).toEqual([]);
});
