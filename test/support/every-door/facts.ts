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
  role?: "teacher" | "admin";
  /** Of a session of staff: whose. */
  ownerId?: string;
  /** Of a pupil. */
  firstName?: string;
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
  const within = (id: unknown) => ({ schoolId: require(id).schoolId, classroomIds: require(id).classroomIds });
  const together = async (table: string, one: string, many: string) => {
    const groups = Map.groupBy(await rows(table), (row) => String(row[one]));
    return new Map([...groups].map(([key, group]) => [key, new Set(group.map((row) => String(row[many])))]));
  };
  const [taught, children] = await Promise.all([
    together("membership", "accountId", "classroomId"),
    together("familyChild", "familyId", "pupilId"),
  ]);

  for (const row of await rows("school")) add("school", row, { schoolId: String(row.id), classroomIds: [] });
  for (const row of await rows("account")) {
    const role = row.role === "admin" ? "admin" : "teacher";
    add("account", row, { schoolId: String(row.schoolId), classroomIds: [], role });
  }
  for (const row of await rows("classroom")) {
    add("classroom", row, { schoolId: String(row.schoolId), classroomIds: [String(row.id)] });
  }
  for (const row of await rows("pupil")) {
    add("pupil", row, { ...within(row.classroomId), firstName: String(row.firstName) });
  }
  const families = await rows("family");
  for (const row of families) {
    const classes = [...(children.get(String(row.id)) ?? [])].flatMap((id) => require(id).classroomIds);
    add("family", row, { schoolId: String(row.schoolId), classroomIds: [...new Set(classes)] });
  }
  for (const row of await rows("channel")) {
    add("channel", row, { ...within(row.classroomId), audience: row.visibility as Audience });
  }
  for (const row of await rows("show")) add("show", row, within(row.channelId));
  for (const row of await rows("episode")) {
    const own = (row.visibility ?? "public") as Audience;
    const audience = narrowest(row.state === "published" ? own : "nobody", require(row.channelId).audience!);
    add("episode", row, { ...within(row.channelId), audience });
  }
  for (const row of await rows("cart")) add("cart", row, within(row.classroomId));
  for (const row of await rows("podcastImport")) add("podcastImport", row, within(row.channelId));
  for (const row of await rows("job")) if (row.classroomId !== null) add("job", row, within(row.classroomId));
  const channelOf = new Map<string, string>();
  for (const noun of ["show", "episode"]) {
    for (const row of await rows(noun)) channelOf.set(String(row.id), String(row.channelId));
  }
  const open = await rows("session");
  for (const row of open.filter(({ accountId }) => accountId !== null)) {
    const ownerId = String(row.accountId);
    add("session", row, { schoolId: require(ownerId).schoolId, classroomIds: [], ownerId });
  }
  const sessions = new Map(open.map((row) => [String(row.tokenHash), row]));
  const feeds = new Map(families.map((row) => [String(row.feedTokenHash), String(row.id)]));
  const pupilsByName = new Map([...things.values()].map((thing) => [thing.firstName ?? thing.id, thing]));
  return { things, taught, children, channelOf, sessions, feeds, pupilsByName };
}
/** See {@link readFacts}. */
export type Facts = Awaited<ReturnType<typeof readFacts>>;

/** All things of a kind. */
export const allOf = ({ things }: Facts, noun: Noun): Thing[] =>
  [...things.values()].filter((thing) => thing.noun === noun);
