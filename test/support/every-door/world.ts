import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { AccountId, ClassroomId, FamilyId, PupilId, SchoolId } from "../../../schemas/ids.ts";
import { hashToken, newToken } from "../../../server/access/session-token.ts";
import type { Holder } from "../../../server/store/sessions.ts";
import { openDoors } from "../doors.ts";
import { lastingDatabase } from "../fresh-database.ts";
import type { Pick } from "./door.ts";
import { buildWorld, feedTokenOf } from "./build-world.ts";
import { allOf, readFacts, readSessions, type Facts, type Noun, type Thing } from "./facts.ts";
import { holderOf, isOutside, nearness, personOf, visitor, type Person } from "./person.ts";
import { makeRandom, type Random } from "./random.ts";
import type { WorldPlan } from "./world-plan.ts";

/** How somebody comes: with what kind of session, with one that ended by itself or because they were shut out, or as an app at a family's private address. */
export const askers = [
  "visitor",
  "expired",
  "shutOut",
  "pupil",
  "family",
  "teacher",
  "admin",
  "region",
  "app",
] as const;
/** See {@link askers}. */
export type AskerKind = (typeof askers)[number];

/** Who asks, and what of them the request carries. */
export type Asker = { kind: AskerKind; who: Person; token?: string; prefix: string };

/** What the address names: something of the asker's own, of their school, of another school, or nothing that is there. */
export const places = ["own", "school", "foreign", "unknown", "malformed"] as const;
/** See {@link places}. */
export type Place = (typeof places)[number];

const nounOf = {
  pupil: "pupil",
  family: "family",
  app: "family",
  teacher: "account",
  admin: "account",
  region: "account",
} as const;

function holderFor({ role, id, schoolId: school, classroomIds }: Person): Holder {
  const schoolId = school as SchoolId;
  if (role === "pupil") {
    return { role, pupilId: id as PupilId, classroomId: [...classroomIds][0] as ClassroomId, schoolId };
  }
  if (role === "family") return { role, familyId: id as FamilyId, schoolId };
  if (role === "visitor") throw new Error("a visitor has no session");
  return { role, accountId: id as AccountId, schoolId };
}

type Doors = Awaited<ReturnType<typeof openDoors>>;

/** A station full of random schools, without sound, and the facts of it as they are now. */
export async function openWorld(plan: WorldPlan) {
  await using opening = new AsyncDisposableStack();
  const world = await fillWorld(opening.use(await openDoors()), plan);
  const open = opening.move();
  return { ...world, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

/** A station for one world after the other: each begins empty, but for the audit table and what the brakes counted. */
export async function openWorlds() {
  const { database, empty } = await lastingDatabase();
  const doors = await openDoors({ database });
  return {
    next: (plan: WorldPlan): Promise<World> => {
      empty();
      return fillWorld(doors, plan);
    },
    [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose](),
  };
}

async function fillWorld(doors: Doors, plan: WorldPlan) {
  const { store, database, clock } = doors;
  const mediaDirectory = join(doors.directory, "media");
  const { word, shutOut } = await buildWorld({ store, database, mediaDirectory, now: clock.now }, plan);
  const random = makeRandom(plan.seed);
  let facts = await readFacts(database);
  const tokens = new Map<string, string>();

  async function sessionFor(id: string, who: Person, expiresAt: number): Promise<string> {
    const known = tokens.get(id);
    if (known !== undefined && facts.sessions.has(hashToken(known))) return known;
    const token = newToken();
    await store.sessions.create({ tokenHash: hashToken(token), holder: holderFor(who), now: clock.now, expiresAt });
    tokens.set(id, token);
    await readSessions(database, facts);
    return token;
  }

  // At a private address one may come by a link that was taken back, too.
  const idsOf = (kind: keyof typeof nounOf) =>
    allOf(facts, nounOf[kind])
      .filter(({ role, isShut }) => (role === undefined || role === kind) && (kind === "app" || isShut !== true))
      .map(({ id }) => id);

  async function asker(kind: AskerKind): Promise<Asker | undefined> {
    if (kind === "visitor") return { kind, who: visitor, prefix: "" };
    if (kind === "shutOut") {
      const token = random.one(shutOut);
      return token === undefined ? undefined : { kind, who: visitor, token, prefix: "" };
    }
    const id = random.one(
      idsOf(kind === "expired" ? random.one(["pupil", "family", "teacher", "admin"] as const)! : kind),
    );
    if (id === undefined) return undefined;
    const who = personOf(facts, id);
    if (kind === "app") {
      // An address that was stopped opens nothing at all, which test/server/feeds/feed-addresses.test.ts sees.
      if (!facts.feeds.has(hashToken(feedTokenOf(id)))) return undefined;
      return { kind, who: isOutside(facts, who) ? visitor : who, prefix: `/prive/${feedTokenOf(id)}` };
    }
    if (kind !== "expired") {
      const token = await sessionFor(id, who, clock.now + 3_600_000);
      return { kind, who: holderOf(facts, hashToken(token), clock.now), token, prefix: "" };
    }
    return { kind, who: visitor, token: await sessionFor(`expired ${id}`, who, clock.now - 1), prefix: "" };
  }

  function thing(noun: Noun, who: Person, place: Place): Thing | undefined {
    if (place === "unknown" || place === "malformed") return undefined;
    // To somebody who is nobody's, everything is as far.
    const near = allOf(facts, noun).filter((each) => who.role === "visitor" || nearness(who, each) === place);
    return random.one(near);
  }

  return {
    ...{ doors, random, word, asker, thing },
    facts: (): Facts => facts,
    /** After something may have changed. */
    readAgain: async () => {
      facts = await readFacts(database);
    },
    /** Ids for bodies: of a class, or from anywhere. */
    pickFor: (target: Thing | undefined): Pick => makePick({ random, word, facts }, target),
  };
}
/** See {@link fillWorld}. */
export type World = Awaited<ReturnType<typeof fillWorld>>;

function makePick(world: { random: Random; word: () => string; facts: Facts }, target: Thing | undefined): Pick {
  const { random, word, facts } = world;
  const isHere = ({ classroomIds }: Thing) => classroomIds.some((id) => target?.classroomIds.includes(id));
  let hasStrayed = false;
  const one = (from: readonly Thing[]) => {
    const picked = random.one(from);
    hasStrayed ||= picked === undefined || !isHere(picked) || picked === target;
    return picked?.id ?? randomUUID();
  };
  return {
    word,
    anywhere: (noun) => one(allOf(facts, noun)),
    here: (noun) => one(allOf(facts, noun).filter(isHere)),
    elsewhere: (noun) => one(allOf(facts, noun).filter((thing) => !isHere(thing))),
    coin: () => random.below(2) === 0,
    hasStrayed: () => hasStrayed,
  };
}
