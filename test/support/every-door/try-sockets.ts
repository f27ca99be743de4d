import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { Server } from "socket.io";
import type { LentPart } from "../../../schemas/floor.ts";
import type { PupilId, ShowId } from "../../../schemas/ids.ts";
import type { RequestName } from "../../../schemas/signalling.ts";
import { openAccess } from "../../../server/access/open-access.ts";
import { sessionCookie } from "../../../server/access/session-token.ts";
import { attachSignalling } from "../../../server/signalling/attach-signalling.ts";
import type { StationServer } from "../../../server/signalling/line.ts";
import { signallingOptions } from "../../../server/signalling/signalling-options.ts";
import { honestRequests } from "../honest-requests.ts";
import { openStudioPage, type StudioPage } from "../studio-page.ts";
import type { Thing } from "./facts.ts";
import type { Person } from "./person.ts";
import { itsClass, itsListeners, itsTeachers, knowsOf } from "./rules.ts";
import { socketDoors } from "./socket-doors.ts";
import { Reached, standInStudios } from "./stand-in-studio.ts";
import { places, type Asker, type AskerKind, type World } from "./world.ts";

const seatless: readonly RequestName[] = ["join", "listen", "startListening", "connectListening", "stopListening"];
const lendings: readonly (readonly LentPart[])[] = [[], ["faders"], ["carts"], ["faders", "carts"]];

/** The world's sockets: the station's own conversations, with nothing behind them. */
async function openSockets({ doors, random }: World) {
  await using opening = new AsyncDisposableStack();
  const { store, database, clock } = doors;
  const bugs: unknown[] = [];
  const lent = new Map<string, readonly LentPart[]>();
  const lentTo = (showId: ShowId, pupilId: string) => {
    const key = `${showId} ${pupilId}`;
    const parts = lent.get(key) ?? random.one(lendings)!;
    lent.set(key, parts);
    return parts;
  };
  const http = createServer().listen(0, "127.0.0.1");
  await once(http, "listening");
  const io: StationServer = new Server(http, signallingOptions);
  opening.defer(() => io.close());
  const access = openAccess({ database, clock: () => clock.now });
  const studios = standInStudios({ bars: store.bars, lentTo });
  attachSignalling(io, {
    ...store,
    access,
    studios,
    onBug: (error) => void bugs.push(error),
    requireRoom: () => Promise.resolve(),
  });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const open = opening.move();
  return { url, bugs, lentTo, [Symbol.asyncDispose]: () => open.disposeAsync() };
}
type Sockets = Awaited<ReturnType<typeof openSockets>>;

type Answered = { ok: boolean; error?: string; data?: { isDesk?: boolean } };
/** Somebody with a socket, at the show they asked to enter. */
type Sitting = {
  who: Person;
  show: Thing | undefined;
  page: StudioPage;
  isSeated: boolean;
  isListening: boolean;
  lent: readonly LentPart[];
};

const refusals = new Set([
  "session.missing",
  "session.expired",
  "session.forbidden",
  "show.not_found",
  "studio.barred",
]);

/** What a refusal is called; undefined where the request got past the guard. */
const refusalOf = ({ ok, error }: Answered) => (!ok && refusals.has(error ?? "") ? error : undefined);

/** What somebody should be refused with, or undefined where they may. */
function expectedOf(world: World, sitting: Sitting, name: RequestName): string | undefined {
  const { who, show, lent } = sitting;
  const door = socketDoors[name];
  const isLent = door.lent !== undefined && lent.includes(door.lent) && itsClass(who, show, world.facts());
  // How far a show is heard is how far its channel goes.
  const channel = show && world.facts().things.get(world.facts().channelOf.get(show.id)!);
  const about = door.may === itsListeners ? channel : show;
  if (isLent || door.may(who, about, world.facts())) return undefined;
  const isKnown = show !== undefined && door.may !== itsListeners && knowsOf(who, show);
  return isKnown ? "session.forbidden" : "show.not_found";
}

async function ask(
  sockets: Sockets,
  { page, show }: Pick<Sitting, "page" | "show">,
  name: RequestName,
): Promise<Answered> {
  const honest = honestRequests[name];
  const data = "showId" in honest ? { ...honest, ...(show && { showId: show.id }) } : honest;
  const answer = (await page.socket.timeout(10_000).emitWithAck(name, data)) as Answered;
  const real = sockets.bugs.splice(0).find((bug) => !(bug instanceof Reached));
  return real === undefined ? answer : { ok: false, error: `a bug: ${inspect(real)}` };
}

/** What is wrong with an answer, if anything is. */
function complaintAbout(answered: Answered, world: World, sitting: Sitting, name: RequestName): string | undefined {
  if (answered.error?.startsWith("a bug") === true) return answered.error;
  const { isSeated, isListening } = sitting;
  const needsSeat = !seatless.includes(name) && !isSeated;
  const needsEar = name.endsWith("Listening") && name !== "stopListening" && !isListening;
  const noSeat = needsSeat ? "studio.not_joined" : needsEar ? "live.off" : undefined;
  if (noSeat !== undefined)
    return answered.error === noSeat ? undefined : `should be told ${noSeat}, not ${String(answered.error)}`;
  const expected = expectedOf(world, sitting, name);
  if (refusalOf(answered) === expected) return undefined;
  return `should ${expected === undefined ? "be let" : `be told ${expected}`}, but the answer was ${JSON.stringify(answered)}`;
}

/** Comes in where one may, and says what is wrong with how one was let in. */
async function sit(
  world: World,
  sockets: Sockets,
  { asker, show, page }: { asker: Asker; show: Thing | undefined; page: StudioPage },
) {
  const { who } = asker;
  const isBarred = who.role === "pupil" && show !== undefined && world.random.below(4) === 0;
  if (isBarred) await world.doors.store.bars.of(show.id as ShowId).add(who.id as PupilId);
  const sitting: Sitting = { who, show, page, isSeated: false, isListening: false, lent: [] };
  const joined = await ask(sockets, sitting, "join");
  if (isBarred) await world.doors.store.bars.of(show.id as ShowId).lift(who.id as PupilId);
  const expected = expectedOf(world, sitting, "join") ?? (isBarred ? "studio.barred" : undefined);
  if (joined.error === "request.too_many") return { sitting };
  if (refusalOf(joined) !== expected)
    return { sitting, difference: `join should give ${expected ?? "a seat"}, not ${JSON.stringify(joined)}` };
  const isDesk = itsTeachers(who, show, world.facts());
  if (joined.ok && joined.data?.isDesk !== isDesk)
    return { sitting, difference: `is ${isDesk ? "not " : ""}given the desk` };
  sitting.isSeated = joined.ok;
  if (joined.ok && who.role === "pupil") sitting.lent = sockets.lentTo(show!.id as ShowId, who.id);
  const listening = await ask(sockets, sitting, "listen");
  sitting.isListening = listening.ok;
  if (listening.error === "request.too_many") return { sitting };
  const heard = expectedOf(world, sitting, "listen");
  return refusalOf(listening) === heard
    ? { sitting }
    : { sitting, difference: `listen should give ${heard ?? "the sound"}, not ${JSON.stringify(listening)}` };
}

/** Sometimes a teacher is taken out of the class while they sit at its desk. */
async function changeTheClass(world: World, { who, show, isSeated }: Sitting): Promise<Person> {
  if (!isSeated || who.role !== "teacher" || world.random.below(3) > 0) return who;
  const memberships = world.doors.database.deleteFrom("membership").where("accountId", "=", who.id);
  await memberships.where("classroomId", "in", [...show!.classroomIds]).execute();
  await world.readAgain();
  return { ...who, classroomIds: new Set([...who.classroomIds].filter((id) => !show!.classroomIds.includes(id))) };
}

/** Who gets no socket at all, and what they are told. */
const outsiders: Partial<Record<AskerKind, string>> = {
  visitor: "session.missing",
  expired: "session.missing",
  family: "session.forbidden",
  region: "session.forbidden",
};

async function trySocket(world: World, sockets: Sockets, asker: Asker, show: Thing | undefined) {
  const headers = {
    origin: sockets.url,
    ...(asker.token !== undefined && { cookie: `${sessionCookie(false)}=${asker.token}` }),
  };
  const connecting = openStudioPage(sockets.url, headers).catch((error: unknown) =>
    error instanceof Error ? error.message : "",
  );
  const page = await connecting;
  const expected = outsiders[asker.kind];
  if (typeof page === "string") return { count: 1, difference: page === expected ? undefined : `connecting: ${page}` };
  using opened = page;
  if (expected !== undefined) return { count: 1, difference: "is connected" };
  const { sitting, difference } = await sit(world, sockets, { asker, show, page: opened });
  if (difference !== undefined) return { count: 2, difference };
  sitting.who = await changeTheClass(world, sitting);
  const names = world.random.shuffled(Object.keys(socketDoors) as RequestName[]);
  let count = 2;
  for (const name of names.filter((name) => !["join", "listen", "leave", "stopListening"].includes(name))) {
    const answered = await ask(sockets, sitting, name);
    // Who asks for everything within a second is slowed down; the next world asks again.
    if (answered.error === "request.too_many") continue;
    const found = complaintAbout(answered, world, sitting, name);
    count += 1;
    if (found !== undefined) return { count, difference: `${name}: ${found}` };
  }
  return { count, difference: undefined };
}

/** Everybody at every show's sockets. Gives how many requests were made, and the first difference. */
export async function trySockets(world: World) {
  await using sockets = await openSockets(world);
  let count = 0;
  const kinds = [
    "visitor",
    "expired",
    "family",
    "region",
    "pupil",
    "pupil",
    "pupil",
    "teacher",
    "teacher",
    "admin",
  ] as const;
  for (const kind of kinds) {
    for (const place of places.filter((place) => place !== "malformed")) {
      const asker = await world.asker(kind);
      if (asker === undefined) continue;
      const show = world.thing("show", asker.who, place);
      const tried = await trySocket(world, sockets, asker, show);
      count += tried.count;
      if (tried.difference !== undefined) {
        return { count, difference: `a ${kind} at the socket, a show ${place}: ${tried.difference}` };
      }
    }
  }
  return { count, difference: undefined };
}
