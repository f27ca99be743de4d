import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ErrorCode } from "../../../schemas/errors.ts";
import { requests, type RequestName } from "../../../schemas/signalling.ts";
import { dtlsParameters, microphoneParameters } from "../../support/browser-parameters.ts";
import { openStudioHouse, type StudioHouse } from "../../support/studio-house.ts";

const json = fc.jsonValue({ maxDepth: 3 });

/** The value with something in it replaced, so that it looks honest nearly to its bottom. */
const damaged = (value: unknown): fc.Arbitrary<unknown> => {
  if (typeof value !== "object" || value === null) return json;
  const entries: [string, unknown][] = Object.entries(value);
  if (entries.length === 0) return json;
  const within = fc.nat(entries.length - 1).chain((index) => {
    const [key, inner] = entries[index]!;
    const put = (changed: unknown) =>
      Array.isArray(value) ? value.with(index, changed) : { ...value, [key]: changed };
    return damaged(inner).map(put);
  });
  return fc.oneof({ weight: 5, arbitrary: within }, { weight: 1, arbitrary: json });
};

/** A pupil of its own in the studio, with transports, and every request as an honest page of theirs would make it. */
async function openSuspect(house: StudioHouse) {
  const page = await house.connectNewPupil();
  const { routerRtpCapabilities: rtpCapabilities, stripId } = await page.join(house.showId);
  const send = await page.must("openTransport", { direction: "send" });
  const receive = await page.must("openTransport", { direction: "receive" });
  const honest: Partial<Record<RequestName, unknown>> = {
    join: { showId: house.showId },
    openTransport: { direction: "receive", forceTcp: true },
    connectTransport: { transportId: receive.id, dtlsParameters },
    restartIce: { transportId: send.id },
    produce: { transportId: send.id, rtpParameters: microphoneParameters(1) },
    closeProducer: { producerId: randomUUID() },
    consume: { transportId: receive.id, rtpCapabilities },
    resumeConsumer: { consumerId: randomUUID() },
    setMicrophone: { state: "open" },
    setStrip: { stripId, gainDb: 3, isOpen: true },
  };
  return { page, honest };
}

describe("whatever comes is answered, and the station stands", () => {
  let house: StudioHouse;
  beforeAll(async () => {
    house = await openStudioHouse({ isPlain: false });
    // Somebody to be heard, so that whoever consumes has something to consume.
    const desk = await house.connectAs("teacher");
    await desk.speakUp((await desk.join(house.showId)).routerRtpCapabilities);
  });
  afterAll(() => house[Symbol.asyncDispose]());

  test.each(Object.keys(requests) as RequestName[])("%s", async (name) => {
    const { pid } = house.sfu.workers()[0]!;
    const property = fc.asyncProperty(fc.nat(), async (seed) => {
      const { page, honest } = await openSuspect(house);
      const data = fc.oneof({ weight: 1, arbitrary: json }, { weight: 5, arbitrary: damaged(honest[name] ?? {}) });
      for (const wild of fc.sample(data, { numRuns: 40, seed })) {
        const answer = await page.ask(name, wild as never);
        if (!answer.ok) expect(ErrorCode.exclude(["server.failed"]).options).toContain(answer.error);
      }
      page.socket.close();
    });
    await fc.assert(property, { numRuns: 2 });
    expect(house.sfu.workers()[0]!.pid).toBe(pid);
    expect(house.bugs).toEqual([]);
  });
});

test("whoever asks a hundred times a second is slowed down, and others are not", async () => {
  await using house = await openStudioHouse();
  using hasty = await house.connectAs(0);
  using calm = await house.connectAs(1);
  await Promise.all([hasty.join(house.showId), calm.join(house.showId)]);
  const asked = Array.from({ length: 100 }, () => hasty.ask("setMicrophone", { state: "open" }));
  const answers = await Promise.all(asked);
  expect(answers).toContainEqual({ ok: false, error: "request.too_many" });
  expect(answers).toContainEqual({ ok: true, data: {} });
  await calm.must("setMicrophone", { state: "open" });
});

test("a message larger than any request ends its connection, and nothing else", async () => {
  await using house = await openStudioHouse();
  using page = await house.connectAs(0);
  using other = await house.connectAs(1);
  await Promise.all([page.join(house.showId), other.join(house.showId)]);
  const disconnected = new Promise((resolve) => page.socket.once("disconnect", resolve));
  page.socket.emit("setMicrophone", { state: "x".repeat(300_000) });
  await disconnected;
  await other.must("setMicrophone", { state: "open" });
});

test("whoever sends messages by the thousand is cut off, and others are answered at once", async () => {
  await using house = await openStudioHouse();
  using flooding = await house.connectAs(0);
  using other = await house.connectAs(1);
  await Promise.all([flooding.join(house.showId), other.join(house.showId)]);
  const gone = new Promise((resolve) => flooding.socket.once("disconnect", resolve));
  for (let message = 0; message < 20_000; message += 1) flooding.socket.emit("lowerHand", { stripId: "nobody's" });
  await gone;
  await other.must("setMicrophone", { state: "open" });
  using again = await house.connectAs(0);
  await again.join(house.showId);
});

test("whoever floods before being let in is cut off too", async () => {
  await using house = await openStudioHouse({ isPlain: false });
  using calm = await house.connectAs(1);
  await calm.join(house.showId);
  const socket = new WebSocket(`${house.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
  await new Promise((resolve) => socket.addEventListener("open", resolve, { once: true }));
  const since = performance.now();
  const gone = new Promise((resolve) => socket.addEventListener("close", resolve, { once: true }));
  for (let message = 0; message < 20_000; message += 1) socket.send("3");
  await gone;
  // Whoever is only silent has twelve seconds.
  expect(performance.now() - since).toBeLessThan(8_000);
  await calm.must("setMicrophone", { state: "open" });
});
