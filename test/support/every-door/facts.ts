import { sql } from "kysely";
import type { Database } from "../../../server/store/open-database.ts";

/** What an address can be about. */
export type Noun =
  | "school"
  | "account"
  | "session"
  | "classroom"
  | "pupil"
  | "family"
  | "channel"
  | "show"
  | "episode"
  | "cart"
  | "exercise"
  | "take"
  | "takeComment"
  | "rubric"
  | "anchor"
  | "peerInvitation"
  | "reply"
  | "job"
  | "podcastImport";

/** Who is meant to hear a channel or an episode; `nobody` before it is published. */
export type Audience = "public" | "family" | "class" | "nobody";

/** One thing of the station: of which school, of which classes, and for whom it sounds. */
export type Thing = {
  noun: Noun;
  id: string;
  /** What stands for it in addresses. */
  word: string;
  schoolId: string;
  classroomIds: readonly string[];
  audience?: Audience;
  /** Of an account: what it may do in its school. */
  role?: "teacher" | "admin" | "region";
  /** Of a session of staff, of a take, or of what a family left: whose. */
  ownerId?: string;
  /** Of a take: who is heard in it too. */
  partnerId?: string;
  /** Of a take: whether its pupil's album is open to their family, and has it. */
  isInAlbum?: boolean;
  /** Of an exercise that is for some of its class: for whom, and who was taken along. */
  pupilIds?: ReadonlySet<string>;
  /** Of a pupil. */
  firstName?: string;
  /** Of a school or an account that was shut, and of a family whose link was taken back. */
  isShut?: boolean;
  /** Of a class whose year is over, and of what is its. */
  isAsleep?: boolean;
};

type Row = Record<string, string | number | null>;

const widths: readonly Audience[] = ["nobody", "class", "family", "public"];
const narrowest = (...audiences: Audience[]) =>
  widths[Math.min(...audiences.map((audience) => widths.indexOf(audience)))]!;

/** Everything that decides who may do what, read from the rows themselves and by none of the server's own queries. */
export async function readFacts(database: Database) {
  const rows = async (table: string) => (await sql<Row>`select * from ${sql.table(table)}`.execute(database)).rows;
  const things = new Map<string, Thing>();
  const require = (id: unknown) => things.get(String(id))!;
  const add = (noun: Noun, row: Row, home: Partial<Thing> & Pick<Thing, "schoolId" | "classroomIds">) =>
    things.set(String(row.id), { noun, id: String(row.id), word: String(row.slug ?? row.id), ...home });
  const within = (id: unknown) => {
    const { schoolId, classroomIds, isAsleep = false } = require(id);
    return { schoolId, classroomIds, isAsleep };
  };
  const together = async (table: string, one: string, many: string) => {
    const groups = Map.groupBy(await rows(table), (row) => String(row[one]));
    return new Map([...groups].map(([key, group]) => [key, new Set(group.map((row) => String(row[many])))]));
  };
  const [taught, children] = await Promise.all([
    together("membership", "accountId", "classroomId"),
    together("familyChild", "familyId", "pupilId"),
  ]);

  // The region's own tenant is no school.
  for (const row of (await rows("school")).filter(({ isRegion }) => isRegion === 0)) {
    add("school", row, { schoolId: String(row.id), classroomIds: [], isShut: row.shutAt !== null });
  }
  // What is of a shut school is for nobody.
  const heardIn = (id: unknown, audience: Audience) =>
    require(require(id).schoolId).isShut === true ? "nobody" : audience;
  for (const row of await rows("account")) {
    const role = things.has(String(row.schoolId)) ? (row.role as "teacher" | "admin") : "region";
    const isShut = row.deactivatedAt !== null;
    add("account", row, { schoolId: String(row.schoolId), classroomIds: [], role, isShut });
  }
  for (const row of await rows("classroom")) {
    const isAsleep = row.archivedAt !== null;
    add("classroom", row, { schoolId: String(row.schoolId), classroomIds: [String(row.id)], isAsleep });
  }
  for (const row of await rows("pupil")) {
    add("pupil", row, { ...within(row.classroomId), firstName: String(row.firstName) });
  }
  const families = await rows("family");
  for (const row of families) {
    const classes = [...(children.get(String(row.id)) ?? [])].flatMap((id) => require(id).classroomIds);
    const isShut = row.feedTokenHash === null;
    add("family", row, { schoolId: String(row.schoolId), classroomIds: [...new Set(classes)], isShut });
  }
  for (const row of await rows("channel")) {
    add("channel", row, { ...within(row.classroomId), audience: heardIn(row.classroomId, row.visibility as Audience) });
  }
  for (const row of await rows("show")) add("show", row, within(row.channelId));
  for (const row of await rows("episode")) {
    const own = (row.visibility ?? "public") as Audience;
    const audience = narrowest(row.state === "published" ? own : "nobody", require(row.channelId).audience!);
    add("episode", row, { ...within(row.channelId), audience });
  }
  for (const row of await rows("cart")) add("cart", row, within(row.classroomId));
  const [chosen, takenAlong] = [
    await together("exercisePupil", "exerciseId", "pupilId"),
    await together("take", "exerciseId", "partnerId"),
  ];
  for (const row of await rows("exercise")) {
    const some = [chosen, takenAlong].flatMap((of) => [...(of.get(String(row.id)) ?? [])]);
    add("exercise", row, { ...within(row.classroomId), ...(row.isForAll === 0 && { pupilIds: new Set(some) }) });
  }
  const takes = await rows("take");
  const albums = albumsIn(takes, await rows("sharedAlbum"));
  for (const row of takes) {
    const partner = row.partnerId === null ? {} : { partnerId: String(row.partnerId) };
    const isInAlbum = albums.has(String(row.id));
    add("take", row, { ...within(row.exerciseId), ownerId: String(row.pupilId), ...partner, isInAlbum });
  }
  for (const row of await rows("rubric")) add("rubric", row, within(row.classroomId));
  for (const row of await rows("anchor")) {
    add("anchor", row, { schoolId: String(row.schoolId), classroomIds: [], ownerId: String(row.broughtBy) });
  }
  for (const row of await rows("takeComment")) {
    const { ownerId, partnerId } = require(row.takeId);
    add("takeComment", row, {
      ...within(row.takeId),
      ownerId: ownerId!,
      ...(partnerId !== undefined && { partnerId }),
    });
  }
  for (const row of await rows("peerInvitation")) {
    add("peerInvitation", row, { ...within(row.takeId), ownerId: String(row.pupilId) });
  }
  for (const row of await rows("reply")) {
    // Of a class whose year is over it is still its family's to take back.
    add("reply", row, { ...within(row.showId), ownerId: String(row.familyId) });
  }
  for (const row of await rows("podcastImport")) add("podcastImport", row, within(row.channelId));
  for (const row of await rows("job")) if (row.classroomId !== null) add("job", row, within(row.classroomId));
  const channelOf = new Map<string, string>();
  for (const noun of ["show", "episode"]) {
    for (const row of await rows(noun)) channelOf.set(String(row.id), String(row.channelId));
  }
  const feeds = new Map(families.map((row) => [String(row.feedTokenHash), String(row.id)]));
  const pupilsByName = new Map([...things.values()].map((thing) => [thing.firstName ?? thing.id, thing]));
  const facts = { things, taught, children, channelOf, sessions: new Map<string, Row>(), feeds, pupilsByName };
  await readSessions(database, facts);
  return facts;
}
/** See {@link readFacts}. */
export type Facts = Awaited<ReturnType<typeof readFacts>>;

/** Takes into the facts who is signed in by now, when nothing else has changed. */
export async function readSessions(database: Database, { things, sessions }: Pick<Facts, "things" | "sessions">) {
  for (const row of (await sql<Row>`select * from session`.execute(database)).rows) {
    sessions.set(String(row.tokenHash), row);
    const ownerId = String(row.accountId);
    const owner = things.get(ownerId);
    if (owner === undefined) continue;
    const id = String(row.id);
    things.set(id, { noun: "session", id, word: id, schoolId: owner.schoolId, classroomIds: [], ownerId });
  }
}

/** All things of a kind. */
export const allOf = ({ things }: Facts, noun: Noun): Thing[] =>
  [...things.values()].filter((thing) => thing.noun === noun);

/** Which takes are in an album that is open: of what a pupil sent and said alone, the first and the latest. */
function albumsIn(takes: readonly Row[], open: readonly Row[]): ReadonlySet<string> {
  const shared = new Set(open.map(({ pupilId }) => pupilId));
  const sent = takes.filter((row) => shared.has(row.pupilId) && row.state === "sent" && row.partnerId === null);
  const albums = Map.groupBy(sent, ({ pupilId }) => pupilId).values();
  return new Set(
    [...albums].flatMap((of) => {
      const inOrder = of.toSorted((a, b) => Number(a.recordedAt) - Number(b.recordedAt));
      return [inOrder.at(0), inOrder.at(-1)].map((row) => String(row!.id));
    }),
  );
}
