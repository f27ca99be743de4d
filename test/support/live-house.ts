import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { vi, expect } from "vitest";
import { makeClientAddress } from "../../server/access/client-address.ts";
import { answerError } from "../../server/answer-error.ts";
import { openListenerCount } from "../../server/listeners/open-listener-count.ts";
import { liveRoutes } from "../../server/routes/live.ts";
import { liveSoundRoutes } from "../../server/routes/live-sound.ts";
import type { AirSettings } from "../../schemas/live.ts";
import { ManualClock } from "./manual-clock.ts";
import { speak } from "./speak.ts";
import { openRtpEar } from "./rtp-ear.ts";
import { openStudioHouse } from "./studio-house.ts";

/** A class on air, with the listeners' door: a desk whose open microphone hums at 440 Hz, and a pupil's closed one at 1000 Hz. */
export async function openLiveHouse(air: AirSettings) {
  await using opening = new AsyncDisposableStack();
  const clock = new ManualClock();
  const house = opening.use(await openStudioHouse({ clock }));
  const { store, studios, bugs, access } = house;
  const listenerClock = new ManualClock();
  const listenerCount = opening.use(
    await openListenerCount({
      ...{ dataDirectory: house.files.path, listenings: store.listenings, clock: listenerClock },
      now: listenerClock.now,
      audiences: () => studios.airwaves.audiences(),
      onBug: (error) => void bugs.push(error),
    }),
  );
  const counting = { listenerCount, clientAddress: makeClientAddress(false) };
  const { airwaves, mounts } = studios;
  const parts = { access, channels: store.channels, airwaves, mounts, ...counting };
  const app = new Hono()
    .onError(answerError((error) => void bugs.push(error)))
    .route("/", liveSoundRoutes(parts))
    .route("/", liveRoutes(parts));
  const http = createAdaptorServer({ fetch: app.fetch }).listen(0, "127.0.0.1");
  await once(http, "listening");
  opening.defer(() => {
    http.close();
    if ("closeAllConnections" in http) http.closeAllConnections();
  });
  const sit = async (who: "teacher" | 0, frequency: number) => {
    const page = opening.use(await house.connectAs(who));
    const { stripId, routerRtpCapabilities } = await page.join(house.showId);
    const producerId = await page.speakUp(routerRtpCapabilities);
    opening.use(await speak(house.microphones.get(producerId)!, frequency, -23));
    return { page, stripId };
  };
  const { page: desk, stripId: deskStrip } = await sit("teacher", 440);
  const { stripId: pupilStrip } = await sit(0, 1_000);
  await desk.must("setAir", air);
  await desk.must("bringIn", { stripId: pupilStrip });
  await desk.must("setStrip", { stripId: deskStrip, isOpen: true });
  const cookie = { cookie: await house.cookieOf(house.holders.teacher) };
  const base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const studio = await house.studios.studioOf(house.showId);
  const reach = (wanted: string, seconds = 20) =>
    vi.waitFor(() => expect(studio.transmission.state).toBe(wanted), { timeout: seconds * 1_000, interval: 20 });
  const goOnAir = async () => {
    await desk.must("goOnAir", {});
    clock.advance(3_000);
    await reach("onAir");
  };
  const startedAt = performance.now();
  /** Lets real time pass: sound takes its time. */
  const lasts = async (seconds: number) => {
    const until = performance.now() - startedAt + seconds * 1_000;
    await vi.waitFor(() => expect(performance.now() - startedAt).toBeGreaterThan(until), {
      timeout: 60_000,
      interval: 10,
    });
  };
  const { slug } = house.school.channel;
  const open = opening.move();
  /** An ear that listens without delay, as pages inside the school do. */
  const listenInSchool = async () => {
    const { listening } = studios.airwaves.findShow(house.showId)!;
    const ear = open.use(await openRtpEar());
    const { room } = await studio.floor.room();
    await (await room.forward(await listening.producer(), async () => ear)).resume();
    return ear;
  };
  return {
    ...{ listenerClock, listenerCount },
    ...{ house, studio, clock, desk, pupilStrip, deskStrip, cookie, base, slug, reach, goOnAir, lasts, listenInSchool },
    get: (path: string, init: RequestInit = {}) => fetch(`${base}${path}`, { ...init, headers: cookie }),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}
