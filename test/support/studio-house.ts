import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { openMixerThread } from "../../media/mixer/open-mixer-thread.ts";
import type { FinishedRecording } from "../../media/recorder/finished-recording.ts";
import { openRecorderThread } from "../../media/recorder/open-recorder-thread.ts";
import { openStreamThread } from "../../media/stream/open-stream-thread.ts";
import { openSfu } from "../../media/sfu/open-sfu.ts";
import { EpisodeId, JobId, type PupilId, type ShowId } from "../../schemas/ids.ts";
import { openAccess } from "../../server/access/open-access.ts";
import { hashToken, newToken, sessionCookie } from "../../server/access/session-token.ts";
import { openSchoolRoom } from "../../server/archive/school-room.ts";
import { systemClock } from "../../server/jobs/job-clock.ts";
import { Refusal } from "../../server/errors.ts";
import { attachSignalling } from "../../server/signalling/attach-signalling.ts";
import type { SignedIn, StationServer } from "../../server/signalling/line.ts";
import { signallingOptions } from "../../server/signalling/signalling-options.ts";
import { makeInterludeOf } from "../../server/interlude-of.ts";
import { openDatabase } from "../../server/store/open-database.ts";
import { openStore } from "../../server/store/open-store.ts";
import type { LoadableCart } from "../../server/studio/cart-rack.ts";
import { openStudios } from "../../server/studio/open-studios.ts";
import type { AiredItem } from "../../server/studio/studio-rundown.ts";
import type { StudioClock } from "../../server/studio/studio-clock.ts";
import { withPlainDoor, type Microphones } from "./plain-door.ts";
import { giveConsent, seedSchool } from "./school.ts";
import { scratch } from "./scratch.ts";
import { openStudioPage, type StudioPage } from "./studio-page.ts";

/** What a test may set of its house. */
type HouseOptions = { clock?: StudioClock; carts?: readonly LoadableCart[]; isPlain?: boolean };

/**
 * Live rooms as in a station, reached by sockets: real media threads, SQLite in memory. Microphones come as plain RTP unless `isPlain` is
 * false. What becomes of a finished show stays in `ended`; nothing is rendered.
 */
export async function openStudioHouse({ clock = systemClock, carts = [], isPlain = true }: HouseOptions = {}) {
  await using opening = new AsyncDisposableStack();
  const files = opening.use(scratch());
  const database = opening.adopt(await openDatabase(":memory:"), (open) => open.destroy());
  const store = openStore(database, Date.now);
  const school = await seedSchool(store);
  const access = openAccess({ database });
  const bugs: unknown[] = [];
  const onBug = (error: unknown) => void bugs.push(error);
  const ended: FinishedRecording[] = [];
  const started: ShowId[] = [];
  const aired: AiredItem[] = [];
  const played: { cartId: string; atSeconds: number }[] = [];
  const heardPupils: PupilId[] = [];
  const closedPupils: PupilId[] = [];
  const saidSpeakers: (readonly (PupilId | null)[])[] = [];
  const microphones: Microphones = new Map();
  const [sfu, mixers, recorders, streams] = [
    opening.use(await openSfu({ listenIp: "127.0.0.1", port: 0 })),
    opening.use(await openMixerThread()),
    opening.use(await openRecorderThread()),
    opening.use(await openStreamThread()),
  ];
  const studios = opening.use(
    openStudios({
      ...{ mixers, recorders, streams, clock, onBug, mediaDirectory: files.path },
      sfu: isPlain ? withPlainDoor(sfu, microphones) : sfu,
      loadShow: async (showId) => {
        const show = await store.shows.require(showId);
        if (show.state === "ended") throw new Refusal("show.ended");
        const rundown = await store.rundowns.read(showId);
        return {
          showId,
          channelId: school.channel.id,
          title: show.title,
          channelTitle: school.channel.title,
          visibility: (await store.channels.require(school.channel.id)).visibility,
          scopes: await store.consents.scopesIn(school.classroom.id),
          air: await store.airSettings.of(school.channel.id),
          carts,
          pads: carts.map(({ cart }) => cart.id),
          rundown,
        };
      },
      interludeOf: makeInterludeOf(store, { pcmPath: (id) => files.file(`${id}.s16`) }),
      barsOf: (showId) => store.bars.of(showId),
      companiesOf: (showId) => store.companies.of(showId),
      keepPlay: async (_, cart, atSeconds) => void played.push({ cartId: cart.id, atSeconds }),
      voiceLog: {
        keepVoice: async (_, { pupilId, isOpen }) => void (isOpen ? heardPupils : closedPupils).push(pupilId),
        keepSpeakers: async (_, { speakers }) => void saidSpeakers.push(speakers),
        keepTechnician: async () => undefined,
        keepAdult: async () => undefined,
      },
      keepAirSettings: (_, settings) => store.airSettings.keep(school.channel.id, settings),
      onStarted: async (showId) => {
        started.push(showId);
        await store.shows.setState(showId, "live");
      },
      onAired: async (_, item) => void aired.push(item),
      onEnded: async (showId, _, finished) => {
        if (finished === undefined) throw new Refusal("recording.empty");
        ended.push(finished);
        await store.shows.setState(showId, "ended");
        return { episodeId: EpisodeId.parse(randomUUID()), jobId: JobId.parse(randomUUID()) };
      },
    }),
  );
  const http = createServer().listen(0, "127.0.0.1");
  await once(http, "listening");
  const io: StationServer = new Server(http, signallingOptions);
  opening.defer(() => io.close());
  const { requireRoom } = openSchoolRoom({ database, mediaDirectory: files.path });
  const signalling = attachSignalling(io, { ...store, access, studios, onBug, requireRoom });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

  /** A signed-in browser's cookie. */
  async function cookieOf(holder: SignedIn) {
    const token = newToken();
    await store.sessions.create({
      tokenHash: hashToken(token),
      holder,
      now: Date.now(),
      expiresAt: Date.now() + 3_600_000,
    });
    return `${sessionCookie(false)}=${token}`;
  }
  const { id: schoolId } = school.school;
  const teacher: SignedIn = { role: "teacher", accountId: school.teacher.id, schoolId };
  const pupil = (pupilId: PupilId): SignedIn => ({
    role: "pupil",
    pupilId,
    classroomId: school.classroom.id,
    schoolId,
  });
  const connect = async (holder: SignedIn) => openStudioPage(url, { cookie: await cookieOf(holder), origin: url });
  const guests: { id: PupilId; page: StudioPage }[] = [];
  const open = opening.move();
  return {
    access,
    ...{
      store,
      school,
      database,
      studios,
      signalling,
      io,
      url,
      bugs,
      ended,
      started,
      aired,
      played,
      heardPupils,
      closedPupils,
      saidSpeakers,
      microphones,
      sfu,
      mixers,
      recorders,
      streams,
      files,
    },
    showId: school.show.id,
    holders: { teacher, pupil },
    cookieOf,
    connect,
    connectAs: (who: "teacher" | 0 | 1 | 2) => connect(who === "teacher" ? teacher : pupil(school.pupils[who].id)),
    /** A pupil whom the class did not know before; those whose page is closed leave it, for a class has sixty places. */
    connectNewPupil: async () => {
      for (const { id } of guests.filter(({ page }) => !page.socket.connected))
        await store.erased.forget({ id, classroomId: school.classroom.id, firstName: "Ami" });
      const newPupil = { firstName: "Ami", bird: "pic", colour: 1 } as const;
      const { id } = await store.people.addPupil(school.classroom.id, newPupil);
      await giveConsent(store, id);
      await studios.refresh();
      const page = await connect(pupil(id));
      guests.push({ id, page });
      return page;
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}
/** See {@link openStudioHouse}. */
export type StudioHouse = Awaited<ReturnType<typeof openStudioHouse>>;
