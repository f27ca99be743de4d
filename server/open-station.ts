import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { useFfmpeg } from "../media/ffmpeg/ffmpeg-path.ts";
import { makeClassDoor } from "./access/class-door.ts";
import { makeClientAddress } from "./access/client-address.ts";
import { makeFamilyLinks } from "./access/family-links.ts";
import { makeFeedDoors } from "./access/feed-doors.ts";
import { makeFamilyTokens, readFamilyKey, type FamilyTokens } from "./access/family-tokens.ts";
import { makeOidcDoor, type OidcDoor } from "./access/oidc-door.ts";
import { openAccess, type Access } from "./access/open-access.ts";
import { makePasskeyDoor } from "./access/passkey-door.ts";
import { makeSeal } from "./access/sealing.ts";
import { makeSecondStep, type SecondStep } from "./access/second-step.ts";
import { openSessionDoor } from "./access/session-cookie.ts";
import { makeCodeAlarm } from "./access/code-alarm.ts";
import { makeNewcomers } from "./access/newcomers.ts";
import { makePictureLocks } from "./access/picture-locks.ts";
import { makeSetUp } from "./access/set-up.ts";
import { makeStaffDoors, type StaffDoors } from "./access/staff-doors.ts";
import { makeStaffOffice } from "./access/staff-office.ts";
import { makeThrottles, type Throttles } from "./access/throttle.ts";
import { watchConsents } from "./archive/watch-consents.ts";
import { createApp } from "./app.ts";
import { openDailyBackup, type DailyBackup } from "./backup/daily-backup.ts";
import type { Config } from "./config.ts";
import { healthChecks } from "./health-checks.ts";
import { makeInterludeOf } from "./interlude-of.ts";
import { makeLoadShow } from "./load-show.ts";
import { openHttpServer, type HttpServer } from "./open-http-server.ts";
import { openListenerCount, type ListenerCount } from "./listeners/open-listener-count.ts";
import type { Log } from "./open-log.ts";
import { openMailRoom } from "./open-mail-room.ts";
import { openMedia, type Media } from "./open-media.ts";
import { openNewsroom, type Newsroom } from "./open-newsroom.ts";
import { openSockets } from "./open-sockets.ts";
import { makePusher } from "./news/make-pusher.ts";
import { openNewsDesk } from "./news/open-news-desk.ts";
import { readPushKeys, type PushKeys } from "./news/push-keys.ts";
import { isPushService } from "./news/push-services.ts";
import { makeLetterProofs, type LetterProofs } from "./mail/letter-proofs.ts";
import type { Post } from "./mail/open-post.ts";
import type { Signalling } from "./signalling/attach-signalling.ts";
import { openDatabase, type Database } from "./store/open-database.ts";
import { openStore, type Store } from "./store/open-store.ts";
import { openStudios, type Studios } from "./studio/open-studios.ts";
import { readListeningPage } from "./routes/listening-document.ts";
import { readOidcProviders } from "./read-oidc-providers.ts";
import { systemClock } from "./jobs/job-clock.ts";
import { readCertificate } from "./tls/read-certificate.ts";

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

/** What the HTTP side and the sockets stand on, as it is opened one after the other. */
type Opened = {
  config: Config;
  url: string;
  log: Log;
  clock: () => number;
  database: Database;
  store: Store;
  access: Access;
  familyTokens: FamilyTokens;
  throttles: Throttles;
  staffDoors: StaffDoors;
  secondStep: SecondStep;
  post: Post;
  oidcDoor: OidcDoor;
  media: Media;
  newsroom: Newsroom;
  studios: Studios;
  listenerCount: ListenerCount;
  pushKeys: PushKeys;
  letterProofs: LetterProofs;
  backup: DailyBackup;
};

const pagesDirectory = fileURLToPath(new URL("../dist", import.meta.url));

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
  // Who came in by the show's code is out.
  ends.hear = () => void sockets.recheckSessions(({ role }) => role === "pupil").catch(onBug(log));
  const token = randomBytes(24).toString("base64url");
  await openDoors(http, opened, sockets, token);
  const isNew = !(await store.people.hasSchool());
  const setUpUrl = isNew ? `${url}/installation?cle=${token}` : undefined;
  const open = opening.move();
  return { url, setUpUrl, store, newsroom, mediaDirectory, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

const onBug = (log: Log) => (error: unknown) => {
  log.error({ err: error }, "a bug");
};

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

type AirParts = Pick<Opened, "config" | "store" | "media" | "newsroom" | "log" | "clock"> & {
  mediaDirectory: string;
  onShowEnded: () => void;
};

function openAir({ config, store, media, newsroom, mediaDirectory, log, clock, onShowEnded }: AirParts): Studios {
  const { archive, shelf } = newsroom;
  return openStudios({
    ...media,
    ...{ mediaDirectory, longestMs: config.longestShowMs },
    loadShow: makeLoadShow(store, shelf),
    barsOf: (showId) => store.bars.of(showId),
    companiesOf: (showId) => store.companies.of(showId),
    keepAirSettings: async (showId, settings) => {
      await store.airSettings.keep((await store.shows.require(showId)).channelId, settings);
    },
    onStarted: archive.beginRecording,
    onAired: archive.noteAired,
    onEnded: (...ended) => archive.keepRecording(...ended).finally(onShowEnded),
    keepPlay: store.cartPlays.note,
    voiceLog: {
      keepVoice: store.voices.note,
      keepSpeakers: store.showTurns.noteSpeakers,
      keepAdult: store.namedAdults.noteHeard,
      keepTechnician: (recordingId, pupilId) => store.showTurns.noteRole(recordingId, pupilId, "technician"),
    },
    interludeOf: makeInterludeOf(store, shelf, clock),
    clock: systemClock,
    onBug: onBug(log),
  });
}

async function openDoors(http: HttpServer, opened: Opened, sockets: Signalling, token: string) {
  const { config, url, log, clock, database, store, access, familyTokens: tokens, media, newsroom, studios } = opened;
  const { throttles, staffDoors, post, oidcDoor } = opened;
  const isSecure = url.startsWith("https:");
  const refresh = (showId?: Parameters<Studios["refresh"]>[0]) => void studios.refresh(showId).catch(onBug(log));
  const codeAlarm = makeCodeAlarm({
    clock,
    onRaised: () => store.audit.write({ actor: "visitor", act: "classCode.guessed", target: "station" }),
    onBug: onBug(log),
  });
  const classDoor = makeClassDoor({ ...store, throttles, codeAlarm, clock });
  const app = createApp({
    ...store,
    ...newsroom,
    access,
    clock,
    database,
    ...{ airwaves: studios.airwaves, mounts: studios.mounts, listenerCount: opened.listenerCount },
    ...{ pushKey: opened.pushKeys.publicKey, isPushService, letterProofs: opened.letterProofs },
    sessionDoor: openSessionDoor({ sessions: store.sessions, isSecure, clock }),
    setUp: makeSetUp({ database, token, clock }),
    throttles,
    staffDoors,
    secondStep: opened.secondStep,
    passkeyDoor: makePasskeyDoor({ database, throttles, stationUrl: url, clock }),
    staffOffice: makeStaffOffice({ database, clock }),
    post,
    oidcDoor,
    codeAlarm,
    classDoor,
    newcomers: makeNewcomers({ classDoor, clock, onChanged: sockets.announceNewcomers }),
    pictureLocks: makePictureLocks({ pictureSecrets: store.pictureSecrets, throttles, clock }),
    familyLinks: makeFamilyLinks({ families: store.families, tokens, throttles }),
    feedDoors: makeFeedDoors({ feedAddresses: store.feedAddresses, tokens }),
    clientAddress: makeClientAddress(config.isProxied),
    mediaDirectory: join(config.dataDirectory, "media"),
    publicUrl: config.publicUrl,
    hub: config.hub,
    uploadDirectory: join(config.dataDirectory, "uploads"),
    listPublished: store.episodes.listPublished,
    requireEpisode: store.episodes.require,
    checks: healthChecks({ database, media, dataDirectory: config.dataDirectory, backupState: opened.backup.state }),
    backupState: opened.backup.state,
    onBug: onBug(log),
    isPublicHttps: isSecure && config.tls !== "selfSigned",
    pagesDirectory,
    listeningPage: await readListeningPage(pagesDirectory),
    onCartsChanged: refresh,
    onRepliesChanged: sockets.announceReplies,
    onShowChanged: refresh,
    onConsentChanged: refresh,
    onAudienceChanged: refresh,
    onStaffChanged: (id) => sockets.letComeAnew((actor) => "accountId" in actor && actor.accountId === id),
    onSessionsEnded: () => void sockets.recheckSessions().catch(onBug(log)),
  });
  http.answerWith(app.fetch);
}
