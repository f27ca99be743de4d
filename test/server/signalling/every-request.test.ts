import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ErrorCode } from "../../../schemas/errors.ts";
import { requestActions, requests, type RequestName } from "../../../schemas/signalling.ts";
import { dtlsParameters, microphoneParameters } from "../../support/browser-parameters.ts";
import { openStudioHouse, type StudioHouse } from "../../support/studio-house.ts";
import type { StudioPage } from "../../support/studio-page.ts";

const names = Object.keys(requests) as RequestName[];
const id = randomUUID();

/** Each request as an honest page would make it, about things that do not exist. */
const examples: Record<RequestName, Record<string, unknown>> = {
  join: { showId: id },
  leave: {},
  openTransport: { direction: "send", forceTcp: false },
  connectTransport: { transportId: id, dtlsParameters },
  restartIce: { transportId: id },
  produce: { transportId: id, rtpParameters: microphoneParameters(1) },
  closeProducer: { producerId: id },
  consume: { transportId: id, rtpCapabilities: {} },
  resumeConsumer: { consumerId: id },
  setMicrophone: { state: "open" },
  setStrip: { stripId: id, gainDb: 0, isOpen: true },
  setCartsGain: { gainDb: 0 },
  playCart: { cartId: id },
  stopCart: { cartId: id },
  goOnAir: {},
  cancelCountdown: {},
  endShow: {},
  removeParticipant: { stripId: id },
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
const open = { leave: [] as StudioPage[] };
/** A page of a pupil of its own, so that nobody's brake is another's. */
async function freshPupil() {
  const newPupil = { firstName: "Ami", bird: "pic", colour: 1 } as const;
  const { id: pupilId } = await house.store.people.addPupil(house.school.classroom.id, newPupil);
  return house.connect(house.holders.pupil(pupilId));
}

describe.each(names)("%s", (name) => {
  test("is not answered before the studio was joined, or for a show that does not exist", async () => {
    using page = await house.connectAs("teacher");
    const error = name === "join" ? "show.not_found" : "studio.not_joined";
    expect(await raw(page, name, examples[name])).toEqual({ ok: false, error });
  });

  test.each([
    ["nothing", undefined],
    ["null", null],
    ["a number", 7],
    ["a text", "open the door"],
    ["a list", []],
    ["one field too many", { ...examples[name], isAdmin: true }],
    ["fields of wrong types", Object.fromEntries(Object.keys(examples[name]).map((key) => [key, { $ne: 0 }]))],
    ["bytes", Buffer.from([1, 2, 3])],
  ])("is refused with %s", async (what, data) => {
    using page = await house.connectAs("teacher");
    await page.join(house.showId);
    if (what === "fields of wrong types" && Object.keys(examples[name]).length === 0) return;
    expect(await raw(page, name, data)).toEqual({ ok: false, error: "request.malformed" });
  });

  test("is refused when it is too large", async () => {
    using page = await house.connectAs("teacher");
    await page.join(house.showId);
    const data = { ...examples[name], ballast: "x".repeat(40_000) };
    expect(await raw(page, name, data)).toEqual({ ok: false, error: "request.too_large" });
  });

  test.runIf(requestActions[name] === "desk.operate")("is refused to a pupil", async () => {
    using page = await house.connectAs(0);
    await page.join(house.showId);
    expect(await raw(page, name, examples[name])).toEqual({ ok: false, error: "session.forbidden" });
  });

  test("without acknowledgement it is ignored", async () => {
    using page = await house.connectAs("teacher");
    await page.join(house.showId);
    page.socket.emit(name, examples[name]);
    page.socket.emit(name);
    page.socket.emit(name, examples[name], "reply here");
    expect((await raw(page, "setMicrophone", { state: "open" })).ok).toBe(true);
  });
});

const json = fc.jsonValue({ maxDepth: 3 });

/** The value with something in it replaced by something else. */
const damaged = (value: unknown): fc.Arbitrary<unknown> => {
  if (typeof value !== "object" || value === null) return json;
  const entries = Object.entries(value);
  if (entries.length === 0) return json;
  const within = fc.nat(entries.length - 1).chain((index) => {
    const [key, inner] = entries[index]!;
    const put = (changed: unknown) => (Array.isArray(value) ? value.with(index, changed) : { ...value, [key]: changed });
    return damaged(inner).map(put);
  });
  return fc.oneof({ weight: 4, arbitrary: within }, { weight: 1, arbitrary: json });
};

const isAnswer = (answer: unknown) => {
  const { ok, error } = answer as { ok: boolean; error?: string };
  if (ok) return;
  expect(ErrorCode.options).toContain(error);
  expect(error).not.toBe("server.failed");
};

test.each(names)("%s answers whatever comes", async (name) => {
  const { pid } = house.sfu.workers()[0]!;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(json, damaged(examples[name])), { minLength: 5, maxLength: 5 }), async (wild) => {
      using page = await freshPupil();
      await page.join(house.showId);
      for (const data of wild) isAnswer(await raw(page, name, data));
    }),
    { numRuns: 1 },
  );
  expect(house.sfu.workers()[0]!.pid).toBe(pid);
});
