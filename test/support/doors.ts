import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ClassroomId } from "../../schemas/ids.ts";
import type { BackupState } from "../../schemas/backups.ts";
import { makeClassDoor } from "../../server/access/class-door.ts";
import { makeClientAddress } from "../../server/access/client-address.ts";
import { makeFamilyLinks } from "../../server/access/family-links.ts";
import { makeFeedDoors } from "../../server/access/feed-doors.ts";
import { makeFamilyTokens } from "../../server/access/family-tokens.ts";
import { makeOidcDoor } from "../../server/access/oidc-door.ts";
import type { OidcProvider } from "../../server/access/oidc-provider.ts";
import { openAccess } from "../../server/access/open-access.ts";
import { makePasskeyDoor } from "../../server/access/passkey-door.ts";
import { makeSeal } from "../../server/access/sealing.ts";
import { makeSecondStep } from "../../server/access/second-step.ts";
import { openSessionDoor } from "../../server/access/session-cookie.ts";
import { makeCodeAlarm } from "../../server/access/code-alarm.ts";
import { makeNewcomers } from "../../server/access/newcomers.ts";
import { makePictureLocks } from "../../server/access/picture-locks.ts";
import { makeSetUp } from "../../server/access/set-up.ts";
import { makeStaffDoors } from "../../server/access/staff-doors.ts";
import { makeStaffOffice } from "../../server/access/staff-office.ts";
import { makeThrottles } from "../../server/access/throttle.ts";
import { createApp } from "../../server/app.ts";
import type { Config } from "../../server/config.ts";
import { makeInterludeOf } from "../../server/interlude-of.ts";
import { openListenerCount } from "../../server/listeners/open-listener-count.ts";
import { openLog } from "../../server/open-log.ts";
import { makeLetterProofs } from "../../server/mail/letter-proofs.ts";
import type { MailSettings } from "../../server/mail/mail-settings.ts";
import { openMailRoom } from "../../server/open-mail-room.ts";
import { openNewsroom } from "../../server/open-newsroom.ts";
import { openDatabase, type Database } from "../../server/store/open-database.ts";
import { isPushService as knownPushService } from "../../server/news/push-services.ts";
import { openStore } from "../../server/store/open-store.ts";
import { readListeningPage } from "../../server/routes/listening-document.ts";
import { systemClock, type JobClock } from "../../server/jobs/job-clock.ts";
import { Airwaves } from "../../server/studio/airwaves.ts";
import { Mounts } from "../../server/studio/mounts.ts";
import { ApiClient } from "./api-client.ts";
import { freshDatabase } from "./fresh-database.ts";
import { seedSchool, staffPassword } from "./school.ts";

/** The set-up link's word at test doors. */
export const setUpToken = "the word on the first start's link";

const origin = "http://antenne.test";

/** `isOnDisk` keeps the database in a file of the data directory; `isSecure` as behind TLS with a certificate that lasts; `mail` is a mail server. */
type DoorsOptions = {
  prepare?: (directory: string) => void;
  isOnDisk?: boolean;
  isSecure?: boolean;
  mail?: MailSettings;
  /** By which letters wait, the system's unless told. */
  mailClock?: JobClock;
  /** Over this one, which is closed with the doors. */
  database?: Database;
  /** The address that people know the station by, for passkeys. */
  passkeysAt?: string;
  /** Identity providers that staff may come in by. */
  providers?: readonly OidcProvider[];
  /** Where podcasts may be imported from. */
  imports?: Config["imports"];
  /** Address of the WebSub hub that public feeds name. */
  hub?: string;
  /** The station's public key towards push services. */
  pushKey?: string;
  /** Which push services there are, instead of those of the world. */
  isPushService?: (endpoint: string) => boolean;
};

/** The station's HTTP side over a database in memory, without sound and without a network; `clock.now` can be moved; `prepare` may fill `pages` below. */
export async function openDoors({
  prepare,
  isOnDisk = false,
  isSecure = false,
  passkeysAt = origin,
  mail,
  mailClock = systemClock,
  database: known,
  providers = [],
  imports = { directory: undefined, mayBePrivate: true },
  hub,
  pushKey = "a key",
  isPushService = knownPushService,
}: DoorsOptions = {}) {
  await using opening = new AsyncDisposableStack();
  const clock = { now: Date.parse("2026-11-17T09:00:00Z") };
  const read = () => clock.now;
  const directory = opening.adopt(await mkdtemp(join(tmpdir(), "antenne-doors-")), (path) =>
    rm(path, { recursive: true }),
  );
  prepare?.(directory);
  const database = opening.adopt(
    await (isOnDisk ? openDatabase(join(directory, "antenne.db")) : (known ?? freshDatabase())),
    (open) => open.destroy(),
  );
  const store = openStore(database, read);
  const mediaDirectory = join(directory, "media");
  const log = openLog("silent");
  const newsroom = opening.use(
    await openNewsroom({ ...{ database, mediaDirectory, log, imports }, carts: store.carts, clock: read }),
  );
  const bugs: unknown[] = [];
  const backup: { state: BackupState } = { state: { state: "off" } };
  const airwaves = new Airwaves();
  const interludeOf = makeInterludeOf(store, newsroom.shelf, read);
  const onBug = (error: unknown) => void bugs.push(error);
  const mounts = opening.use(new Mounts({ airwaves, interludeOf, clock: systemClock, onBug }));
  const listenerCount = opening.use(
    await openListenerCount({
      ...{ dataDirectory: directory, listenings: store.listenings, now: read, clock: systemClock, onBug },
      audiences: () => airwaves.audiences(),
    }),
  );
  const throttles = makeThrottles();
  const seal = makeSeal(randomBytes(32), "second step");
  const secondStep = makeSecondStep({ database, seal, throttles, clock: read });
  const staffDoors = makeStaffDoors({ database, throttles, secondStep, clock: read });
  const letterProofs = makeLetterProofs(randomBytes(32));
  const post = opening.use(
    await openMailRoom({
      mail,
      database,
      staffDoors,
      letterProofs,
      url: origin,
      log,
      clock: read,
      jobClock: mailClock,
    }),
  );
  const tokens = makeFamilyTokens(randomBytes(32));
  const codeAlarm = makeCodeAlarm({
    clock: read,
    onRaised: () => store.audit.write({ actor: "visitor", act: "classCode.guessed", target: "station" }),
    onBug,
  });
  const classDoor = makeClassDoor({ ...store, throttles, codeAlarm, clock: read });
  /** Classes at whose door something changed, in that order. */
  const changedDoors: ClassroomId[] = [];
  /** Classes in whose box something changed, in that order. */
  const changedBoxes: ClassroomId[] = [];
  const newcomers = makeNewcomers({ classDoor, clock: read, onChanged: (id) => void changedDoors.push(id) });
  const app = createApp({
    ...store,
    clock: read,
    database,
    access: openAccess({ database, isSecure, clock: read }),
    sessionDoor: openSessionDoor({ sessions: store.sessions, isSecure, clock: read }),
    setUp: makeSetUp({ database, token: setUpToken, clock: read }),
    throttles,
    passkeyDoor: makePasskeyDoor({ database, throttles, stationUrl: passkeysAt, clock: read }),
    ...{ staffDoors, secondStep, post, staffOffice: makeStaffOffice({ database, clock: read }) },
    oidcDoor: makeOidcDoor({ database, providers, secondStep, clock: read }),
    ...{ codeAlarm, classDoor, newcomers },
    pictureLocks: makePictureLocks({ pictureSecrets: store.pictureSecrets, throttles, clock: read }),
    familyLinks: makeFamilyLinks({ families: store.families, tokens, throttles }),
    feedDoors: makeFeedDoors({ feedAddresses: store.feedAddresses, tokens }),
    clientAddress: makeClientAddress(true),
    ...newsroom,
    mediaDirectory,
    publicUrl: origin,
    hub: hub === undefined ? undefined : { address: hub },
    uploadDirectory: join(directory, "uploads"),
    listPublished: store.episodes.listPublished,
    requireEpisode: store.episodes.require,
    checks: {},
    backupState: () => backup.state,
    onBug,
    isPublicHttps: isSecure,
    pagesDirectory: join(directory, "pages"),
    listeningPage: await readListeningPage(join(directory, "pages")),
    onSessionsEnded: () => undefined,
    onStaffChanged: () => undefined,
    onCartsChanged: () => undefined,
    onRepliesChanged: (id) => void changedBoxes.push(id),
    onShowChanged: () => undefined,
    onConsentChanged: () => undefined,
    onAudienceChanged: () => undefined,
    ...{ airwaves, mounts, listenerCount, pushKey, isPushService, letterProofs },
  });
  const open = opening.move();
  const browser = () => new ApiClient(origin, (url, init) => app.request(url, init));
  const seeded = () => seedSchool(store, { now: clock.now });
  type School = Awaited<ReturnType<typeof seeded>>;
  return {
    app,
    airwaves,
    listenerCount,
    post,
    store,
    jobs: newsroom.jobs,
    database,
    newsroom,
    directory,
    clock,
    /** What admins are told of the daily backup. */
    backup,
    /** What no route may do: throw anything that is no refusal. */
    bugs,
    changedDoors,
    changedBoxes,
    browser,
    seedSchool: seeded,
    asTeacher: (school: School) => browser().signIn(school.teacher.email, staffPassword),
    asAdmin: (school: School) => browser().signIn(school.admin.email, staffPassword),
    asPupil: (school: School, index: 0 | 1 | 2 = 0) => browser().enter(school.classroom.code, school.pupils[index].id),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}
