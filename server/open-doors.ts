import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeClassDoor } from "./access/class-door.ts";
import { makeClientAddress } from "./access/client-address.ts";
import { makeFamilyLinks } from "./access/family-links.ts";
import { makeFeedDoors } from "./access/feed-doors.ts";
import type { FamilyTokens } from "./access/family-tokens.ts";
import type { OidcDoor } from "./access/oidc-door.ts";
import type { Access } from "./access/open-access.ts";
import { makePasskeyDoor } from "./access/passkey-door.ts";
import type { SecondStep } from "./access/second-step.ts";
import { openSessionDoor } from "./access/session-cookie.ts";
import { makeCodeAlarm } from "./access/code-alarm.ts";
import { makeNewcomers } from "./access/newcomers.ts";
import { makePictureLocks } from "./access/picture-locks.ts";
import { makeSetUp } from "./access/set-up.ts";
import type { StaffDoors } from "./access/staff-doors.ts";
import { makeStaffOffice } from "./access/staff-office.ts";
import type { Throttles } from "./access/throttle.ts";
import { createApp } from "./app.ts";
import type { DailyBackup } from "./backup/daily-backup.ts";
import type { Config } from "./config.ts";
import { healthChecks } from "./health-checks.ts";
import type { HttpServer } from "./open-http-server.ts";
import type { ListenerCount } from "./listeners/open-listener-count.ts";
import { onBug, type Log } from "./open-log.ts";
import type { Media } from "./open-media.ts";
import type { Newsroom } from "./open-newsroom.ts";
import type { PushKeys } from "./news/push-keys.ts";
import { isPushService } from "./news/push-services.ts";
import type { LetterProofs } from "./mail/letter-proofs.ts";
import type { Post } from "./mail/open-post.ts";
import type { Signalling } from "./signalling/attach-signalling.ts";
import type { Database } from "./store/open-database.ts";
import type { Store } from "./store/open-store.ts";
import type { Studios } from "./studio/open-studios.ts";
import { readListeningPage } from "./routes/listening-document.ts";

/** What the HTTP side and the sockets stand on, as it is opened one after the other. */
export type Opened = {
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

/** Opens the doors of the HTTP side, once everything behind them is open. `token` is what the first start asks for. */
export async function openDoors(http: HttpServer, opened: Opened, sockets: Signalling, token: string) {
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
