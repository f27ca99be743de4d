import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { useFfmpeg } from "../media/ffmpeg/ffmpeg-path.ts";
import { makeFamilyTokens, readFamilyKey } from "./access/family-tokens.ts";
import { makeOidcDoor } from "./access/oidc-door.ts";
import { openAccess } from "./access/open-access.ts";
import { makeSeal } from "./access/sealing.ts";
import { makeSecondStep } from "./access/second-step.ts";
import { makeStaffDoors } from "./access/staff-doors.ts";
import { makeThrottles } from "./access/throttle.ts";
import { watchConsents } from "./archive/watch-consents.ts";
import { openDailyBackup, type DailyBackup } from "./backup/daily-backup.ts";
import type { Config } from "./config.ts";
import { openHttpServer } from "./open-http-server.ts";
import { openListenerCount } from "./listeners/open-listener-count.ts";
import { onBug, type Log } from "./open-log.ts";
import { openMailRoom } from "./open-mail-room.ts";
import { openMedia } from "./open-media.ts";
import { openNewsroom, type Newsroom } from "./open-newsroom.ts";
import { openSockets } from "./open-sockets.ts";
import { makePusher } from "./news/make-pusher.ts";
import { openNewsDesk } from "./news/open-news-desk.ts";
import { readPushKeys } from "./news/push-keys.ts";
import { isPushService } from "./news/push-services.ts";
import { makeLetterProofs } from "./mail/letter-proofs.ts";
import { openDatabase } from "./store/open-database.ts";
import { openStore, type Store } from "./store/open-store.ts";
import { readOidcProviders } from "./read-oidc-providers.ts";
import { systemClock } from "./jobs/job-clock.ts";
import { readCertificate } from "./tls/read-certificate.ts";
import { openAir } from "./open-air.ts";
import { openDoors, type Opened } from "./open-doors.ts";

/** A whole running station. Disposing it closes everything in reverse order; live shows end as episodes. */
export type Station = AsyncDisposable & {
  /** Where people reach it, without a trailing slash. */
  readonly url: string;
  /** The one-time link of the first start; `undefined` once there is a school. */
  readonly setUpUrl: string | undefined;
  /** What it keeps, for the demonstration and for tests, which fill it. */
  readonly store: Store;
  readonly newsroom: Newsroom;
  readonly mediaDirectory: string;
};

/** The studios tell everybody of a show's end well before. */
const farewellMs = 1_000;

/** Opens every room in the order in which sound flows back: what is opened later is closed earlier. */
export async function openStation(config: Config, log: Log, clock: () => number = Date.now): Promise<Station> {
  await using opening = new AsyncDisposableStack();
  if (config.ffmpegPath !== undefined) useFfmpeg(config.ffmpegPath);
  await mkdir(config.dataDirectory, { recursive: true });
  const certificate = await readCertificate(config);
  const http = opening.use(await openHttpServer({ ...config, certificate }));
  const url = config.publicUrl ?? `${certificate ? "https" : "http"}://${config.shownHost}:${http.port}`;
  const path = join(config.dataDirectory, "antenne.db");
  const database = opening.adopt(await openDatabase(path), (open) => open.destroy());
  const store = openStore(database, clock);
  const access = openAccess({ database, isSecure: url.startsWith("https:"), clock });
  const stationKey = await readFamilyKey(config.dataDirectory);
  const familyTokens = makeFamilyTokens(stationKey);
  const throttles = makeThrottles();
  const secondStep = makeSecondStep({ database, seal: makeSeal(stationKey, "second step"), throttles, clock });
  const staffDoors = makeStaffDoors({ database, throttles, secondStep, clock });
  const letterProofs = makeLetterProofs(stationKey);
  const post = opening.use(await openMailRoom({ ...config, database, staffDoors, letterProofs, url, log, clock }));
  const providers = await readOidcProviders(config.oidcProvidersPath);
  const oidcDoor = makeOidcDoor({ database, providers, secondStep, clock });
  const mediaDirectory = join(config.dataDirectory, "media");
  const newsroom = opening.use(
    await openNewsroom({ ...config, database, carts: store.carts, mediaDirectory, log, clock }),
  );
  const media = opening.use(await openMedia(config, log));
  // The sockets are opened on top of the studios, and hear of their ends.
  const ends: { hear: () => void } = { hear: () => undefined };
  const onShowEnded = () => {
    ends.hear();
  };
  const studios = opening.use(openAir({ config, store, media, newsroom, mediaDirectory, log, clock, onShowEnded }));
  const listenerCount = opening.use(
    await openListenerCount({
      ...{ dataDirectory: config.dataDirectory, listenings: store.listenings, now: clock, clock: systemClock },
      audiences: () => studios.airwaves.audiences(),
      onBug: onBug(log),
    }),
  );
  const pushKeys = await readPushKeys(config.dataDirectory);
  opening.use(
    await openNewsDesk({
      ...{ database, post, pusher: makePusher({ keys: pushKeys, url, isPushService }), now: clock, clock: systemClock },
      onFailure: (jobId) => {
        // What a push service says may name the browser's address.
        log.warn({ jobId }, "news could not be sent");
      },
      onBug: onBug(log),
    }),
  );
  const { archive, retention, replyBox } = newsroom;
  // What fails with one of them is no reason to leave the others for another day.
  const onDay = async () => {
    for (const work of [
      archive.withdraw,
      archive.endErasures,
      replyBox.endOld,
      newsroom.takeShelf.removeOld,
      () => studios.refresh(),
      retention.run,
    ]) {
      await work().catch(onBug(log));
    }
  };
  opening.use(watchConsents({ clock: systemClock, now: clock, onDay, onBug: onBug(log) }));
  const backup = opening.use(await openBackup(config, log, clock));
  const opened: Opened = {
    config,
    url,
    log,
    clock,
    database,
    store,
    access,
    familyTokens,
    throttles,
    staffDoors,
    secondStep,
    post,
    oidcDoor,
    media,
    newsroom,
    studios,
    listenerCount,
    pushKeys,
    letterProofs,
    backup,
  };
  const sockets = opening.use(
    openSockets(http, { ...store, access, studios, onBug: onBug(log), requireRoom: newsroom.schoolRooms.requireRoom }),
  );
  newsroom.jobs.onChange(sockets.announceJob);
  newsroom.takeJobs.onChange(sockets.announceJob);
  // Who came in by the show's code is out, once the studio has told them that it ended.
  ends.hear = () => {
    const lookAgain = () => void sockets.recheckSessions(({ role }) => role === "pupil").catch(onBug(log));
    setTimeout(lookAgain, farewellMs).unref();
  };
  const token = randomBytes(24).toString("base64url");
  await openDoors(http, opened, sockets, token);
  const isNew = !(await store.people.hasSchool());
  const setUpUrl = isNew ? `${url}/installation?cle=${token}` : undefined;
  const open = opening.move();
  return { url, setUpUrl, store, newsroom, mediaDirectory, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

const openBackup = (config: Config, log: Log, now: () => number): Promise<DailyBackup> =>
  openDailyBackup({
    ...config,
    clock: systemClock,
    now,
    onMade: (files) => {
      log.info({ files }, "a backup was made");
    },
    onFailed: (error) => {
      log.error({ err: error }, "no backup was made");
    },
  });
