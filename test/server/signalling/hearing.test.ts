import { expect, test, vi } from "vitest";
import { microphoneParameters } from "../../support/browser-parameters.ts";
import { countMedia } from "../../support/media-census.ts";
import { openStudioHouse } from "../../support/studio-house.ts";
import type { StudioPage } from "../../support/studio-page.ts";

const opened = (page: StudioPage) => page.all("consumerOpened").map(({ stripId }) => stripId);
const sources = (page: StudioPage) => page.all("consumerOpened").map(({ source }) => source);

test("everyone hears the others and the carts, whoever came first, and not themselves", async () => {
  await using house = await openStudioHouse({ isPlain: false });
  using desk = await house.connectAs("teacher");
  using awa = await house.connectAs(0);
  using jules = await house.connectAs(1);
  const seats = [];
  for (const page of [desk, awa, jules]) {
    const seat = await page.join(house.showId);
    await page.speakUp(seat.routerRtpCapabilities);
    seats.push(seat.stripId);
  }
  const [teacher, first, second] = seats;
  await vi.waitFor(() => {
    expect(new Set(opened(desk))).toEqual(new Set([null, first, second]));
    expect(new Set(opened(awa))).toEqual(new Set([null, teacher, second]));
    expect(new Set(opened(jules))).toEqual(new Set([null, teacher, first]));
  });
  const { consumerId } = jules.all("consumerOpened").find(({ stripId }) => stripId === first)!;
  await jules.must("resumeConsumer", { consumerId });
  await awa.must("leave", {});
  await vi.waitFor(() => expect(jules.all("consumerClosed")).toEqual([{ consumerId }]));
  expect(await jules.ask("resumeConsumer", { consumerId })).toEqual({ ok: false, error: "consumer.not_found" });
  expect(house.bugs).toEqual([]);
});

test("who asks twice to hear is not sent anything twice", async () => {
  await using house = await openStudioHouse({ isPlain: false });
  using desk = await house.connectAs("teacher");
  await desk.speakUp((await desk.join(house.showId)).routerRtpCapabilities);
  using awa = await house.connectAs(0);
  const { routerRtpCapabilities: rtpCapabilities } = await awa.join(house.showId);
  const { id: transportId } = await awa.must("openTransport", { direction: "receive" });
  await awa.must("consume", { transportId, rtpCapabilities });
  await awa.must("consume", { transportId, rtpCapabilities });
  expect(opened(awa)).toHaveLength(2);
});

test("another microphone takes the place of the former one", async () => {
  await using house = await openStudioHouse({ isPlain: false });
  using awa = await house.connectAs(0);
  using jules = await house.connectAs(1);
  const seat = await awa.join(house.showId);
  await jules.speakUp((await jules.join(house.showId)).routerRtpCapabilities);
  const former = await awa.speakUp(seat.routerRtpCapabilities);
  await vi.waitFor(() => expect(opened(jules)).toContain(seat.stripId));
  const { id: transportId } = await awa.must("openTransport", { direction: "send" });
  await awa.must("produce", { transportId, rtpParameters: microphoneParameters(5) });
  await vi.waitFor(() => expect(jules.all("consumerClosed")).toHaveLength(1));
  await vi.waitFor(() => expect(opened(jules).filter((id) => id === seat.stripId)).toHaveLength(2));
  expect(await awa.ask("closeProducer", { producerId: former })).toEqual({ ok: false, error: "producer.not_found" });
});

test("a transport is its owner's alone, and goes one way", async () => {
  await using house = await openStudioHouse({ isPlain: false });
  using awa = await house.connectAs(0);
  using jules = await house.connectAs(1);
  const { routerRtpCapabilities } = await awa.join(house.showId);
  await jules.join(house.showId);
  const send = await awa.must("openTransport", { direction: "send" });
  const notFound = { ok: false, error: "transport.not_found" };
  const rtpParameters = microphoneParameters(1);
  expect(await jules.ask("produce", { transportId: send.id, rtpParameters })).toEqual(notFound);
  expect(await jules.ask("restartIce", { transportId: send.id })).toEqual(notFound);
  expect(await awa.ask("consume", { transportId: send.id, rtpCapabilities: routerRtpCapabilities })).toEqual(notFound);
  expect((await awa.must("restartIce", { transportId: send.id })).iceParameters).toHaveProperty("usernameFragment");
});

test("fifty comings and goings leave no transport, producer or consumer behind", async () => {
  using census = countMedia();
  await using house = await openStudioHouse({ isPlain: false });
  using desk = await house.connectAs("teacher");
  await desk.speakUp((await desk.join(house.showId)).routerRtpCapabilities);
  const { routers, transports, producers, consumers } = census;
  const pupils = [...house.school.pupils];
  for (const firstName of ["Ana", "Ben", "Chloé", "Dina", "Elio", "Fanny", "Gus", "Hana", "Ilan", "Jo", "Kim", "Léo"]) {
    pupils.push(await house.store.people.addPupil(house.school.classroom.id, { firstName, bird: "pic", colour: 1 }));
  }
  for (let round = 0; round < 50; round += 1) {
    const pupil = await house.connect(house.holders.pupil(pupils[round % pupils.length]!.id));
    const { routerRtpCapabilities } = await pupil.join(house.showId);
    if (round % 5 === 0) void pupil.speakUp(routerRtpCapabilities).catch(() => undefined);
    else await pupil.speakUp(routerRtpCapabilities);
    // Some say goodbye, some close their tab, some are still busy coming.
    if (round % 2 === 0) await pupil.must("leave", {});
    pupil.socket.close();
  }
  await vi.waitFor(() => expect({ ...census }).toMatchObject({ routers, transports, producers, consumers }));
  const studio = await house.studios.studioOf(house.showId);
  await vi.waitFor(() =>
    expect(studio.snapshot({ forStaff: false }).strips.filter(({ peerId }) => peerId !== null)).toHaveLength(1),
  );
  expect(house.bugs).toEqual([]);
}, 120_000);

test("when the media worker dies, everybody is told and comes back into a new room", async () => {
  await using house = await openStudioHouse({ isPlain: false });
  using desk = await house.connectAs("teacher");
  using awa = await house.connectAs(0);
  for (const page of [desk, awa]) await page.speakUp((await page.join(house.showId)).routerRtpCapabilities);
  process.kill(house.sfu.workers()[0]!.pid!, "SIGKILL");
  await vi.waitFor(() => expect([desk, awa].map((page) => page.all("mediaLost").length)).toEqual([1, 1]));
  for (const page of [desk, awa]) {
    const { rtpCapabilities } = (await (await house.studios.studioOf(house.showId)).floor.room()).room;
    page.heard.length = 0;
    await page.speakUp(rtpCapabilities);
  }
  await vi.waitFor(() => expect(opened(desk)).toHaveLength(3));
});

test("the desk has a cue bus in its ears, a pupil has not", async () => {
  await using house = await openStudioHouse({ isPlain: false });
  using desk = await house.connectAs("teacher");
  using awa = await house.connectAs(0);
  for (const page of [desk, awa]) await page.speakUp((await page.join(house.showId)).routerRtpCapabilities);
  await vi.waitFor(() => {
    expect(sources(desk).sort()).toEqual(["carts", "cue", "voice"]);
    expect(sources(awa).sort()).toEqual(["carts", "voice"]);
  });
});
